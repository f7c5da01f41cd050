/** One request to the endpoint. The only file that calls `fetch`; whatever can come back is a value. */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat } from '../protocol/bytes.ts';
import { parseRefusal, type RefusalCode } from '../protocol/refusals.ts';
import { secondsToWait } from './retryAfter.ts';

export type NetworkFailure =
  /** Nobody there; or somebody whose certificate is not ours, which a browser does not tell apart. */
  | { readonly type: 'no-connection' }
  /** It was under way, and did not get through in time. */
  | { readonly type: 'too-slow' }
  /** What stands before our endpoint answered in its place: it is being started, updated, or has too much to do. */
  | { readonly type: 'busy'; readonly waitSeconds: number | null }
  /** Something answered that is not our endpoint: a hotel's or shop's sign-in page, most often. */
  | { readonly type: 'not-our-server' }
  | {
      readonly type: 'refused';
      readonly code: RefusalCode;
      readonly waitSeconds: number | null;
      /** Nobody there has ever heard of this phone's organisation: its database was lost, or it is another office's. */
      readonly unknown?: 'organisation';
    };

export type Post = (path: string, body: Bytes, token?: string) => Promise<Result<Bytes, NetworkFailure>>;

export interface PostDeps {
  readonly fetch: typeof fetch;
  readonly origin: string;
}

const cbor = 'application/cbor';

/** A quiet network is given up on after half a minute, and a second more per 4 KiB that must go up. */
const quietTooLong = 30_000;
/** A line that breaks after this long was there: it was too slow for what it had to carry. */
const longUnderWay = 10_000;
const patience = (body: Bytes): number => quietTooLong + (body.length / 4096) * 1000;

export const createPost =
  ({ fetch, origin }: PostDeps): Post =>
  async (path, body, token) => {
    const giveUp = new AbortController();
    let timer = setTimeout(() => giveUp.abort(), patience(body));
    let wasUnderWay = false;
    const underWay = setTimeout(() => {
      wasUnderWay = true;
    }, longUnderWay);
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
      if (!response.headers.get('Content-Type')?.startsWith(cbor)) return failed(strangerIn(response));
      const bytes = await readAll(response, stillComing);
      return response.ok ? ok(bytes) : failed(refusalIn(bytes, response));
    } catch {
      // fetch throws for everything below HTTP: no network, no such host, a wrong certificate, a cut connection, our own time limit.
      return failed({ type: wasUnderWay ? 'too-slow' : 'no-connection' });
    } finally {
      clearTimeout(timer);
      clearTimeout(underWay);
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

/** A proxy with nobody behind it. A page that wants a sign-in comes with 200, as a redirect or with 511. */
const isBusy = ({ status }: Response): boolean => status === 429 || (status >= 500 && status !== 511);
const strangerIn = (response: Response): NetworkFailure =>
  isBusy(response) ? { type: 'busy', waitSeconds: secondsToWait(response.headers) } : { type: 'not-our-server' };

const refusalIn = (bytes: Bytes, response: Response): NetworkFailure => {
  const refusal = parseRefusal(bytes);
  if (!refusal.ok) return strangerIn(response);
  const { error: code, unknown } = refusal.value;
  const refused = { type: 'refused', code, waitSeconds: secondsToWait(response.headers) } as const;
  return unknown === 'organisation' ? { ...refused, unknown } : refused;
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
