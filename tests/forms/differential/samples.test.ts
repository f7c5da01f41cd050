/**
 * Real forms through both engines. They belong to others and are not copied here: where the folder with them is not at hand,
 * there is nothing to compare.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Checklist } from '../../../src/domain/checklist.ts';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import { readXlsform } from '../../../src/forms/xlsform/readXlsform.ts';
import { stillDeps } from '../engine/building.ts';
import { differences, nextStep, ourStates, randomBy, takeStep } from './drive.ts';
import { openOracle } from './oracle.ts';
import { xformOf } from './xform.ts';

const folder = join(import.meta.dirname, '../../../../shared/xlsform-samples');
/** A function of another dialect, for which the other engine refuses the whole form. */
const refused = ['surveycto-timed-choice.xlsx'];
const samples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xlsx') && !refused.includes(name)) : [];

const checklistIn = (name: string): Checklist => {
  const book = readWorkbook(new Uint8Array(readFileSync(join(folder, name))));
  if (!book.ok) throw new Error(`${name} is no workbook`);
  const read = readXlsform(book.value, []);
  if (!read.ok) throw new Error(`${name} is no form`);
  return read.value.checklist;
};

test('real forms say the same after every answer', { timeout: 60_000 }, async () => {
  for (const name of samples) {
    const checklist = checklistIn(name);
    const run = openRun(loadChecklist(checklist), stillDeps());
    const oracle = await openOracle(xformOf(checklist));
    const random = randomBy(7);
    for (let count = 0; count < 25; count++) {
      const step = nextStep(run, random);
      if (!step) break;
      takeStep(run, step);
      takeStep(oracle, step);
      // Pictures, places and the phone's own number are collected there and never here.
      const found = differences(ourStates(run), oracle.states()).filter(
        (each) => run.state(each.split(':')[0] ?? '')?.item.supported !== false,
      );
      expect({ name, step, found }).toEqual({ name, step, found: [] });
    }
  }
});
