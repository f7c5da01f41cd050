/** A phone put back from an old copy of its storage: database and vault as they were. */
import { type Headless, settled } from '../../demo/headless.ts';

/** Everything a phone keeps, as a copy of its storage would hold it; gives back how to put it back. */
export const copyOf = async ({ db, file }: Headless) => {
  const rows = await Promise.all(db.tables.map(async (table) => [table, await table.toArray()] as const));
  const slots = await file.read();
  return async () => {
    if (slots) await file.write(slots);
    await db.transaction('rw', db.tables, async () => {
      for (const [table, held] of rows) {
        await table.clear();
        await table.bulkAdd(held);
      }
    });
  };
};

export const putBackTo = async (device: Headless, putBack: () => Promise<void>, passphrase: string): Promise<void> => {
  await settled();
  device.lock();
  await putBack();
  await device.unlock(passphrase);
};
