/** Our engine and @getodk/xforms-engine, the same forms, the same random answers, compared after every one of them. */
import { describe, expect, test } from 'vitest';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import { formOf, stillDeps } from '../engine/building.ts';
import { differences, nextStep, ourStates, randomBy, type Step, takeStep } from './drive.ts';
import { choosing } from './forms/choosing.ts';
import { events } from './forms/events.ts';
import type { Form } from './forms/form.ts';
import { functions } from './forms/functions.ts';
import { repeats } from './forms/repeats.ts';
import { skips } from './forms/skips.ts';
import { values } from './forms/values.ts';
import { openOracle } from './oracle.ts';
import { wovenForm } from './woven.ts';
import { xformOf } from './xform.ts';

const forms: readonly Form[] = [...skips, ...values, ...choosing, ...repeats, ...events, ...functions];
const seeds = [1, 2];
const stepsPerSeed = 20;
/** Each a form of its own. */
const wovenSeeds = Array.from({ length: 15 }, (_, index) => index + 1);

const driveBoth = async ({ items, rest }: Form, seed: number): Promise<void> => {
  const checklist = formOf(items, rest);
  const loaded = loadChecklist(checklist);
  expect(problemsIn(loaded)).toEqual([]);
  const run = openRun(loaded, stillDeps());
  const oracle = await openOracle(xformOf(checklist));
  const random = randomBy(seed);
  const taken: Step[] = [];
  expect({ taken, differences: differences(ourStates(run), oracle.states()) }).toEqual({ taken, differences: [] });
  for (let count = 0; count < stepsPerSeed; count++) {
    const step = nextStep(run, random);
    if (!step) return;
    taken.push(step);
    takeStep(run, step);
    takeStep(oracle, step);
    expect({ taken, differences: differences(ourStates(run), oracle.states()) }).toEqual({ taken, differences: [] });
  }
};

describe('both engines agree', () => {
  test('on enough forms', () => {
    expect(forms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(forms.map(({ name }) => name)).size).toBe(forms.length);
  });

  test.each(wovenSeeds)('on a form made up by seed %i', async (seed) => {
    await driveBoth(wovenForm(seed), seed);
  });

  test.each(forms)('$name', async (form) => {
    for (const seed of seeds) await driveBoth(form, seed);
  });
});
