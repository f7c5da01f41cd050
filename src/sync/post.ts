/** One request to the endpoint. The only file that calls `fetch`; whatever can come back is a value. */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat } from '../protocol/bytes.ts';
import { parseRefusal, type RefusalCode } from '../protocol/refusals.ts';

export type NetworkFailure =
  | { readonly type: 'no-connection' }
  /** Something answered that is not our endpoint: a hotel's or shop's sign-in page, most often. */
  | { readonly type: 'not-our-server' }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly waitSeconds: number | null };

export type Post = (path: string, body: Bytes, token?: string) => Promise<Result<Bytes, NetworkFailure>>;

export interface PostDeps {
  readonly fetch: typeof fetch;
  readonly origin: string;
}

const cbor = 'application/cbor';

/** A quiet network is given up on after half a minute, and a second more per 4 KiB that must go up. */
const quietTooLong = 30_000;
const patience = (body: Bytes): number => quietTooLong + (body.length / 4096) * 1000;

export const createPost =
  ({ fetch, origin }: PostDeps): Post =>
  async (path, body, token) => {
    const giveUp = new AbortController();
    let timer = setTimeout(() => giveUp.abort(), patience(body));
    const stillComing = () => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp.abort(), quietTooLong);
    };
    try {
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        body,
        signal: giveUp.signal,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        headers: { 'Content-Type': cbor, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      });
      if (!response.headers.get('Content-Type')?.startsWith(cbor)) return failed({ type: 'not-our-server' });
      const bytes = await readAll(response, stillComing);
      return response.ok ? ok(bytes) : failed(refusalIn(bytes, response.headers.get('Retry-After')));
    } catch {
      // fetch throws for everything below HTTP: no network, no such host, a cut connection, our own time limit.
      return failed({ type: 'no-connection' });
    } finally {
      clearTimeout(timer);
    }
  };

/** Piece by piece, so that a large answer over a slow line is not taken for a quiet one. */
const readAll = async (response: Response, stillComing: () => void): Promise<Bytes> => {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  for (;;) {
    stillComing();
    const piece = await reader?.read();
    if (!piece || piece.done) return concat(...pieces);
    pieces.push(piece.value);
  }
};

const refusalIn = (bytes: Bytes, retryAfter: string | null): NetworkFailure => {
  const refusal = parseRefusal(bytes);
  if (!refusal.ok) return { type: 'not-our-server' };
  const wait = Number(retryAfter);
  return { type: 'refused', code: refusal.value.error, waitSeconds: retryAfter !== null && wait >= 0 ? Math.min(wait, 3600) : null };
};

/** Reads an answer with its parser; an answer that does not parse did not come from our endpoint. */
export const answered = <T, F = never>(
  answer: Result<Bytes, NetworkFailure | F>,
  parse: (bytes: Bytes) => Result<T, unknown>,
): Result<T, NetworkFailure | F> => {
  if (!answer.ok) return answer;
  const read = parse(answer.value);
  return read.ok ? ok(read.value) : failed({ type: 'not-our-server' });
};
