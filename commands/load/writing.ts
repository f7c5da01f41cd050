/** What a device wrote while it was offline: invented contacts of one size, sealed, chained, signed, and cut into batches as they are sent. */
import { bodyFor, chanceFrom, inventContact, inventNote } from '../../bench/invented.ts';
import type { EntryBody } from '../../src/domain/entry.ts';
import { packBody } from '../../src/protocol/body.ts';
import { type Bytes, toHex } from '../../src/protocol/bytes.ts';
import { encodeSyncBatch } from '../../src/protocol/exchange.ts';
import { maxBatchBytes, maxEntriesPerBatch, suiteNumber } from '../../src/protocol/numbers.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import { encodeEntry, firstPrevious, type Header, headStatement, type SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { makeGrant, sealKeyGrant } from '../../src/store/grants.ts';
import { sealBody } from '../../src/vault/entrySeal.ts';
import { signWith } from '../../src/vault/keys.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { aesKeyFrom } from '../../src/vault/seal.ts';
import type { Member } from './member.ts';

export interface Wanted {
  readonly org: Bytes;
  readonly orgKey: Bytes;
  readonly entries: number;
  readonly size: number;
  readonly seed: number;
  /** How many links the roster has. */
  readonly links: number;
}
export interface Batch {
  readonly bytes: Bytes;
  readonly ids: readonly Bytes[];
}
interface Linked {
  readonly id: Bytes;
  readonly entry: SealedEntry;
  readonly length: number;
}

/** The version of an entry's header; batches have a number of their own. */
const entryProtocol = 1;
const day = 20_700;
/** Names of fields, ids and what stands around the runs. */
const roomBesides = 8192;

const bodiesOf = ({ entries, size, seed }: Wanted, { person }: Member): EntryBody[] => {
  const chance = chanceFrom(seed);
  const writer = { person: toHex(person), name: 'Joon Park' };
  return Array.from({ length: entries }, () => {
    const body = bodyFor(chance, inventContact(chance, { note: 0, items: 3, language: 'en' }), writer);
    const left = size - JSON.stringify(body).length;
    const note = inventNote(chance, 'en', left);
    return { ...body, says: { ...body.says, note: note.padEnd(left, '.') } };
  });
};

export const writeAll = async (wanted: Wanted, member: Member): Promise<Batch[]> => {
  const { org, orgKey } = wanted;
  const { device, signingKey } = member;
  const ring = { id: randomBytes(16), key: randomBytes(32), device, day, audience: 'office' };
  const seal = await aesKeyFrom(ring.key);
  const chain: Linked[] = [];
  const add = async (make: (header: Omit<Header, 'length'>) => Promise<SealedEntry>, key: Bytes | null): Promise<void> => {
    const before = chain[chain.length - 1];
    const sequence = chain.length + 1;
    const previous = before?.id ?? firstPrevious;
    const entry = await make({ protocol: entryProtocol, suite: suiteNumber, org, stream: null, device, sequence, previous, key });
    const bytes = encodeEntry(entry);
    chain.push({ id: await primitives.sha256(bytes), entry, length: bytes.length });
  };
  const grant = await makeGrant({ org, device, signingKey }, ring.id, [orgKey], sealKeyGrant(ring));
  await add(async (header) => ({ header: { ...header, length: grant.length }, body: grant }), null);
  for (const body of bodiesOf(wanted, member)) await add((header) => sealBody(seal, header, packBody(body)), ring.id);
  return Promise.all(inBatches(chain).map((part) => batchOf(wanted, member, part)));
};

const inBatches = (chain: readonly Linked[]): Linked[][] => {
  const parts: Linked[][] = [];
  let room = 0;
  for (const linked of chain) {
    const part = parts[parts.length - 1];
    room -= linked.length;
    if (part && room >= 0 && part.length < maxEntriesPerBatch) part.push(linked);
    else {
      parts.push([linked]);
      room = maxBatchBytes - roomBesides - linked.length;
    }
  }
  return parts;
};

const nothingSeen = { protocol: 2 as const, generation: '', seenUpTo: 0, told: null };
export const emptyBatch = (links: number): Bytes => encodeSyncBatch({ ...nothingSeen, rosterLinks: links, runs: [], proofs: [] });

const batchOf = async ({ org, links }: Wanted, { device, signingKey }: Member, part: readonly Linked[]): Promise<Batch> => {
  const last = part[part.length - 1];
  const signature = last && (await signWith(signingKey, headStatement({ org, device, sequence: last.entry.header.sequence, id: last.id })));
  const bytes = encodeSyncBatch({
    ...nothingSeen,
    rosterLinks: links,
    runs: packRuns(part),
    proofs: signature ? [[part.length - 1, signature]] : [],
  });
  return { bytes, ids: part.map(({ id }) => id) };
};
