/**
 * Each entry of a batch is judged alone: one bad entry never holds up another. What needs the transaction (its place,
 * whether its number was taken meanwhile) is left to the store.
 */
import { type Bytes, sameBytes, toHex } from '../src/protocol/bytes.ts';
import type { SetAsideReason, SyncBatch } from '../src/protocol/exchange.ts';
import { parseGrant } from '../src/protocol/grant.ts';
import { maxEntryBytes, protocolsWeSpeak, suiteNumber } from '../src/protocol/numbers.ts';
import type { Primitives } from '../src/protocol/primitives.ts';
import type { UnpackedEntry } from '../src/protocol/runs.ts';
import { headStatement } from '../src/protocol/sealedEntry.ts';
import type { Session } from './deps.ts';
import type { Known } from './store/store.ts';

export type Verdict =
  | { readonly is: 'had'; readonly place: number }
  | { readonly is: 'set-aside'; readonly reason: SetAsideReason }
  | { readonly is: 'fit' };

export interface Bench {
  readonly session: Session;
  readonly entries: readonly UnpackedEntry[];
  /** What stands at each entry's number already. */
  readonly standing: readonly (Known | null)[];
  readonly proofs: SyncBatch['proofs'];
  readonly verify: Primitives['verify'];
}

const aside = (reason: SetAsideReason): Verdict => ({ is: 'set-aside', reason });

export const judge = async (bench: Bench): Promise<Verdict[]> => {
  const proven = await findProven(bench);
  return bench.entries.map((unpacked, at) => {
    const there = bench.standing[at];
    if (there && sameBytes(there.id, unpacked.id)) return { is: 'had', place: there.place };
    const flaw = flawOf(unpacked, bench.session);
    if (flaw) return aside(flaw);
    if (there) return aside('fork');
    return proven.has(at) ? { is: 'fit' } : aside('unproven');
  });
};

/** nonce and tag of AES-GCM */
const leastSealed = 12 + 16;

const flawOf = ({ entry: { header, body }, bytes }: UnpackedEntry, { org, device, seen, member }: Session): SetAsideReason | null => {
  if (!speaks(header.protocol) || header.suite !== suiteNumber) return 'unknown-suite';
  if (!Number.isSafeInteger(header.sequence)) return 'malformed';
  if (bytes.length > maxEntryBytes) return 'too-large';
  if (!sameBytes(header.org, org) || !sameBytes(header.device, device)) return 'not-yours';
  if (header.key ? body.length < leastSealed : !parseGrant(body).ok) return 'malformed';
  return mayWriteTo(header.stream, { org, seen, member }) ? null : 'unknown-stream';
};

/** The office alone, one more device of the roster, or everybody: that is for supervisors' devices. */
const mayWriteTo = (stream: Bytes | null, { org, seen, member }: Pick<Session, 'org' | 'seen' | 'member'>): boolean => {
  if (!stream) return true;
  return sameBytes(stream, org) ? member.role === 'supervisor' : seen.roster.devices.has(toHex(stream));
};

const speaks = (protocol: number): boolean => protocolsWeSpeak.some((number) => number === protocol);

/**
 * From the end to the beginning: a signature over an entry vouches for all it links back to, so in the normal case
 * one check serves the batch. What the endpoint had already was proven when it was kept.
 */
const findProven = async ({ session, entries, standing, proofs, verify }: Bench): Promise<Set<number>> => {
  const proven = new Set<number>();
  const signatures = new Map(proofs);
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
    if (there && sameBytes(there.id, id)) proven.add(at);
    else if (next && proven.has(at + 1) && vouchesFor(next, id)) proven.add(at);
    else if (signature && (await verify(session.member.keys.sign, signature, headStatement({ ...header, id })))) proven.add(at);
  }
  return proven;
};

/** By its link, or because it is the very same entry once more. */
const vouchesFor = (next: UnpackedEntry, id: Bytes): boolean => sameBytes(next.entry.header.previous, id) || sameBytes(next.id, id);
