import type { Fieldbook } from './fieldbook.ts';
import { openDrafts } from './openDrafts.ts';

/** A stuck disk must not hold the lock open. */
const keepDraftsWithin = 1_000;

/** Keeps what is being typed, then locks: after the lock nothing can be sealed into the open notebook any more. */
export const lockNow = async (fieldbook: Pick<Fieldbook, 'lock'>): Promise<void> => {
  await Promise.race([openDrafts.keepAll(), new Promise((resolve) => setTimeout(resolve, keepDraftsWithin))]);
  fieldbook.lock();
};
