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
    ['a page that asks for a password', () => new Response('', { status: 511, headers: { 'Content-Type': 'text/html' } })],
    ['JSON', () => Response.json({ error: 'too-large' }, { status: 413 })],
    ['an answer of no type', () => new Response(nothing)],
    ['an error in CBOR that is none of ours', () => cborAnswer(encodeCbor({ error: 'teapot' }), 418)],
    ['bytes that are nothing, of the right type', () => cborAnswer(new Uint8Array([0xff]), 400)],
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

describe('a proxy answers because nobody is behind it', () => {
  const page =
    (status: number, headers: Record<string, string> = {}) =>
    () =>
      new Response('<h1>Bad gateway</h1>', { status, headers: { 'Content-Type': 'text/html', ...headers } });
  test.each([
    ['429', page(429), null],
    ['500', page(500), null],
    ['502', page(502), null],
    ['503 with a wait', page(503, { 'Retry-After': '20' }), 20],
    ['504', page(504), null],
    ['507', page(507), null],
    ['500 of the right type with bytes that are nothing', () => cborAnswer(new Uint8Array([0xff]), 500), null],
  ] as const)('%s is no sign-in page', async (_, answer, waitSeconds) => {
    expect(await postTo(answer).post('/api/sync', nothing)).toEqual({ ok: false, failure: { type: 'busy', waitSeconds } });
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
    ['99999999999999999999999999', 3600],
    ['9'.repeat(400), 3600],
    [' 7 ', 7],
    ['', null],
    ['-5', null],
    ['0x10', null],
    ['1e9', null],
    ['soon', null],
    ['NaN', null],
    ['Infinity', null],
    ['Wed, 21 Oct 2065 07:28:40 GMT', 40],
    ['Wed, 21 Oct 2065 09:28:00 GMT', 3600],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ])('and says to wait: %s', async (said, waitSeconds) => {
    expect(
      await postTo(() => refusal('too-many', { 'Retry-After': said, Date: 'Wed, 21 Oct 2065 07:28:00 GMT' })).post('/api/sync', nothing),
    ).toEqual(refused('too-many', waitSeconds));
  });
});

test('a date to wait for says nothing when the answer does not say what time it is there', async () => {
  const { post } = postTo(() => refusal('too-many', { 'Retry-After': 'Wed, 21 Oct 2065 07:28:40 GMT' }));
  expect(await post('/api/sync', nothing)).toEqual(refused('too-many', null));
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

  test('breaks after it was under way for a while was too slow for what it carried; one that breaks at once was not there', async () => {
    const breaksAfter = (milliseconds: number) => () =>
      new Promise<Response>((_, reject) => setTimeout(() => reject(new TypeError('cut')), milliseconds));
    for (const [milliseconds, type] of [
      [9000, 'no-connection'],
      [11_000, 'too-slow'],
    ] as const) {
      const posted = postTo(breaksAfter(milliseconds)).post('/api/sync', nothing);
      await vi.advanceTimersByTimeAsync(milliseconds);
      expect(await posted).toEqual({ ok: false, failure: { type } });
    }
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
      expect(outcome).toEqual({ ok: false, failure: { type: 'too-slow' } });
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
    expect(outcome).toEqual({ ok: false, failure: { type: 'too-slow' } });
  });
});
