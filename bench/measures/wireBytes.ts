import type { EntryBody } from '../../src/domain/entry.ts';
import { packBody } from '../../src/protocol/body.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeSyncBatch } from '../../src/protocol/exchange.ts';
import { entryProtocol, protocolNumber, suiteNumber } from '../../src/protocol/numbers.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import { encodeEntry } from '../../src/protocol/sealedEntry.ts';
import type { NewEntry } from '../../src/store/notebook.ts';
import { sealBody } from '../../src/vault/entrySeal.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { aesKeyFrom } from '../../src/vault/seal.ts';
import { bodyFor, type Chance, chanceFrom, everyday, inventContact, inventScreening } from '../invented.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, quantile, told } from '../stats.ts';

const tries = 200;
const most = 1024;
const asJson = (body: EntryBody): number => Buffer.byteLength(JSON.stringify(body));

/** One entry as it lies in the log, and the whole request body when it travels alone. */
const weigh = async (key: CryptoKey, body: EntryBody): Promise<{ readonly entry: number; readonly request: number }> => {
  const header = {
    protocol: entryProtocol,
    suite: suiteNumber,
    org: randomBytes(16),
    device: randomBytes(16),
    stream: null,
    sequence: 4711,
    previous: randomBytes(32),
    key: randomBytes(16),
  };
  const entry = await sealBody(key, header, packBody(body));
  const bytes: Bytes = encodeEntry(entry);
  const runs = packRuns([{ id: await primitives.sha256(bytes), entry }]);
  const request = encodeSyncBatch({
    protocol: protocolNumber,
    generation: '0'.repeat(32),
    seenUpTo: 812,
    rosterLinks: 6,
    told: [20_160, randomBytes(16)],
    runs,
    proofs: [[0, randomBytes(64)]],
  });
  return { entry: bytes.length, request: request.length };
};

interface Kind {
  readonly name: string;
  readonly make: (chance: Chance) => NewEntry;
  readonly hasFigure: boolean;
}
const kinds: readonly Kind[] = [
  { name: 'An everyday contact', make: (chance) => inventContact(chance, everyday), hasFigure: false },
  // As much as the form takes: a note of 600 letters and a dozen items.
  { name: 'A contact of 2 KiB', make: (chance) => inventContact(chance, { note: 600, items: 18 }), hasFigure: true },
  { name: 'A screening of 2 KiB', make: (chance) => inventScreening(chance), hasFigure: true },
];

export const wireBytes: Measure = {
  name: 'wire-bytes',
  run: async () => {
    const key = await aesKeyFrom(randomBytes(32));
    const chance = chanceFrom(1100);
    const writer = { person: chance.id(), name: 'Joon Park' };
    const rows: Row[] = [];
    for (const { name, make, hasFigure } of kinds) {
      const bodies = closestTo(
        2048,
        hasFigure,
        Array.from({ length: tries * 20 }, () => bodyFor(chance, make(chance), writer)),
      );
      const weights = await Promise.all(bodies.map((body) => weigh(key, body)));
      const requests = weights.map(({ request }) => request);
      rows.push({
        measure: `${name} on the wire`,
        ours: `${told(
          weights.map(({ entry }) => entry),
          'B',
        )}, p95 ${quantile(
          weights.map(({ entry }) => entry),
          0.95,
        )} B`,
        floor: told(bodies.map(asJson), 'B JSON'),
        ratio: median(weights.map(({ entry }) => entry)) / median(bodies.map(asJson)),
        figure: hasFigure ? '≤ 1 KiB, header and padding included' : '',
        verdict: hasFigure ? within(median(weights.map(({ entry }) => entry)), most) : 'told',
        note: `Median and range of ${bodies.length} invented ones in English, Korean and Vietnamese. Alone in a request, with its signature: ${told(requests, 'B')}.`,
      });
    }
    return rows;
  },
};

/** Those whose JSON is nearest to what the figure speaks of. */
const closestTo = (bytes: number, hasFigure: boolean, bodies: readonly EntryBody[]): readonly EntryBody[] =>
  hasFigure
    ? [...bodies].sort((a, b) => Math.abs(asJson(a) - bytes) - Math.abs(asJson(b) - bytes)).slice(0, tries)
    : bodies.slice(0, tries);
