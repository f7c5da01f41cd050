/** The report to the office is kept only if in that very moment it is still due: nothing that happened between looking and writing is passed over. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createAsideReport } from '../../src/store/asideReport.ts';
import { type FieldbookDatabase, keepState, openDatabase } from '../../src/store/database.ts';

/** Whether a report would be kept, when something happens after it was put together. */
const isKeptAfter = async (happens: (db: FieldbookDatabase) => Promise<void>): Promise<boolean> => {
  const db = openDatabase(`report ${Math.random()}`);
  await db.outbox.add({ n: 1, setAside: 'unproven' });
  let due = false;
  const report = createAsideReport({
    db,
    device: 'd2'.repeat(16),
    newId: () => '7b'.repeat(16),
    abilityOf: async () => 'neither',
    grantAgain: async () => undefined,
    bodyOf: () => undefined,
    write: async (_, once) => {
      await happens(db);
      due = await once.isDue();
      return { ok: true, value: undefined };
    },
  });
  await report.tell([{ n: 1, id: '', device: null, reason: 'unproven', isGrant: false, isResolved: false }]);
  db.close();
  return due;
};

test('nothing happened: it is kept', async () => {
  expect(await isKeptAfter(async () => undefined)).toBe(true);
});

test('another tab has told in between: it is not', async () => {
  const told = { said: '', record: '7b'.repeat(16), last: '01'.repeat(32), rows: [1], reports: [2] };
  expect(await isKeptAfter((db) => keepState(db, 'asideTold', told))).toBe(false);
});

test('the phone was found to have a double in between: it is not', async () => {
  expect(await isKeptAfter((db) => keepState(db, 'twin', { since: '2026-11-20T10:00:00-06:00' }))).toBe(false);
});
