/**
 * What a database holds, read by questions of our own and not by the endpoint's code, and what must be true of it after
 * any fault: ids are hashes, chains hold, places have no gaps, every stream holds what is for it, once.
 */
import { nodePrimitives } from '../../../server/primitives.ts';
import { type Bytes, sameBytes, toHex } from '../../../src/protocol/bytes.ts';
import { orgIdOf, readRoster } from '../../../src/protocol/roster.ts';
import { parseEntry } from '../../../src/protocol/sealedEntry.ts';
import type { DatabaseAtHand, Row } from './database.ts';

export interface Kept {
  readonly generation: string;
  /** Ids of all entries, as hex, in the order of their places. */
  readonly ids: readonly string[];
  readonly organisations: number;
  readonly devices: number;
  /** Whatever is not as it must be; empty when all is well. */
  readonly wrong: readonly string[];
}

const bytesIn = (value: unknown): Bytes => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return new Uint8Array(value);
  throw new Error('a column of bytes holds something else');
};
const hexIn = (value: unknown): string => toHex(bytesIn(value));

const groups = (rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row[]> => {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(nameOf(row), [...(grouped.get(nameOf(row)) ?? []), row]);
  return grouped;
};

const gapFree = (rows: readonly Row[], column: string, name: string): string[] =>
  rows.flatMap((row, at) =>
    Number(row[column]) === at + 1 ? [] : [`${name}: ${column} ${String(row[column])} stands where ${at + 1} should`],
  );

interface Read {
  readonly org: string;
  readonly id: string;
  readonly place: number;
  readonly stream: string | null;
}

/** A device's entries in the order of its own numbers: each is the hash of its bytes and names the one before. */
const chainOf = (device: string, rows: readonly Row[]): { readonly read: readonly Read[]; readonly wrong: readonly string[] } => {
  const wrong = gapFree(rows, 'sequence', `entries of ${device}`);
  const read: Read[] = [];
  let previous: Bytes = new Uint8Array(32);
  for (const row of rows) {
    const bytes = bytesIn(row.bytes);
    const id = nodePrimitives.sha256(bytes);
    const entry = parseEntry(bytes);
    if (!entry.ok || hexIn(row.id) !== toHex(id)) return { read, wrong: [...wrong, `an entry of ${device} is not what its id says`] };
    const { header } = entry.value;
    if (header.sequence !== Number(row.sequence) || toHex(header.device) !== device)
      wrong.push(`an entry of ${device} lies under another number`);
    if (!sameBytes(header.previous, previous)) wrong.push(`the chain of ${device} is broken at ${header.sequence}`);
    previous = id;
    read.push({ org: hexIn(row.org), id: toHex(id), place: Number(row.place), stream: header.stream && toHex(header.stream) });
  }
  return { read, wrong };
};

const streamsWrong = (entries: readonly Read[], placed: readonly Row[], counters: readonly Row[]): string[] => {
  const streams = groups(placed, (row) => `${hexIn(row.org)} ${hexIn(row.stream)}`);
  const counted = new Map(counters.map((row) => [`${hexIn(row.org)} ${String(row.stream)}`, Number(row.last)]));
  const inStreams = [...streams].flatMap(([name, rows]) => [
    ...gapFree(rows, 'place', `stream ${name}`),
    ...(counted.get(name) === rows.length ? [] : [`the counter of stream ${name} says ${String(counted.get(name))}, not ${rows.length}`]),
    ...(new Set(rows.map((row) => Number(row.office_place))).size === rows.length ? [] : [`stream ${name} holds an entry twice`]),
  ]);
  const missing = entries.filter(
    ({ org, stream, place }) => stream !== null && !streams.get(`${org} ${stream}`)?.some((row) => Number(row.office_place) === place),
  );
  return [...inStreams, ...missing.map(({ place }) => `the entry at ${place} is in no stream`)];
};

const officeWrong = (entries: readonly Row[], counters: readonly Row[]): string[] =>
  [...groups(entries, (row) => hexIn(row.org))].flatMap(([org, rows]) => {
    const last = counters.find((row) => hexIn(row.org) === org && row.stream === 'office')?.last;
    return [
      ...gapFree(rows, 'place', `office of ${org}`),
      ...(Number(last) === rows.length ? [] : [`the office's counter of ${org} says ${String(last)}, not ${rows.length}`]),
    ];
  });

const rostersIn = async (links: readonly Row[]): Promise<{ readonly devices: number; readonly wrong: readonly string[] }> => {
  let devices = 0;
  const wrong: string[] = [];
  for (const [org, rows] of groups(links, (row) => hexIn(row.org))) {
    const chain = rows.map((row) => bytesIn(row.link));
    const root = toHex(nodePrimitives.sha256(chain[0] ?? new Uint8Array()));
    const roster = await readRoster(nodePrimitives, chain, root);
    if (!roster.ok || orgIdOf(root) !== org) wrong.push(`the roster of ${org} is broken`);
    else devices += roster.value.devices.size;
  }
  return { devices, wrong };
};

export const lookAt = async ({ rows }: Pick<DatabaseAtHand, 'rows'>): Promise<Kept> => {
  const entries = await rows('select org, place, id, device, sequence, bytes from entries order by org, place');
  const counters = await rows('select org, stream, last from counters');
  const placed = await rows('select org, stream, place, office_place from stream_places order by org, stream, place');
  const links = await rows('select org, n, link from roster_links order by org, n');
  const about = await rows("select value from meta where key = 'generation'");
  const bySequence = [...entries].sort((a, b) => Number(a.sequence) - Number(b.sequence));
  const chains = [...groups(bySequence, (row) => hexIn(row.device))].map(([device, own]) => chainOf(device, own));
  const rosters = await rostersIn(links);
  const read = chains.flatMap((chain) => chain.read);
  return {
    generation: String(about[0]?.value),
    ids: entries.map((row) => hexIn(row.id)),
    organisations: groups(links, (row) => hexIn(row.org)).size,
    devices: rosters.devices,
    wrong: [
      ...chains.flatMap((chain) => chain.wrong),
      ...officeWrong(entries, counters),
      ...streamsWrong(read, placed, counters),
      ...rosters.wrong,
    ],
  };
};
