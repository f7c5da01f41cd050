/** Entries of any shape, for tests that ask whether bytes survive: headers and bodies of noise, chains that hold or break. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Bytes, concat } from '../../src/protocol/bytes.ts';
import type { NumberedEntry } from '../../src/protocol/runs.ts';
import { encodeEntry, firstPrevious, type Header, type SealedEntry } from '../../src/protocol/sealedEntry.ts';

export const sha256 = (bytes: Uint8Array): Bytes => concat(createHash('sha256').update(bytes).digest());

export const bytesOf = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => concat(bytes));
/** Few different ones, so that neighbours often agree. */
const few = (length: number): fc.Arbitrary<Bytes> => fc.integer({ min: 1, max: 2 }).map((fill) => new Uint8Array(length).fill(fill));

export const anEntry = (changes: Partial<Header> = {}, body: Bytes = new Uint8Array(92).fill(9)): SealedEntry => ({
  header: {
    protocol: 1,
    suite: 1,
    org: new Uint8Array(16).fill(1),
    stream: null,
    device: new Uint8Array(16).fill(2),
    sequence: 1,
    previous: firstPrevious,
    key: new Uint8Array(16).fill(3),
    length: body.length,
    ...changes,
  },
  body,
});

export const numbered = (entry: SealedEntry): NumberedEntry => ({ id: sha256(encodeEntry(entry)), entry });

interface Step {
  readonly follows: boolean;
  readonly header: Pick<Header, 'protocol' | 'suite' | 'org' | 'stream' | 'device' | 'key' | 'sequence'>;
  readonly body: Bytes;
}

const steps: fc.Arbitrary<Step> = fc.record({
  follows: fc.boolean(),
  header: fc.record({
    protocol: fc.constantFrom(1, 1, 1, 2),
    suite: fc.constantFrom(1, 1, 1, 7),
    org: few(16),
    stream: fc.option(few(16)),
    device: few(16),
    key: fc.option(few(16)),
    sequence: fc.integer({ min: 1, max: 5 }),
  }),
  body: fc.uint8Array({ maxLength: 60 }).map((bytes) => concat(bytes)),
});

const nextAfter = (before: NumberedEntry | undefined, { follows, header, body }: Step): NumberedEntry => {
  if (!before || !follows) return numbered(anEntry({ ...header, previous: before?.id ?? firstPrevious }, body));
  return numbered(
    anEntry({ ...before.entry.header, sequence: before.entry.header.sequence + 1, previous: before.id, length: body.length }, body),
  );
};

/** Rows of entries: some follow the one before to the letter, some differ in one thing, some are somebody else's. */
export const rowsOfEntries: fc.Arbitrary<readonly NumberedEntry[]> = fc.array(steps, { maxLength: 12 }).map((all) => {
  const row: NumberedEntry[] = [];
  for (const step of all) row.push(nextAfter(row[row.length - 1], step));
  return row;
});
