/** The vault's slots in the database, for browsers without files that can be overwritten. What is dropped there is not truly erased. */
import type { SlotMedium } from '../vault/slotFile.ts';
import type { FieldbookDatabase } from './database.ts';

export const slotsInDatabase = (db: FieldbookDatabase): SlotMedium => ({
  erasable: false,
  read: async (name) => (await db.slots.get(name))?.bytes ?? null,
  overwrite: async (name, bytes) => {
    await db.slots.put({ name, bytes });
  },
});
