/** An organisation over a real endpoint that is killed, cut off or put back: real devices without screens, and a database one can look into. */
import { createHeadless, type Headless, quickKdf, settled } from '../../../demo/headless.ts';
import { localNow } from '../../../src/compose/clock.ts';
import { office } from '../../../src/domain/entry.ts';
import { prepareServer, type ServerProcess } from '../process.ts';
import type { DatabaseAtHand, KindOfDatabase } from './database.ts';

export interface Ground {
  readonly database: DatabaseAtHand;
  readonly endpoint: ServerProcess;
}

export interface GroundWishes {
  /** Set for every life of the endpoint. */
  readonly env?: Readonly<Record<string, string>>;
  /** `false`: the story starts it. */
  readonly start?: boolean;
}

/** An endpoint over a database of its own, for one story; both are gone afterwards. */
export const overEndpoint = async (
  kind: KindOfDatabase,
  story: (ground: Ground) => Promise<void>,
  { env = {}, start = true }: GroundWishes = {},
): Promise<void> => {
  const database = await kind.make();
  const endpoint = await prepareServer({ dataDir: database.dataDir, env: { ...database.env, ...env } });
  try {
    if (start) await endpoint.start();
    await story({ database, endpoint });
  } finally {
    await endpoint.dispose();
    await database.dispose();
  }
};

export const deviceAt = (origin: string): Headless => createHeadless({ fetch, origin, kdf: quickKdf, now: () => localNow() });

export interface Team {
  readonly laptop: Headless;
  readonly field: Headless;
}

export const letInto = async (laptop: Headless, role: 'worker' | 'supervisor', name: string, device: Headless): Promise<Headless> => {
  const words = await device.ask((await laptop.invite(role)).link, name, 'field words for stories');
  const asking = (await laptop.asking()).find((one) => one.words.join() === words.join());
  if (!asking) throw new Error('the words differ');
  await laptop.letIn(asking.invitation);
  await device.enter();
  await device.exchange();
  return device;
};

/** `phoneAt`: where the phone finds the endpoint, when a bad link lies between. */
export const aTeam = async ({ origin }: Pick<ServerProcess, 'origin'>, phoneAt = origin): Promise<Team> => {
  const laptop = deviceAt(origin);
  await laptop.found('Lantern House (invented)', 'Mina', 'office words for stories');
  const field = await letInto(laptop, 'worker', 'Joon', deviceAt(phoneAt));
  await laptop.exchange();
  return { laptop, field };
};

/** Gives the record. */
export const writes = async (device: Headless, note: string): Promise<string> => {
  const book = device.notebook();
  const record = book.newId();
  device.must(await book.write({ kind: 'contact', record, says: { person: book.newId(), day: book.today(), note }, audience: office }));
  return record;
};

/** What the office reads of contacts, sorted. */
export const notesAt = async (laptop: Headless): Promise<readonly string[]> => {
  await laptop.exchange();
  await settled(100);
  const notes = laptop
    .notebook()
    .recordsOf('contact')
    .map(({ fields }) => String(fields.get('note')?.value));
  return notes.sort();
};
