/** Founding an organisation and letting devices in. The chain decides (src/protocol/roster.ts); the endpoint only keeps it. */
import { ok } from '../src/domain/result.ts';
import { type Bytes, fromHex, sameBytes, toHex } from '../src/protocol/bytes.ts';
import { parseFoundAsk, parseRosterAsk } from '../src/protocol/joining.ts';
import { type FoundAgainAsk, foundAgainStatement, parseFoundAgainAsk } from '../src/protocol/login.ts';
import type { RefusalCode } from '../src/protocol/refusals.ts';
import { type Admission, addLink, admissionOf, type RosterFailure, readRoster } from '../src/protocol/roster.ts';
import { type Answer, done, refuse, refuseFor } from './answers.ts';
import type { Room, Session } from './deps.ts';
import type { Admitted, WholeRoster } from './store/store.ts';

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
  return (await room.store.addRosterLink(org, seen.roster.links, link, admittedBy(admission))) ? ok(done) : refuse('broken-chain');
};

/**
 * Where the database was lost whole: a supervisor's device hands in the roster as it holds it. The chain is verified from its root as
 * at any time, and who hands it in must be a supervisor in it; whether an organisation may be founded here at all stays the rule.
 */
export const foundAgain = async (room: Room, body: Bytes, network: string): Promise<Answer> => {
  const asked = parseFoundAgainAsk(body);
  if (!asked.ok) return refuse('malformed');
  const wait = room.loginFailures.wait(`founding ${network}`);
  if (wait > 0) return refuseFor(wait);
  const outcome = await putUp(room, asked.value);
  if (outcome === 'done') return ok(done);
  room.loginFailures.take(`founding ${network}`);
  return refuse(outcome);
};

const putUp = async (room: Room, { org, device, challenge, signature, links }: FoundAgainAsk): Promise<'done' | RefusalCode> => {
  if (await room.rosters.find(toHex(org))) return 'already-there';
  if (!room.sessions.isFresh({ org, device }, challenge)) return 'login-refused';
  const read = await readRoster(room.primitives, links, null);
  if (!read.ok) return refusalOf[read.failure.type];
  const member = read.value.devices.get(toHex(device));
  if (read.value.org !== toHex(org) || !member) return 'login-refused';
  if (!(await room.primitives.verify(member.keys.login, signature, foundAgainStatement(org, device, challenge)))) return 'login-refused';
  if (member.role !== 'supervisor') return 'not-a-supervisor';
  const said = await room.store.foundWhole(org, wholeOf(links), room.settings.founding);
  return said === 'closed' ? 'founding-closed' : said;
};

const wholeOf = ([first = new Uint8Array(), ...rest]: readonly Bytes[]): WholeRoster => [
  first,
  ...rest.flatMap((link) => {
    const admission = admissionOf(link);
    return admission ? [[link, admittedBy(admission)] as const] : [];
  }),
];

/** A supervisor's device reads the office's stream; a worker's follows what is for everybody. */
const admittedBy = ({ invitation, role, device }: Admission): Admitted => ({ invitation, follower: role === 'supervisor' ? null : device });
