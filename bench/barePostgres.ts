/** The bare PostgreSQL: the columns that the endpoint keeps, by the fastest insert we know, as many connections as are asked for. Nothing looked up, nothing numbered. */
import pg from 'pg';
import { bytesArray, numberArray } from '../server/store/binaryArrays.ts';
import type { NewEntry } from '../server/store/store.ts';
import type { Bytes } from '../src/protocol/bytes.ts';

const create = `create table rows (org bytea not null, place bigint not null, id bytea not null, device bytea not null, sequence bigint not null,
  size bigint not null, bytes bytea not null, primary key (org, place), unique (org, device, sequence))`;
const insert = `insert into rows select $1::bytea, place, id, device, sequence, length(bytes), bytes
  from unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::bytea[]) as fresh (place, id, device, sequence, bytes)`;

export const openBarePostgres = async (url: string, connections: number) => {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query(create);
  let place = 0;
  return {
    keep: async (org: Bytes, entries: readonly NewEntry[]) => {
      const from = place;
      place += entries.length;
      await pool.query({
        name: 'insert',
        text: insert,
        values: [
          org,
          numberArray(entries.map((_, at) => from + at + 1)),
          bytesArray(entries.map(({ id }) => id)),
          bytesArray(entries.map(({ device }) => device)),
          numberArray(entries.map(({ sequence }) => sequence)),
          bytesArray(entries.map(({ bytes }) => bytes)),
        ],
      });
    },
    close: () => pool.end(),
  };
};
