/**
 * A reserve of space, given up when there is none left, so that what a person writes can always be saved. It lies among the
 * origin's files, which share the quota with the database and, unlike rows, give their space back at once.
 */
const name = 'reserve';
export const ballastBytes = 5 << 20;

export type Ballast = 'kept' | 'no-room' | 'not-possible';

const remove = async (): Promise<void> => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name).catch(() => undefined);
};

/** Makes it if it is not there. Real bytes, because an empty file of that length would keep no room on the disk. */
export const keepBallast = async (): Promise<Ballast> => {
  try {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle(name, { create: true });
    if ((await file.getFile()).size >= ballastBytes) return 'kept';
    const writing = await file.createWritable();
    await writing.write(new Uint8Array(ballastBytes));
    await writing.close();
    return 'kept';
  } catch (problem) {
    if (!(problem instanceof DOMException) || problem.name !== 'QuotaExceededError') return 'not-possible';
    await remove().catch(() => undefined);
    return 'no-room';
  }
};

export const giveUpBallast = async (): Promise<void> => {
  await remove().catch(() => undefined);
};
