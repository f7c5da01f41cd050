/** A thread that carries some of the devices: makes their keys, lets them write, and sends when it is told to. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Bytes, concat } from '../../src/protocol/bytes.ts';
import type { PostInSession } from '../../src/sync/session.ts';
import { type Member, makeMember, sessionOf } from './member.ts';
import { patiently } from './patiently.ts';
import type { Errand, Order, Word } from './talk.ts';
import { type Batch, emptyBatch, type Wanted, writeAll } from './writing.ts';

interface Carried {
  readonly post: PostInSession;
  readonly batches: readonly Batch[];
}

const tell = (word: Word): void => parentPort?.postMessage(word);

const write = async (origin: string, members: readonly Member[], wanted: Omit<Wanted, 'seed'>, firstSeed: number): Promise<Carried[]> => {
  const carried: Carried[] = [];
  for (const [at, member] of members.entries()) {
    const post = sessionOf(origin, wanted.org, member);
    const batches = await writeAll({ ...wanted, seed: firstSeed + at }, member);
    carried.push({ post, batches });
    tell({ said: 'writing', devices: 1 });
  }
  // Logged in beforehand: what is timed is the exchange.
  const nothing = emptyBatch(wanted.links);
  await Promise.all(carried.map(({ post }) => patiently(() => post('/api/sync', nothing))));
  tell({ said: 'written', ids: concat(...carried.flatMap(({ batches }) => batches.flatMap(({ ids }) => ids))) });
  return carried;
};

/** Each device one batch after the other; the devices all at once. */
const send = async (carried: readonly Carried[]): Promise<void> => {
  let bytes = 0;
  await Promise.all(
    carried.map(async ({ post, batches }) => {
      for (const batch of batches) {
        await patiently(() => post('/api/sync', batch.bytes as Bytes));
        bytes += batch.bytes.length;
        tell({ said: 'sending', entries: batch.ids.length });
      }
    }),
  );
  tell({ said: 'sent', bytes });
};

const carry = async ({ origin, devices }: Errand): Promise<void> => {
  const members = await Promise.all(Array.from({ length: devices }, () => makeMember('worker')));
  let carried: readonly Carried[] = [];
  const obey = async (order: Order): Promise<void> => {
    if (order.do === 'write') carried = await write(origin, members, order.wanted, order.firstSeed);
    else await send(carried);
  };
  parentPort?.on('message', (order: Order) => {
    obey(order).catch((error: unknown) =>
      tell({ said: 'failed', why: error instanceof Error ? error.message : 'for no reason that was told' }),
    );
  });
  tell({ said: 'made', devices: members.map(({ device, person, keys }) => ({ device, person, keys })) });
};

const errand: Errand = workerData;
await carry(errand);
