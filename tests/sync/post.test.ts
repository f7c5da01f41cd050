/** What can stand between a phone and its office: nothing, a café's sign-in page, a busy endpoint, a line that is slow or dead. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { parseDoneAnswer } from '../../src/protocol/joining.ts';
import { refusalCodes } from '../../src/protocol/refusals.ts';
import { answered, createPost } from '../../src/sync/post.ts';
import { cborAnswer, done, refusal, signInPage } from '../support/answers.ts';

const nothing = new Uint8Array();
const postTo = (answer: (request: Request) => Response | Promise<Response>) => {
  const asked: RequestInit[] = [];
  const fetchHere: typeof fetch = async (url, init) => {
    asked.push(init ?? {});
    return answer(new Request(String(url), init));
  };
  return { post: createPost({ fetch: fetchHere, origin: 'https://office.test' }), asked };
};
const notOurs = { ok: false, failure: { type: 'not-our-server' } };
const refused = (code: string, waitSeconds: number | null = null) => ({ ok: false, failure: { type: 'refused', code, waitSeconds } });

test('a request carries CBOR and a session, and neither cookies nor a trace in the cache', async () => {
  const { post, asked } = postTo(() => cborAnswer(done));
  expect(await post('/api/sync', encodeCbor([1]), 'token')).toEqual({ ok: true, value: done });
  expect(asked[0]).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/cbor', Authorization: 'Bearer token' },
  });
});

describe('somebody else answers', () => {
  test.each([
    ['a sign-in page with 200', signInPage],
    ['a redirect to one', () => new Response(null, { status: 302, headers: { Location: 'http://login.cafe.test/' } })],
    ['a redirect as a browser shows it', () => Response.error()],
    ['an error page of a proxy', () => new Response('Bad gateway', { status: 502, headers: { 'Content-Type': 'text/plain' } })],
    ['a page that asks for a password', () => new Response('', { status: 511, headers: { 'Content-Type': 'text/html' } })],
    ['JSON', () => Response.json({ error: 'too-large' }, { status: 413 })],
    ['an answer of no type', () => new Response(nothing)],
    ['an error in CBOR that is none of ours', () => cborAnswer(encodeCbor({ error: 'teapot' }), 418)],
    ['an error of bytes', () => cborAnswer(new Uint8Array([0xff]), 500)],
  ])('%s', async (_, answer) => {
    expect(await postTo(answer).post('/api/sync', nothing)).toEqual(notOurs);
  });

  test('and what does not read as the answer that was asked for did not come from our endpoint', async () => {
    const read = async (body: Uint8Array<ArrayBuffer>) =>
      answered(await postTo(() => cborAnswer(body)).post('/api/found', nothing), parseDoneAnswer);
    expect(await read(done)).toEqual({ ok: true, value: { done: true } });
    for (const body of [encodeCbor({ done: false }), encodeCbor({ done: true, also: 1 }), new Uint8Array([0x80]), nothing])
      expect(await read(body)).toEqual(notOurs);
  });
});

describe('our endpoint refuses', () => {
  test('with every code there is', async () => {
    for (const code of refusalCodes) expect(await postTo(() => refusal(code)).post('/api/sync', nothing)).toEqual(refused(code));
  });

  test.each([
    ['5', 5],
    ['0', 0],
    ['3600', 3600],
    ['86400', 3600],
    ['1e9', 3600],
    ['1e400', 3600],
    ['0.5', 0.5],
    ['-5', null],
    ['soon', null],
    ['NaN', null],
    ['Wed, 21 Oct 2065 07:28:00 GMT', null],
  ])('and says to wait: %s', async (said, waitSeconds) => {
    expect(await postTo(() => refusal('too-many', { 'Retry-After': said })).post('/api/sync', nothing)).toEqual(
      refused('too-many', waitSeconds),
    );
  });
});

describe('a line that', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A fetch that ends only when it is given up. */
  const hangs = ({ signal }: Request) =>
    new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError'))));
  const trickling =
    (pieces: number, pause: number) =>
    ({ signal }: Request) =>
      new Response(
        new ReadableStream({
          start: (stream) => {
            signal.addEventListener('abort', () => stream.error(new DOMException('given up', 'AbortError')));
            const bytes = encodeCbor(new Uint8Array(pieces - 2));
            const send = (at: number) => {
              if (signal.aborted) return;
              if (at >= bytes.length) return stream.close();
              stream.enqueue(bytes.slice(at, at + 1));
              setTimeout(() => send(at + 1), pause);
            };
            send(0);
          },
        }),
        { headers: { 'Content-Type': 'application/cbor' } },
      );

  test('is cut is no connection', async () => {
    expect(await postTo(() => Promise.reject(new TypeError('cut'))).post('/api/sync', nothing)).toEqual({
      ok: false,
      failure: { type: 'no-connection' },
    });
  });

  test('says nothing is given up after half a minute, later when much goes up', async () => {
    for (const [size, patience] of [
      [0, 30_000],
      [1 << 20, 286_000],
    ] as const) {
      let outcome: unknown = null;
      void postTo(hangs)
        .post('/api/sync', new Uint8Array(size))
        .then((result) => {
          outcome = result;
        });
      await vi.advanceTimersByTimeAsync(patience - 1);
      expect(outcome).toBeNull();
      await vi.advanceTimersByTimeAsync(2);
      expect(outcome).toEqual({ ok: false, failure: { type: 'no-connection' } });
    }
  });

  test('is slow is waited for as long as something comes: twenty minutes for a page', async () => {
    let outcome: unknown = null;
    void postTo(trickling(60, 20_000))
      .post('/api/sync', nothing)
      .then((result) => {
        outcome = result;
      });
    await vi.advanceTimersByTimeAsync(19 * 60_000);
    expect(outcome).toBeNull();
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(outcome).toMatchObject({ ok: true });
  });

  test('stops in the middle of an answer is given up', async () => {
    let outcome: unknown = null;
    void postTo(trickling(60, 45_000))
      .post('/api/sync', nothing)
      .then((result) => {
        outcome = result;
      });
    await vi.advanceTimersByTimeAsync(31_000);
    expect(outcome).toEqual({ ok: false, failure: { type: 'no-connection' } });
  });
});
