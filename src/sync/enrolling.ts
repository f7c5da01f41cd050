/** The requests of founding, inviting and joining. What they carry is made in src/store/enrolment.ts. */
import { ok, type Result } from '../domain/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import { type InvitationLeft, parseDoneAnswer, parseJoinLookAnswer, parseJoinOpenAnswer } from '../protocol/joining.ts';
import { foundAgainStatement, parseChallengeAnswer } from '../protocol/login.ts';
import type { Device } from '../store/deviceRow.ts';
import { answered, type NetworkFailure, type Post } from './post.ts';
import type { PostInSession, SessionFailure } from './session.ts';

interface Knocking {
  readonly invitation: Bytes;
  readonly joinKey: Bytes;
}

const done = <F = never>(answer: Result<Bytes, NetworkFailure | F>): Result<void, NetworkFailure | F> => {
  const read = answered(answer, parseDoneAnswer);
  return read.ok ? ok(undefined) : read;
};

export const tellFounding = async (post: Post, link: Bytes): Promise<Result<void, NetworkFailure>> =>
  done(await post('/api/found', encodeCbor({ link })));

/** Puts the organisation up again where its database was lost: the whole roster, vouched for by this device's login key. */
export const tellWholeRoster = async (
  post: Post,
  { org, device, sign }: Device,
  links: readonly Bytes[],
): Promise<Result<void, NetworkFailure>> => {
  const asked = answered(await post('/api/challenge', encodeCbor({ org, device })), parseChallengeAnswer);
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const signature = await sign(foundAgainStatement(org, device, challenge));
  return done(await post('/api/found/again', encodeCbor({ org, device, challenge, signature, links: [...links] })));
};

export const leaveInvitation = async (post: PostInSession, left: InvitationLeft): Promise<Result<void, SessionFailure>> =>
  done(await post('/api/invitations', encodeCbor(left)));

export const closeAtEndpoint = async (post: PostInSession, invitation: Bytes): Promise<Result<void, SessionFailure>> =>
  done(await post('/api/invitations/close', encodeCbor({ invitation })));

export const addToRoster = async (post: PostInSession, link: Bytes): Promise<Result<void, SessionFailure>> =>
  done(await post('/api/roster', encodeCbor({ link })));

export const openAtEndpoint = async (post: Post, { invitation, joinKey }: Knocking) =>
  answered(await post('/api/join/open', encodeCbor({ invitation, joinKey })), parseJoinOpenAnswer);

export const askAtEndpoint = async (post: Post, { invitation, joinKey }: Knocking, request: Bytes): Promise<Result<void, NetworkFailure>> =>
  done(await post('/api/join/ask', encodeCbor({ invitation, joinKey, request })));

/** The roster as it is now: whether this phone stands in it is for the phone to read. */
export const lookAtEndpoint = async (post: Post, { invitation, joinKey }: Knocking) =>
  answered(await post('/api/join/look', encodeCbor({ invitation, joinKey })), parseJoinLookAnswer);
