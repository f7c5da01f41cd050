import { expect, test } from 'vitest';
import { killInRounds } from '../support/kills.ts';

test('fifty times the browser is killed while somebody saves: whatever it called saved is there', { timeout: 600_000 }, async () => {
  const { saved, missing } = await killInRounds(50);
  expect(missing).toEqual([]);
  // Otherwise it was killed too early each time to have proved anything.
  expect(saved).toBeGreaterThan(50);
});
