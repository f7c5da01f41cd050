/** Ours: real devices without screens (demo/headless.ts) over the browser's own database, numbered so that the bench can name them. */
import { createHeadless, type Headless, quickKdf } from '../../demo/headless.ts';
import { findDevice } from '../../src/store/deviceRow.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { createExchange } from '../../src/sync/exchange.ts';
import { createPost } from '../../src/sync/post.ts';
import { createSession, type PostInSession } from '../../src/sync/session.ts';
import { inventContacts } from '../invented.ts';

interface Device {
  readonly headless: Headless;
  readonly post: PostInSession;
  day: string;
}
const devices: Device[] = [];
const passphrase = 'words for measuring with';

export const deviceAt = (number: number): Device => {
  const device = devices[number];
  if (!device) throw new Error(`there is no device ${number}`);
  return device;
};

const addDevice = (): Device => {
  const here = { fetch: (...request: Parameters<typeof fetch>) => fetch(...request), origin: location.origin };
  const device: Device = {
    day: '2026-03-02',
    headless: createHeadless({ ...here, kdf: quickKdf, now: () => `${device.day}T20:15:00-06:00` }),
    post: createSession({ post: createPost(here), device: () => findDevice(device.headless.db), milliseconds: () => performance.now() }),
  };
  devices.push(device);
  return device;
};

/** A new organisation with its first supervisor's device. Gives the device's number. */
export const found = async (): Promise<number> => {
  const { headless } = addDevice();
  await headless.found('Lantern House (invented)', 'Mina Cho', passphrase);
  return devices.length - 1;
};

/** Another device, invited and let in by device `by`, as people do it. */
export const letIn = async (by: number, role: 'worker' | 'supervisor', name: string): Promise<number> => {
  const office = deviceAt(by).headless;
  const { headless } = addDevice();
  const { link } = await office.invite(role);
  const words = await headless.ask(link, name, passphrase);
  const asking = (await office.asking()).find((one) => one.words.join() === words.join());
  if (!asking) throw new Error('nobody asks to be let in');
  await office.letIn(asking.invitation);
  await headless.enter();
  return devices.length - 1;
};

/** Invented contacts, saved through the notebook, `at once` in one transaction. Making them up is not part of the time. */
export const save = async (
  number: number,
  wish: { readonly seed: number; readonly count: number; readonly atOnce: number },
): Promise<number> => {
  const book = deviceAt(number).headless.notebook();
  const entries = inventContacts(wish.seed, wish.count);
  const began = performance.now();
  for (let at = 0; at < entries.length; at += wish.atOnce) {
    const saved = await book.writeTogether(entries.slice(at, at + wish.atOnce));
    if (!saved.ok) throw new Error(`not saved: ${saved.failure.type}`);
  }
  return performance.now() - began;
};

/** One contact as a screen writes it. */
export const saveOne = async (number: number, seed: number): Promise<number> => {
  const [entry] = inventContacts(seed, 1);
  if (!entry) throw new Error('nothing invented');
  const began = performance.now();
  const saved = await deviceAt(number).headless.notebook().write(entry);
  if (!saved.ok) throw new Error(`not saved: ${saved.failure.type}`);
  return performance.now() - began;
};

export const setDay = (number: number, day: string): void => {
  deviceAt(number).day = day;
};

export const lock = (number: number): void => deviceAt(number).headless.lock();

export const unlock = async (number: number): Promise<void> => {
  await deviceAt(number).headless.unlock(passphrase);
};

/** Exchanges until nothing waits on either side. `sent`: when the last own entry had its receipt and that was kept. */
export const exchange = async (number: number): Promise<{ readonly sent: number; readonly done: number }> => {
  const { headless, post } = deviceAt(number);
  const outbox = createOutbox({ db: headless.db, roster: await loadRoster(headless.db) });
  let sent = 0;
  let problem = '';
  const began = performance.now();
  const once = createExchange({
    outbox,
    post,
    now: () => '',
    alone: (work) => work(),
    first: async () => ({ ok: true, value: undefined }),
    tell: ({ waiting, reached, failure }) => {
      if (failure) problem = failure.type;
      if (reached && waiting === 0 && sent === 0) sent = performance.now() - began;
    },
    asking: () => undefined,
  });
  await once.now();
  if (problem) throw new Error(`the exchange failed: ${problem}`);
  return { sent, done: performance.now() - began };
};

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export const untilShown = async (number: number, contacts: number): Promise<void> => {
  while (contactsShown(number) < contacts) await pause(5);
};

/** `stored`: the last page is in the database. `shown`: the last record is open. */
export const download = async (number: number, contacts: number): Promise<{ readonly stored: number; readonly shown: number }> => {
  const began = performance.now();
  const { done } = await exchange(number);
  await untilShown(number, contacts);
  return { stored: done, shown: performance.now() - began };
};

/** As if all had been sent, without the sending. */
export const forgetOutbox = (number: number): Promise<void> => deviceAt(number).headless.db.outbox.clear();

export const counts = async (number: number): Promise<{ readonly entries: number; readonly outbox: number; readonly contacts: number }> => {
  const { headless } = deviceAt(number);
  return { entries: await headless.db.entries.count(), outbox: await headless.db.outbox.count(), contacts: contactsShown(number) };
};

export const contactsShown = (number: number): number => {
  try {
    return deviceAt(number).headless.notebook().recordsOf('contact').length;
  } catch {
    // Locked: it shows nothing.
    return 0;
  }
};

/** Locks and destroys what the device kept. */
export const drop = async (number: number): Promise<void> => {
  const { headless } = deviceAt(number);
  headless.lock();
  await headless.db.delete();
};
