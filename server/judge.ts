/**
 * Each entry of a batch is judged alone: one bad entry never holds up another. It is judged by who wrote it, and it does not
 * matter who carries it here. What needs the transaction (its place, whether its number was taken meanwhile) is left to the store.
 */
import { type Bytes, sameBytes, toHex } from '../src/protocol/bytes.ts';
import type { SetAsideReason, SyncBatch } from '../src/protocol/exchange.ts';
import { parseGrant } from '../src/protocol/grant.ts';
import { entryProtocol, maxEntryBytes, suiteNumber } from '../src/protocol/numbers.ts';
import type { Primitives } from '../src/protocol/primitives.ts';
import type { RosterDevice } from '../src/protocol/roster.ts';
import type { UnpackedEntry } from '../src/protocol/runs.ts';
import { headStatement } from '../src/protocol/sealedEntry.ts';
import type { Session } from './deps.ts';
import type { Known } from './store/store.ts';

export type Verdict =
  | { readonly is: 'had'; readonly place: number }
  | { readonly is: 'set-aside'; readonly reason: SetAsideReason }
  /** `proof`: the signature that was checked; without one, a later entry vouches for it. */
  | { readonly is: 'fit'; readonly proof: Bytes | null };

export interface Bench {
  readonly session: Session;
  /** Whether a batch may hold what other devices of the roster wrote: since protocol 2. */
  readonly carries: boolean;
  readonly entries: readonly UnpackedEntry[];
  /** What stands at each entry's number already. */
  readonly standing: readonly (Known | null)[];
  readonly proofs: SyncBatch['proofs'];
  readonly verify: Primitives['verify'];
}

const aside = (reason: SetAsideReason): Verdict => ({ is: 'set-aside', reason });

export const judge = async (bench: Bench): Promise<Verdict[]> => {
  const proven = await findProven(bench);
  const verdicts: Verdict[] = [];
  for (const [at, unpacked] of bench.entries.entries()) {
    const there = bench.standing[at];
    const flaw = flawOf(unpacked, bench);
    const proof = proven.get(at);
    if (there && sameBytes(there.id, unpacked.id)) verdicts.push({ is: 'had', place: there.place });
    else if (flaw) verdicts.push(aside(flaw));
    else if (there || followsFork(bench, verdicts, at)) verdicts.push(aside('fork'));
    else verdicts.push(proof === undefined ? aside('unproven') : { is: 'fit', proof });
  }
  return verdicts;
};

/** What goes on from an entry that lost its number to another belongs to the same fork: kept, it would follow nothing that is here. */
const followsFork = ({ entries, carries }: Bench, verdicts: readonly Verdict[], at: number): boolean => {
  const [before, unpacked, verdict] = [entries[at - 1], entries[at], verdicts[at - 1]];
  const isFork = verdict?.is === 'set-aside' && verdict.reason === 'fork';
  return carries && isFork && before !== undefined && unpacked !== undefined && vouchesFor(unpacked, before);
};

/** nonce and tag of AES-GCM */
const leastSealed = 12 + 16;

/** Who wrote it, if this session may bring that: always what its own device wrote. */
const writerOf = ({ entry: { header } }: UnpackedEntry, { session, carries }: Pick<Bench, 'session' | 'carries'>): RosterDevice | null => {
  if (!sameBytes(header.org, session.org)) return null;
  if (sameBytes(header.device, session.device)) return session.member;
  return (carries && session.seen.roster.devices.get(toHex(header.device))) || null;
};

const flawOf = (unpacked: UnpackedEntry, bench: Pick<Bench, 'session' | 'carries'>): SetAsideReason | null => {
  const {
    entry: { header, body },
    bytes,
  } = unpacked;
  if (header.protocol !== entryProtocol || header.suite !== suiteNumber) return 'unknown-suite';
  if (!Number.isSafeInteger(header.sequence)) return 'malformed';
  if (bytes.length > maxEntryBytes) return 'too-large';
  const writer = writerOf(unpacked, bench);
  if (!writer) return 'not-yours';
  if (header.key ? body.length < leastSealed : !parseGrant(body).ok) return 'malformed';
  return mayWriteTo(header.stream, writer, bench.session) ? null : 'unknown-stream';
};

/** The office alone, one more device of the roster, or everybody: that is for supervisors' devices. */
const mayWriteTo = (stream: Bytes | null, writer: RosterDevice, { org, seen }: Session): boolean => {
  if (!stream) return true;
  return sameBytes(stream, org) ? writer.role === 'supervisor' : seen.roster.devices.has(toHex(stream));
};

/**
 * From the end to the beginning: a signature over an entry vouches for all it links back to, so in the normal case
 * one check serves the batch. What the endpoint had already was proven when it was kept.
 */
const findProven = async (bench: Bench): Promise<Map<number, Bytes | null>> => {
  const { entries, standing, verify } = bench;
  const proven = new Map<number, Bytes | null>();
  const signatures = new Map(bench.proofs);
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const unpacked = entries[at];
    if (!unpacked) continue;
    const {
      id,
      entry: { header },
    } = unpacked;
    const next = entries[at + 1];
    const there = standing[at];
    const signature = signatures.get(at);
    const writer = signature ? writerOf(unpacked, bench) : null;
    if (there && sameBytes(there.id, id)) proven.set(at, null);
    else if (next && proven.has(at + 1) && vouchesFor(next, unpacked)) proven.set(at, null);
    else if (signature && writer && (await verify(writer.keys.sign, signature, headStatement({ ...header, id }))))
      proven.set(at, signature);
  }
  return proven;
};

/** By its link, or because it is the very same entry once more. A device vouches for itself alone, whatever it may link to. */
const vouchesFor = (next: UnpackedEntry, { id, entry: { header } }: UnpackedEntry): boolean =>
  sameBytes(next.id, id) || (sameBytes(next.entry.header.previous, id) && sameBytes(next.entry.header.device, header.device));
