/** A group whose own rule looks at what is in it, as whole families of published forms have: it goes by blanks, and its author is told. */
import { expect, test } from 'vitest';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import { calculate, formOf, group, stillDeps, text } from '../engine/building.ts';
import { differences, ourStates } from './drive.ts';
import { openOracle } from './oracle.ts';
import { xformOf } from './xform.ts';

const inputs = (relevant: string, beginning: string | undefined) =>
  formOf(
    [
      group('inputs', [text('source', beginning === undefined ? {} : { default: beginning }), group('contact', [text('nickname')])], {
        relevant,
      }),
      calculate('from', '../inputs/source'),
      text('after', { relevant: "${source} = 'user'" }),
    ],
    {},
  );

test.each([
  ["./source = 'user'", undefined],
  ["./source = 'user'", 'user'],
  ["${nickname} != 'nobody'", 'user'],
])('%s, beginning with %s', async (relevant, beginning) => {
  const checklist = inputs(relevant, beginning);
  const loaded = loadChecklist(checklist);
  expect(problemsIn(loaded)).toEqual([{ type: 'circle', path: '/inputs', where: 'relevant', paths: ['/inputs'] }]);
  const run = openRun(loaded, stillDeps());
  const oracle = await openOracle(xformOf(checklist));
  expect(differences(ourStates(run), oracle.states())).toEqual([]);
  for (const value of ['x', 'user', '']) {
    run.set('/inputs/source', value);
    oracle.set('/inputs/source', value);
    expect({ value, differences: differences(ourStates(run), oracle.states()) }).toEqual({ value, differences: [] });
  }
});
