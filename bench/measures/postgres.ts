/** The store over PostgreSQL beside the bare PostgreSQL, durable both; and how long a failover keeps devices waiting. `npm run bench -- --only postgres`. */
import type { NewEntry, ServerStore } from '../../server/store/store.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { aPair, failOver } from '../../tests/support/failover.ts';
import { openAt, type Postgres, startPostgres } from '../../tests/support/postgres.ts';
import { openBarePostgres } from '../barePostgres.ts';
import { atLeast, type Bench, type Measure, type Row } from '../measure.ts';
import { median, takeTurns, told } from '../stats.ts';

const batch = 500;
/** What a contact of 1 KiB as JSON weighs once sealed. */
const entryBytes = 640;

const batchesOf = (device: Bytes, count: number): NewEntry[][] =>
  Array.from({ length: Math.ceil(count / batch) }, (_, part) =>
    Array.from({ length: batch }, (_each, at) => ({
      id: randomBytes(32),
      bytes: randomBytes(entryBytes),
      device,
      sequence: part * batch + at + 1,
      stream: null,
    })),
  );

interface Client {
  readonly org: Bytes;
  readonly batches: NewEntry[][];
}
type Keep = (org: Bytes, entries: readonly NewEntry[]) => Promise<unknown>;

/** Rows per second, of all clients together, each with a batch under way at any time. */
const drive = async (clients: readonly Client[], keep: Keep): Promise<number> => {
  const rows = clients.reduce((sum, { batches }) => sum + batches.length * batch, 0);
  const began = performance.now();
  await Promise.all(
    clients.map(async ({ org, batches }) => {
      for (const entries of batches) await keep(org, entries);
    }),
  );
  return (rows * 1000) / (performance.now() - began);
};

const asTheEndpointDoes =
  (store: ServerStore): Keep =>
  async (org, entries) => {
    if (!(await store.keepNew(org, entries))) throw new Error('what is new was not kept');
  };

interface Load {
  readonly said: string;
  readonly clients: number;
  readonly organisations: number;
}
const loads: readonly Load[] = [
  { said: 'one device', clients: 1, organisations: 1 },
  { said: '8 devices of one organisation', clients: 8, organisations: 1 },
  { said: '8 devices of 8 organisations', clients: 8, organisations: 8 },
];

const rowsPerSecond = async (postgres: Postgres, { rounds, size }: Bench, { said, clients, organisations }: Load): Promise<Row> => {
  const store = await openAt(await postgres.url());
  const bare = await openBarePostgres(await postgres.url(), clients);
  const orgs = Array.from({ length: organisations }, () => randomBytes(16));
  const load = (): Client[] =>
    Array.from({ length: clients }, (_, at) => ({
      org: orgs[at % organisations] ?? randomBytes(16),
      batches: batchesOf(randomBytes(16), size(20_000) / clients),
    }));
  const taken = await takeTurns(rounds, {
    ours: () => drive(load(), asTheEndpointDoes(store)),
    bare: () => drive(load(), bare.keep),
  });
  await store.close();
  await bare.close();
  const ratio = median(taken.ours) / median(taken.bare);
  return {
    measure: `Rows/s of the endpoint’s store over PostgreSQL, ${said}`,
    ours: told(taken.ours, 'rows/s'),
    floor: told(taken.bare, 'rows/s'),
    ratio,
    figure: '≥ 80 % of the bare database',
    verdict: atLeast(ratio, 0.8),
    note: `No HTTP. Batches of ${batch} rows of ${entryBytes} bytes, one durable transaction each, over TCP on this machine. Floor: the same columns by one insert of binary arrays.`,
  };
};

const outage = async ({ rounds, size }: Bench): Promise<Row> => {
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pair = await aPair();
    try {
      waits.push((await failOver(pair, 8, size(100))).outageMs);
    } finally {
      await pair.dispose();
    }
  }
  return {
    measure: 'Primary killed and replica promoted: longest wait between two receipts',
    ours: told(waits, 'ms'),
    figure: '',
    verdict: 'told',
    note: 'Eight devices sending batches of 20; a device whose batch was refused sends it again after 20 ms. The replica is promoted as soon as the primary is dead: a tool that watches adds the time it takes to notice.',
  };
};

export const postgres: Measure = {
  name: 'postgres',
  run: async (bench) => {
    const server = await startPostgres();
    try {
      const rows: Row[] = [];
      for (const load of loads) rows.push(await rowsPerSecond(server, bench, load));
      return [...rows, await outage(bench)];
    } finally {
      await server.dispose();
    }
  },
};
