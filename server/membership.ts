/** Founding an organisation and letting devices in. The chain decides (src/protocol/roster.ts); the endpoint only keeps it. */
import { ok } from '../src/domain/result.ts';
import { type Bytes, fromHex, sameBytes } from '../src/protocol/bytes.ts';
import { parseFoundAsk, parseRosterAsk } from '../src/protocol/joining.ts';
import { addLink, admissionOf, type RosterFailure } from '../src/protocol/roster.ts';
import { type Answer, done, refuse, refuseFor } from './answers.ts';
import type { Room, Session } from './deps.ts';

const refusalOf = {
  malformed: 'malformed',
  'bad-signature': 'bad-signature',
  'broken-chain': 'broken-chain',
  'no-right': 'no-right',
  'already-there': 'already-there',
  'wrong-root': 'broken-chain',
} as const satisfies Record<RosterFailure['type'], string>;

export const found = async (room: Room, body: Bytes, network: string): Promise<Answer> => {
  const asked = parseFoundAsk(body);
  if (!asked.ok) return refuse('malformed');
  const wait = room.loginFailures.wait(`founding ${network}`);
  if (wait > 0) return refuseFor(wait);
  const founded = await addLink(room.primitives, null, asked.value.link);
  const said = founded.ok ? await room.store.found(fromHex(founded.value.org), asked.value.link, room.settings.founding) : null;
  if (said === 'done') return ok(done);
  room.loginFailures.take(`founding ${network}`);
  return refuse(founded.ok ? 'founding-closed' : refusalOf[founded.failure.type]);
};

export const extendRoster = async (room: Room, body: Bytes, { org, seen }: Session): Promise<Answer> => {
  const asked = parseRosterAsk(body);
  if (!asked.ok) return refuse('malformed');
  const { link } = asked.value;
  if (seen.links.some((there) => sameBytes(there, link))) return ok(done);
  const grown = await addLink(room.primitives, seen.roster, link);
  if (!grown.ok) return refuse(refusalOf[grown.failure.type]);
  const admission = admissionOf(link);
  if (!admission) return refuse('malformed');
  const { invitation, role, device } = admission;
  const admitted = { invitation, follower: role === 'supervisor' ? null : device };
  return (await room.store.addRosterLink(org, seen.roster.links, link, admitted)) ? ok(done) : refuse('broken-chain');
};
