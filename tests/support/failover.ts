/** A primary, a replica that it waits for, and an endpoint that knows both; devices that send without a pause while the primary dies. */
import { toHex } from '../../src/protocol/bytes.ts';
import { aDevice, anOffice, type Door, type RawDevice } from './device.ts';
import { doorAt } from './door.ts';
import { type Postgres, startPostgres, startReplica } from './postgres.ts';
import { type ServerProcess, startServer } from './process.ts';

export interface Pair {
  readonly primary: Postgres;
  readonly replica: Postgres;
  readonly database: string;
  /** Names both, the replica first: it must be passed over. */
  readonly url: string;
  readonly dispose: () => Promise<void>;
}

/** From here on a commit is one only when the replica has it on disk. */
const waitForReplica = async (primary: Postgres): Promise<void> => {
  await primary.ask("alter system set synchronous_standby_names = 'second'");
  await primary.ask('select pg_reload_conf()');
  for (;;) {
    const rows = await primary.ask<{ sync_state: string }>('select sync_state from pg_stat_replication');
    if (rows[0]?.sync_state === 'sync') return;
    await new Promise((wait) => setTimeout(wait, 20));
  }
};

export const aPair = async (): Promise<Pair> => {
  const primary = await startPostgres();
  const url = await primary.url();
  const replica = await startReplica(primary, 'second');
  await waitForReplica(primary);
  const database = new URL(url).pathname.slice(1);
  return {
    primary,
    replica,
    database,
    url: url.replace(`@127.0.0.1:${primary.port}/`, `@127.0.0.1:${replica.port},127.0.0.1:${primary.port}/`),
    dispose: async () => {
      await replica.dispose();
      await primary.dispose();
    },
  };
};

export const promote = (replica: Postgres) => replica.ask('select pg_promote()');

interface Sender {
  readonly device: RawDevice;
  /** Place by id, of all that were acknowledged. */
  readonly told: Map<string, number>;
  readonly stop: () => Promise<void>;
}

/** Sends batch after batch; what is not acknowledged is sent again, as a phone does. */
const sending = (device: RawDevice, door: Door, acknowledged: () => void): Sender => {
  const told = new Map<string, number>();
  let going = true;
  const run = async () => {
    while (going) {
      const entries = device.writes(20);
      while (!(await sendOnce(entries))) await new Promise((wait) => setTimeout(wait, 20));
      acknowledged();
    }
  };
  const sendOnce = async (entries: ReturnType<RawDevice['writes']>): Promise<boolean> => {
    const answer = await device.syncs(door, entries).catch(() => null);
    for (const [at, { id }] of entries.entries()) {
      const receipt = answer?.receipts[at];
      if (receipt && receipt.is !== 'set-aside') told.set(toHex(id), receipt.place);
    }
    return answer !== null;
  };
  const running = run();
  return {
    device,
    told,
    stop: async () => {
      going = false;
      await running;
    },
  };
};

export interface Failover {
  /** Place by id, as devices were told. */
  readonly told: ReadonlyMap<string, number>;
  /** Place by id, as the promoted replica has them. */
  readonly kept: ReadonlyMap<string, number>;
  readonly outageMs: number;
  readonly before: number;
  readonly after: number;
}

const untilBatches = async (count: () => number, most: number): Promise<void> => {
  while (count() < most) await new Promise((wait) => setTimeout(wait, 10));
};

/** The whole story, with so many devices and batches before and after. */
export const failOver = async (pair: Pair, devices: number, batches: number): Promise<Failover> => {
  const endpoint: ServerProcess = await startServer({ env: { DATABASE_URL: pair.url } });
  try {
    const door = doorAt(endpoint.origin);
    const office = await anOffice(door);
    const workers = await Promise.all(Array.from({ length: devices }, () => aDevice(office.supervisor.org)));
    for (const [at] of workers.entries()) workers[at] = await office.admits();
    const times: number[] = [];
    const senders = workers.map((device) => sending(device, door, () => times.push(performance.now())));
    await untilBatches(() => times.length, batches);
    await pair.primary.kill();
    const [killed, before] = [performance.now(), times.length];
    await promote(pair.replica);
    await untilBatches(() => times.filter((time) => time > killed).length, batches);
    await Promise.all(senders.map(({ stop }) => stop()));
    return {
      told: new Map(senders.flatMap(({ told }) => [...told])),
      kept: await keptAt(pair),
      outageMs: Math.round((times.find((time, at) => at >= before && time > killed) ?? killed) - (times[before - 1] ?? killed)),
      before: before * 20,
      after: (times.length - before) * 20,
    };
  } finally {
    await endpoint.dispose();
  }
};

const keptAt = async ({ replica, database }: Pair): Promise<Map<string, number>> => {
  const rows = await replica.ask<{ id: Buffer; place: string }>('select id, place from entries order by place', database);
  return new Map(rows.map(({ id, place }) => [toHex(new Uint8Array(id)), Number(place)]));
};
