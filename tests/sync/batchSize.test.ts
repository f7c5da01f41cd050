/** How much travels at once over a line that carries so much and no more. */
import { expect, test } from 'vitest';
import { maxEntriesPerBatch } from '../../src/protocol/numbers.ts';
import { createBatchSize } from '../../src/sync/batchSize.ts';
import type { SessionFailure } from '../../src/sync/session.ts';

const tooSlow: SessionFailure = { type: 'too-slow' };
const tooLarge: SessionFailure = { type: 'refused', code: 'too-large', waitSeconds: null };
const perEntry = 1000;
const tried = (entries: number) => ({ entries, bytes: entries * perEntry });

/** What is sent in so many rounds when there is always more. */
const rounds = (count: number, carries: (round: number) => number, failure: SessionFailure = tooSlow): number[] => {
  const size = createBatchSize();
  return Array.from({ length: count }, (_, round) => {
    const entries = size.limit();
    if (entries <= carries(round)) size.gotThrough();
    else size.tryFewer(failure, tried(entries));
    return entries;
  });
};

test('half as much each time until it gets through, and then as much as got through', () => {
  expect(rounds(8, () => 70)).toEqual([500, 250, 125, 62, 62, 62, 62, 62]);
  expect(rounds(8, () => 70, tooLarge)).toEqual([500, 250, 125, 62, 62, 62, 62, 62]);
});

test('after a good while more is dared again, and a line that got better is used in full', () => {
  const sent = rounds(40, (round) => (round < 6 ? 70 : 1000));
  expect(sent.slice(4, 11)).toEqual([62, 62, 62, 62, 62, 62, 62]);
  expect(sent[sent.length - 1]).toBe(maxEntriesPerBatch);
  const same = rounds(100, () => 70);
  expect(same.filter((entries) => entries > 70).length).toBeLessThan(20);
});

test('what got through doubles the next, when nothing was too much', () => {
  const size = createBatchSize();
  size.tryFewer(tooSlow, tried(40));
  expect(size.limit()).toBe(20);
  for (let times = 0; times < 20; times += 1) size.gotThrough();
  expect(size.limit()).toBe(maxEntriesPerBatch);
});

test('the same number failing twice is the least one signature proves: it is not tried at once again', () => {
  const size = createBatchSize();
  expect(size.tryFewer(tooSlow, tried(50))).toBe(true);
  expect(size.tryFewer(tooSlow, tried(50))).toBe(false);
  expect(size.tryFewer(tooSlow, tried(1))).toBe(false);
  expect(size.tryFewer(tooSlow, tried(0))).toBe(false);
});

test('few bytes that do not get through tell of the line and not of the batch; and no other failure is about size', () => {
  const size = createBatchSize();
  expect(size.tryFewer(tooSlow, { entries: 20, bytes: 8000 })).toBe(false);
  expect(size.tryFewer({ type: 'no-connection' }, tried(500))).toBe(false);
  expect(size.tryFewer({ type: 'busy', waitSeconds: null }, tried(500))).toBe(false);
  expect(size.tryFewer({ type: 'refused', code: 'malformed', waitSeconds: null }, tried(500))).toBe(false);
  expect(size.limit()).toBe(maxEntriesPerBatch);
  expect(size.tryFewer(tooLarge, { entries: 20, bytes: 8000 })).toBe(true);
});
