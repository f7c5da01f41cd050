/** Every decided divergence still is one. */
import { describe, expect, test } from 'vitest';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import { formOf, stillDeps } from '../engine/building.ts';
import { type Divergence, divergences } from './divergences.ts';
import { differences, ourStates, takeStep } from './drive.ts';
import { openOracle } from './oracle.ts';
import { xformOf } from './xform.ts';

const differencesIn = async ({ items, rest, steps }: Divergence): Promise<readonly string[]> => {
  const checklist = formOf(items, rest);
  const run = openRun(loadChecklist(checklist), stillDeps());
  for (const step of steps) takeStep(run, step);
  const ours = ourStates(run);
  try {
    const oracle = await openOracle(xformOf(checklist));
    for (const step of steps) takeStep(oracle, step);
    return differences(ours, oracle.states());
  } catch {
    return ['throws'];
  }
};

describe('we still part where we decided to', () => {
  test.each(divergences)('$name', async (divergence) => {
    expect(await differencesIn(divergence)).toContain(divergence.difference);
  });

  test('and every one has its reason', () => {
    expect(divergences.filter(({ reason }) => reason.length < 30)).toEqual([]);
  });
});
