/**
 * Inviting and joining. The endpoint sees a hash of the join key, a sealed card and a sealed request; it can open
 * neither, and only lends both sides a place to meet. One invitation lets one phone ask.
 */
import { timingSafeEqual } from 'node:crypto';
import { failed, ok, type Result } from '../src/domain/result.ts';
import { type Bytes, toHex } from '../src/protocol/bytes.ts';
import { encodeCbor } from '../src/protocol/cbor.ts';
import { parseInvitationClose, parseInvitationLeft, parseJoinAsk, parseJoinOpenAsk } from '../src/protocol/joining.ts';
import { wrongGuessesPerInvitation } from '../src/protocol/numbers.ts';
import { type Answer, done, type Refused, refuse, refuseFor } from './answers.ts';
import type { Room, Session } from './deps.ts';
import type { Asking, Invitation } from './store/store.ts';

const hour = 3_600_000;
/** A request made in time may be answered late: the supervisor may be away for days. */
const rememberedFor = 14 * 24 * hour;
const mostAsking = 20;

export const leaveInvitation = async ({ store, now }: Room, body: Bytes, { org }: Session): Promise<Answer> => {
  const left = parseInvitationLeft(body);
  if (!left.ok) return refuse('malformed');
  const { invitation, guard, card, hours } = left.value;
  const kept = await store.leaveInvitation({ org, invitation, guard, card, expires: now() + hours * hour }, now() - rememberedFor);
  return kept ? ok(done) : refuse('already-there');
};

/** As if it had been guessed at too often: closed, and closed stays closed. */
export const closeInvitation = async ({ store }: Room, body: Bytes, { org }: Session): Promise<Answer> => {
  const close = parseInvitationClose(body);
  if (!close.ok) return refuse('malformed');
  await store.closeInvitation(org, close.value.invitation, wrongGuessesPerInvitation);
  return ok(done);
};

export const openInvitation = async (room: Room, body: Bytes, network: string): Promise<Answer> => {
  const knock = parseJoinOpenAsk(body);
  if (!knock.ok) return refuse('malformed');
  const opened = await letIn(room, knock.value, network);
  if (!opened.ok) return opened;
  if (isOver(room, opened.value)) return refuse('invitation-expired');
  return ok(encodeCbor({ card: opened.value.card, roster: await linksOf(room, opened.value) }));
};

export const askToJoin = async (room: Room, body: Bytes, network: string): Promise<Answer> => {
  const knock = parseJoinAsk(body);
  if (!knock.ok) return refuse('malformed');
  const opened = await letIn(room, knock.value, network);
  if (!opened.ok) return opened;
  // A request that stands was made in time; sending it again is how a phone that missed the answer finds out.
  if (isOver(room, opened.value) && !opened.value.request) return refuse('invitation-expired');
  return (await room.store.ask(knock.value.invitation, knock.value.request, room.now())) ? ok(done) : refuse('invitation-used');
};

export const lookForAdmission = async (room: Room, body: Bytes, network: string): Promise<Answer> => {
  const knock = parseJoinOpenAsk(body);
  if (!knock.ok) return refuse('malformed');
  const opened = await letIn(room, knock.value, network);
  if (!opened.ok) return opened;
  const { request, expires } = opened.value;
  if (request ? room.now() >= expires + rememberedFor : isOver(room, opened.value)) return refuse('invitation-expired');
  return ok(encodeCbor({ roster: await linksOf(room, opened.value) }));
};

export const askingOf = (room: Room, { org, member }: Session): Promise<Asking[]> =>
  member.role === 'supervisor'
    ? room.store.asking(org, { most: mostAsking, wrongKeys: wrongGuessesPerInvitation, forgetBefore: room.now() - rememberedFor })
    : Promise.resolve([]);

interface Knock {
  readonly invitation: Bytes;
  readonly joinKey: Bytes;
}

/** Whoever shows the join key may go on; five wrong keys close the invitation for everybody. */
const letIn = async (room: Room, { invitation, joinKey }: Knock, network: string): Promise<Result<Invitation, Refused>> => {
  const wait = room.joinFailures.wait(network);
  if (wait > 0) return refuseFor(wait);
  const there = await room.store.findInvitation(invitation);
  const guard = await room.primitives.sha256(joinKey);
  const right = timingSafeEqual(guard, there?.guard ?? new Uint8Array(guard.length));
  if (there && there.wrongKeys < wrongGuessesPerInvitation && right) return ok(there);
  room.joinFailures.take(network);
  if (!there) return refuse('no-invitation');
  if (there.wrongKeys >= wrongGuessesPerInvitation) return refuse('invitation-closed');
  await room.store.countWrongKey(invitation);
  return failed({ code: 'wrong-key' });
};

const isOver = ({ now }: Room, { expires }: Invitation): boolean => now() >= expires;

const linksOf = async ({ rosters }: Room, { org }: Invitation): Promise<readonly Bytes[]> => (await rosters.find(toHex(org)))?.links ?? [];
