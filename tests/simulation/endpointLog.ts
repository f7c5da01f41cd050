/** What stands in the endpoint's database, read past the application: the log, its streams, and whether they are whole. */

import { sha256 } from '../../server/primitives.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import type { Header } from '../../src/protocol/header.ts';
import { parseEntry } from '../../src/protocol/sealedEntry.ts';
import type { EndpointDisk } from './endpointDisk.ts';

export interface Logged {
  readonly place: number;
  readonly id: string;
  readonly device: string;
  readonly sequence: number;
  readonly header: Header;
}

const hexOf = (value: unknown): string => toHex(bytesIn(value));
export const bytesIn = (value: unknown): Uint8Array => {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value instanceof Uint8Array ? value : new Uint8Array();
};

export const readLog = (disk: EndpointDisk, fails: (what: string) => void): readonly Logged[] =>
  disk.rows('select place, id, device, sequence, bytes from entries order by place').map(({ place, id, device, sequence, bytes }, at) => {
    const entry = parseEntry(new Uint8Array(bytesIn(bytes)));
    if (!entry.ok) throw new Error('the endpoint keeps something that is no entry');
    if (hexOf(id) !== toHex(sha256(bytesIn(bytes)))) fails(`log: the entry at place ${at + 1} is not what its id says`);
    return { place: Number(place), id: hexOf(id), device: hexOf(device), sequence: Number(sequence), header: entry.value.header };
  });

/** I9: places and sequences without gaps, each chain linked, each stream whole. `gone`: what nobody can bring back (gone.ts). */
export const checkLog = (disk: EndpointDisk, log: readonly Logged[], fails: (what: string) => void, gone: readonly Logged[] = []): void => {
  if (log.some(({ place }, at) => place !== at + 1)) fails('log: the places have a gap');
  const chains = new Map<string, Logged>();
  for (const logged of [...log, ...gone].sort((a, b) => a.sequence - b.sequence)) {
    const before = chains.get(logged.device);
    if (logged.sequence !== (before?.sequence ?? 0) + 1) fails(`log: a chain has a gap before ${logged.sequence}`);
    if (before && toHex(logged.header.previous) !== before.id) fails(`log: a chain is broken at ${logged.sequence}`);
    chains.set(logged.device, logged);
  }
  checkStreams(disk, log, fails);
};

const checkStreams = (disk: EndpointDisk, log: readonly Logged[], fails: (what: string) => void): void => {
  const org = log[0] ? toHex(log[0].header.org) : '';
  const streams = new Map<string, number[]>();
  for (const { stream, place, office_place } of disk.rows('select stream, place, office_place from stream_places order by stream, place')) {
    const places = streams.get(hexOf(stream)) ?? [];
    if (Number(place) !== places.length + 1) fails('streams: the places of a stream have a gap');
    streams.set(hexOf(stream), [...places, Number(office_place)]);
  }
  const followers = disk.rows('select device from followers').map(({ device }) => hexOf(device));
  for (const { place, header } of log) {
    const stream = header.stream ? toHex(header.stream) : null;
    const wanted = stream === null ? [] : stream === org ? [org, ...followers] : [stream];
    for (const one of wanted)
      if ((streams.get(one) ?? []).filter((there) => there === place).length !== 1) fails('streams: an entry is not once in its stream');
  }
};
