/** One organisation of a database, checked as its rows come by: roster, counters, followers, entries, and then streams. */
import { type Bytes, fromHex, sameBytes, toHex } from '../../src/protocol/bytes.ts';
import { readEntry } from '../../src/protocol/entryBytes.ts';
import type { Header } from '../../src/protocol/header.ts';
import { addLink, type Roster } from '../../src/protocol/roster.ts';
import { headStatement } from '../../src/protocol/sealedEntry.ts';
import { bytesAt, type Chunk, numberAt, type Row, textAt } from '../copy/shape.ts';
import { nodePrimitives, sha256 } from '../primitives.ts';
import { office } from '../store/streams.ts';
import { createChains } from './chains.ts';
import type { Finding, Report } from './finding.ts';
import { createStreams } from './streams.ts';

export const createOrganisation = (org: string, tell: Report) => {
  const counters = new Map<string, number>();
  const followers = new Set<string>();
  /** By place; each goes when its entry comes. */
  const proofs = new Map<number, Bytes>();
  const chains = createChains((trouble) => tell({ org, ...trouble }));
  const counter = (stream: string): number => counters.get(stream) ?? 0;
  const streams = createStreams({ org, follows: (device) => followers.has(device), counter, tell });
  let roster: Roster | null = null;
  let links = 0;
  let lastPlace = 0;
  const say = (what: Finding['what'], at: number, who?: string): void => tell({ what, org, at, ...(who === undefined ? {} : { who }) });

  const takeLink = async (row: Row): Promise<void> => {
    const n = numberAt(row, 1);
    if (n !== links) say('link-missing', links);
    links = n + 1;
    const grown = await addLink(nodePrimitives, roster, bytesAt(row, 2));
    if (!grown.ok || grown.value.org !== org) return say('roster-broken', n);
    roster = grown.value;
  };

  const maySendTo = ({ stream, device }: Header): boolean => {
    if (!stream) return true;
    const name = toHex(stream);
    return name === org ? roster?.devices.get(toHex(device))?.role === 'supervisor' : roster?.devices.has(name) === true;
  };

  /** Whether the entry bears a good signature of its own; most bear none, and the next one vouches for them. */
  const isSigned = async (place: number, { device, sequence }: Header, id: Bytes): Promise<boolean> => {
    const signature = proofs.get(place);
    const key = roster?.devices.get(toHex(device))?.keys.sign;
    if (!signature || !key) return false;
    proofs.delete(place);
    const good = await nodePrimitives.verify(key, signature, headStatement({ org: fromHex(org), device, sequence, id }));
    if (!good) say('proof-wrong', sequence, toHex(device));
    return good;
  };

  const takeEntry = async (row: Row): Promise<void> => {
    const place = numberAt(row, 1);
    if (place !== lastPlace + 1) say('place-gap', lastPlace + 1);
    lastPlace = place;
    const [id, device, bytes] = [bytesAt(row, 2), bytesAt(row, 3), bytesAt(row, 6)];
    if (!sameBytes(sha256(bytes), id)) say('id-differs', place);
    const header = readEntry(bytes)?.header;
    if (!header) return say('unreadable', place);
    const { sequence, previous, stream } = header;
    const agrees = toHex(header.org) === org && sameBytes(header.device, device) && sequence === numberAt(row, 4);
    if (!agrees || numberAt(row, 5) !== bytes.length) say('row-differs', place);
    if (roster && !roster.devices.has(toHex(device))) say('unknown-device', place, toHex(device));
    if (roster && !maySendTo(header)) say('unknown-stream', place);
    chains.add(device, { sequence, previous, id, signed: await isSigned(place, header, id) });
    if (stream) streams.addEntry(toHex(stream), place);
  };

  const takeRow = async (table: Chunk['table'], row: Row): Promise<void> => {
    if (table === 'roster_links') await takeLink(row);
    else if (table === 'counters') counters.set(textAt(row, 1), numberAt(row, 2));
    else if (table === 'followers') followers.add(toHex(bytesAt(row, 1)));
    else if (table === 'proofs') proofs.set(numberAt(row, 1), bytesAt(row, 2));
    else if (table === 'entries') await takeEntry(row);
    else if (table === 'stream_places') streams.addRow(toHex(bytesAt(row, 1)), numberAt(row, 2), numberAt(row, 3));
  };

  const checkFollowers = (): void => {
    for (const { device, role } of roster?.devices.values() ?? [])
      if (role === 'worker' && !followers.has(device)) tell({ what: 'follower-missing', org, who: device });
    for (const device of followers)
      if (roster?.devices.get(device)?.role !== 'worker') tell({ what: 'follower-stranger', org, who: device });
  };

  return {
    org,
    takeRow,
    /** `hasFollowers`: a database of the first version knows none. */
    finish: (hasFollowers: boolean): void => {
      if (!roster) say('roster-broken', 0);
      if (counter(office) !== lastPlace) say('counter-differs', counter(office));
      for (const place of proofs.keys()) say('proof-astray', place);
      chains.finish();
      streams.finish(followers);
      if (hasFollowers) checkFollowers();
    },
  };
};
export type Organisation = ReturnType<typeof createOrganisation>;
