/** Ours: from an open vault to a list, and finding in it. The list's rows and the search are the ones the screens use. */
import { contactRows } from '../../src/domain/contactSummary.ts';
import { findRows, searchRow } from '../../src/domain/search.ts';
import { deviceAt, lock, unlock } from './sealed.ts';

/** From the passphrase's key (the KDF here costs nothing) to the rows of the list, newest first. */
export const unlockToList = async (number: number): Promise<{ readonly ms: number; readonly rows: number }> => {
  lock(number);
  const began = performance.now();
  await unlock(number);
  const rows = contactRows(deviceAt(number).headless.notebook().recordsOf('contact'));
  return { ms: performance.now() - began, rows: rows.length };
};

const queries = ['lawyer', 'nha tho', '월급', 'nail-salon vi', 'nobody says this', 'a'];

/** Each query over all opened contacts, ten times. The index of texts is made once, when the list is opened. */
export const search = (number: number): { readonly index: number; readonly times: readonly number[]; readonly rows: number } => {
  const contacts = contactRows(deviceAt(number).headless.notebook().recordsOf('contact'));
  const began = performance.now();
  const rows = contacts.map((row) => searchRow(row, [row.contact.note, row.contact.placeType, row.contact.language, row.contact.area]));
  const index = performance.now() - began;
  const times = Array.from({ length: 10 }, () => queries)
    .flat()
    .map((query) => {
      const asked = performance.now();
      findRows(rows, query);
      return performance.now() - asked;
    });
  return { index, times, rows: rows.length };
};
