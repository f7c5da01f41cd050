/**
 * Traces that something is kept here, in places that a browser clears apart from one another, so that a loss is noticed and not
 * taken for a new phone. Each holds one rough number: how many notes had at most not been sent. Nothing else stands in them.
 */
import { recall, remember } from '../i18n/remembered.ts';

const name = 'kept';
const roughly = [0, 9, 99, 999] as const;
/** Above the last step it is not counted any more. */
const many = 9999;

export const roughCount = (count: number): number => roughly.find((most) => count <= most) ?? many;

const readNumber = (text: string | null | undefined): number | null => (text && /^\d{1,4}$/.test(text) ? Number(text) : null);

/** A browser may lack a place, or refuse it; then the others must do. */
const orNull = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch {
    return null;
  }
};

const files = () => navigator.storage.getDirectory();
const address = `/${name}`;

export const leaveTraces = async (unsent: number): Promise<void> => {
  const text = String(unsent);
  remember(name, text);
  await orNull(async () => (await caches.open(name)).put(address, new Response(text)));
  await orNull(async () => {
    const writing = await (await (await files()).getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  });
};

export const forgetTraces = async (): Promise<void> => {
  remember(name, null);
  await orNull(() => caches.delete(name));
  await orNull(async () => (await files()).removeEntry(name));
};

/** The most that any of them says; `null` where there is none. */
export const readTraces = async (): Promise<number | null> => {
  const texts = await Promise.all([
    recall(name),
    orNull(async () => (await caches.match(address, { cacheName: name }))?.text()),
    orNull(async () => (await (await (await files()).getFileHandle(name)).getFile()).text()),
  ]);
  const numbers = texts.flatMap((text) => readNumber(text) ?? []);
  return numbers.length > 0 ? Math.max(...numbers) : null;
};

/** A browser that clears storage for lack of space leaves the small settings alone, so this says it soonest. */
export const isTraced = (): boolean => recall(name) !== null;

export type HeldFiles = 'there' | 'gone' | 'unknown';

/** Whether either copy of the vault's slots lies among the origin's files. */
export const lookForSlots = async (): Promise<HeldFiles> => {
  if (!navigator.storage?.getDirectory) return 'gone';
  const root = await orNull(files);
  if (!root) return 'unknown';
  const looked = await Promise.all(['vault-a', 'vault-b'].map((slot) => root.getFileHandle(slot).then(() => 'there', problemOf)));
  if (looked.includes('there')) return 'there';
  return looked.every((said) => said === 'NotFoundError') ? 'gone' : 'unknown';
};
const problemOf = (problem: unknown): string => (problem instanceof DOMException ? problem.name : 'unknown');

/** Private windows of some browsers have no files: getting at them is refused. Others do not let themselves be known. */
export const looksPrivate = async (): Promise<boolean> =>
  typeof navigator.storage?.getDirectory === 'function' && (await orNull(files)) === null;
