/** Reading a stream by pages. First the sizes, then only the bodies that fit: a page is never held in memory twice over. */
import type { Kysely } from 'kysely';
import { type Bytes, sameBytes, toHex } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import type { Page, PageAsk, Placed } from './store.ts';
import { office } from './streams.ts';
import type { Tables } from './tables.ts';

/** What an entry this device wrote weighs in a page: its id alone. */
const ownWeight = 34;

interface Head {
  readonly place: number;
  readonly id: Bytes;
  readonly own: boolean;
  readonly size: number;
}

export const page = async (db: Kysely<Tables>, org: Bytes, ask: PageAsk): Promise<Page> => {
  const heads = await readHeads(db, org, ask);
  const fitting = heads.slice(0, countFitting(heads, ask));
  const bodies = await readBodies(db, org, ask, fitting);
  return {
    entries: fitting.map(({ place, id }) => ({ place, id, bytes: null, proof: null, ...bodies.get(place) })),
    more: fitting.length < heads.length,
  };
};

/** At least one, however large, or the stream would stand still. */
const countFitting = (heads: readonly Head[], { mostEntries, mostBytes }: PageAsk): number => {
  let weight = 0;
  for (const [at, { own, size }] of heads.entries()) {
    weight += own ? ownWeight : size;
    if (at >= mostEntries || (at > 0 && weight > mostBytes)) return at;
  }
  return heads.length;
};

const readHeads = async (db: Kysely<Tables>, org: Bytes, { stream, after, reader, mostEntries }: PageAsk): Promise<Head[]> => {
  const rows = stream
    ? await db
        .selectFrom('stream_places as s')
        .innerJoin('entries as e', (on) => on.onRef('e.org', '=', 's.org').onRef('e.place', '=', 's.office_place'))
        .select(['s.place as place', 'e.id as id', 'e.device as device', 'e.size as size'])
        .where('s.org', '=', org)
        .where('s.stream', '=', stream)
        .where('s.place', '>', after)
        .orderBy('s.place')
        .limit(mostEntries + 1)
        .execute()
    : await db
        .selectFrom('entries')
        .select(['place', 'id', 'device', 'size'])
        .where('org', '=', org)
        .where('place', '>', after)
        .orderBy('place')
        .limit(mostEntries + 1)
        .execute();
  return rows.map(({ place, id, device, size }) => ({
    place: Number(place),
    id: asBytes(id),
    own: sameBytes(asBytes(device), reader),
    size: Number(size),
  }));
};

const readBodies = async (
  db: Kysely<Tables>,
  org: Bytes,
  { stream, reader }: PageAsk,
  heads: readonly Head[],
): Promise<Map<number, Pick<Placed, 'bytes' | 'proof'>>> => {
  const foreign = heads.filter(({ own }) => !own);
  const first = foreign[0]?.place;
  const last = foreign[foreign.length - 1]?.place;
  if (first === undefined || last === undefined) return new Map();
  const rows = stream
    ? await db
        .selectFrom('stream_places as s')
        .innerJoin('entries as e', (on) => on.onRef('e.org', '=', 's.org').onRef('e.place', '=', 's.office_place'))
        .leftJoin('proofs as p', (on) => on.onRef('p.org', '=', 's.org').onRef('p.place', '=', 's.office_place'))
        .select(['s.place as place', 'e.bytes as bytes', 'p.signature as signature'])
        .where('s.org', '=', org)
        .where('s.stream', '=', stream)
        .where('s.place', '>=', first)
        .where('s.place', '<=', last)
        .where('e.device', '!=', reader)
        .execute()
    : await db
        .selectFrom('entries as e')
        .leftJoin('proofs as p', (on) => on.onRef('p.org', '=', 'e.org').onRef('p.place', '=', 'e.place'))
        .select(['e.place as place', 'e.bytes as bytes', 'p.signature as signature'])
        .where('e.org', '=', org)
        .where('e.place', '>=', first)
        .where('e.place', '<=', last)
        .where('e.device', '!=', reader)
        .execute();
  return new Map(
    rows.map(({ place, bytes, signature }) => [Number(place), { bytes: asBytes(bytes), proof: signature && asBytes(signature) }]),
  );
};

export const lastPlace = async (db: Kysely<Tables>, org: Bytes, stream: Bytes | null): Promise<number> => {
  const row = await db
    .selectFrom('counters')
    .select('last')
    .where('org', '=', org)
    .where('stream', '=', stream ? toHex(stream) : office)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
};
