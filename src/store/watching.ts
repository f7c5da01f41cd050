/** Whatever this tab, another tab or the exchange changes in the database that an open notebook shows. */
import { liveQuery } from 'dexie';
import type { FieldbookDatabase } from './database.ts';

export const watchRows = (db: FieldbookDatabase, changed: () => Promise<void>) =>
  liveQuery(async () => [
    await db.entries.orderBy('n').lastKey(),
    await db.outbox.count(),
    await db.offers.count(),
    await db.state.get('rereading'),
    await db.state.get('roster'),
    await db.state.get('twin'),
    await db.outbox.where('setAside').above('').count(),
  ]).subscribe({
    // What cannot be read now is read with the next change.
    next: () => void changed().catch(() => undefined),
  });
