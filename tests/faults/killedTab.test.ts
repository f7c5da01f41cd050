import { expect, test } from 'vitest';
import { isLong } from '../support/faults/length.ts';
import { killsInMigration } from '../support/killsInMigration.ts';
import { killsInSave } from '../support/killsInSave.ts';
import { killsInSync } from '../support/killsInSync.ts';

// A few rounds of each here; `npm run kills -- 2000 --moment save` (sync, migration) is the long run.

const rounds = isLong ? 50 : 10;

test(`${rounds} times the browser is killed while somebody saves: whatever it called saved is there`, { timeout: 300_000 }, async () => {
  const { saved, missing } = await killsInSave({ rounds });
  expect(missing).toEqual([]);
  // Otherwise it was killed too early each time to have proved anything.
  expect(saved).toBeGreaterThan(rounds);
});

test('killed while it exchanges with an office that answers late: the office has every note once', { timeout: 180_000 }, async () => {
  const { saved, missing } = await killsInSync({ rounds: isLong ? 20 : 2 });
  expect(missing).toEqual([]);
  expect(saved).toBeGreaterThanOrEqual(6);
});

test('killed while a new version gives an older database its shape: every note is there', { timeout: 180_000 }, async () => {
  expect((await killsInMigration({ rounds: isLong ? 20 : 2 })).missing).toEqual([]);
});
