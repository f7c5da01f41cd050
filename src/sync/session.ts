/** A session: the endpoint's challenge signed with the device's login key, kept in memory until it lapses. Works while locked. */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import { loginStatement, parseChallengeAnswer, parseLoginAnswer } from '../protocol/login.ts';
import type { Device } from '../store/deviceRow.ts';
import { answered, type NetworkFailure, type Post } from './post.ts';

export interface SessionDeps {
  readonly post: Post;
  readonly device: () => Promise<Device | null>;
  readonly milliseconds: () => number;
}

const login = async ({ post }: SessionDeps, { org, device, sign }: Device) => {
  const asked = answered(await post('/api/challenge', encodeCbor({ org, device })), parseChallengeAnswer);
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const signature = await sign(loginStatement(org, device, challenge));
  return answered(await post('/api/login', encodeCbor({ org, device, challenge, signature })), parseLoginAnswer);
};

export type SessionFailure = NetworkFailure | { readonly type: 'no-device' };
/** Posts with a session; when it has lapsed on the way, logs in once more and posts again. */
export type PostInSession = (path: string, body: Bytes) => Promise<Result<Bytes, SessionFailure>>;

export const createSession = (deps: SessionDeps): PostInSession => {
  let held: { readonly token: string; readonly until: number; readonly device: Bytes } | null = null;
  const token = async (): Promise<Result<string, SessionFailure>> => {
    const device = await deps.device();
    if (!device) return failed({ type: 'no-device' });
    // A device that was let in anew, in this tab or in another, speaks under its new name from the next request on.
    if (held && held.until > deps.milliseconds() && sameBytes(held.device, device.device)) return ok(held.token);
    const opened = await login(deps, device);
    if (!opened.ok) return opened;
    held = { token: opened.value.token, until: deps.milliseconds() + opened.value.lasts * 900, device: device.device };
    return ok(held.token);
  };
  const postOnce = async (path: string, body: Bytes): Promise<Result<Bytes, SessionFailure>> => {
    const session = await token();
    return session.ok ? deps.post(path, body, session.value) : session;
  };
  return async (path, body) => {
    const first = await postOnce(path, body);
    if (first.ok || first.failure.type !== 'refused' || first.failure.code !== 'no-session') return first;
    held = null;
    return postOnce(path, body);
  };
};
