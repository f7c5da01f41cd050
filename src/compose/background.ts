/**
 * What the service worker loads when the browser says that there is a network and no page may be open (Background Sync): the
 * same exchange as a page's, under the same lock. It opens nothing: what lies in the outbox is sealed, and there is no key here.
 */
import { FieldbookDatabase, openDatabase, readState } from '../store/database.ts';
import { isFinal } from '../sync/askingAgain.ts';
import { createSending } from './sending.ts';

const isThere = (): Promise<boolean> => FieldbookDatabase.exists('fieldbook');
const nothing = () => undefined;

/** Rejects when something may still go another time: then the browser asks again. */
const sendWhatWaits = async (): Promise<void> => {
  // Opening would make an empty one, and nothing that was lost may look as if it had never been.
  if (!(await isThere())) return;
  const db = openDatabase();
  try {
    if (!(await readState(db, 'device')) || (await readState(db, 'joining'))) return;
    const exchange = await createSending(db).exchange({ tell: nothing, asking: nothing });
    await exchange.now();
    const { failure } = exchange.view();
    if (failure && !isFinal(failure)) throw new Error('not all of what waits could be sent');
  } finally {
    db.close();
  }
};

Object.assign(globalThis, { sendWhatWaits });
