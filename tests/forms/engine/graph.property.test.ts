/** Whatever is answered in whatever order: what was worked out step by step is what would be worked out all at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/domain/checklist.ts';
import { isAsked } from '../../../src/domain/itemTypes.ts';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import type { Run } from '../../../src/forms/engine/run.ts';
import { usesIn } from '../../../src/forms/engine/uses.ts';
import { nextStep, randomBy, takeStep } from '../differential/drive.ts';
import { choosing } from '../differential/forms/choosing.ts';
import { events } from '../differential/forms/events.ts';
import type { Form } from '../differential/forms/form.ts';
import { functions } from '../differential/forms/functions.ts';
import { repeats } from '../differential/forms/repeats.ts';
import { skips } from '../differential/forms/skips.ts';
import { values } from '../differential/forms/values.ts';
import { allStates, calculate, formOf, group, integer, isRelevant, stillDeps, text } from './building.ts';

const openForm = ({ items, rest }: Form): Run => openRun(loadChecklist(formOf(items, rest)), stillDeps());
const anyOf = (forms: readonly Form[]) => fc.constantFrom(...forms);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

const answered = (run: Run, seed: number, steps: number): Run => {
  const random = randomBy(seed);
  for (let count = 0; count < steps; count++) {
    const step = nextStep(run, random);
    if (step) takeStep(run, step);
  }
  return run;
};

const isAskedAt = (run: Run, path: string): boolean => {
  const item = run.state(path)?.item;
  return item !== undefined && isAsked(item);
};

/** No memory but the answers: no defaults, nothing that runs once or on a change, no answer typed over a calculation. */
const withoutMemory = (items: readonly Item[]): boolean =>
  items.every(
    (item) =>
      item.default === undefined &&
      item.trigger === undefined &&
      item.readonly !== "${lock} = 'yes'" &&
      !item.calculation?.includes('once(') &&
      (item.calculation === undefined || item.type === 'calculate' || item.readonly !== undefined) &&
      withoutMemory(item.children ?? []),
  );
const all = [...skips, ...values, ...choosing, ...repeats, ...events, ...functions];

describe('whatever the answers', () => {
  test('a run taken up again is the run that was left', () => {
    fc.assert(
      fc.property(anyOf(all), seeds, fc.integer({ min: 0, max: 25 }), (form, seed, steps) => {
        const run = answered(openForm(form), seed, steps);
        const again = openRun(run.loaded, stillDeps(), run.kept());
        expect(allStates(again)).toEqual(allStates(run));
        expect(again.kept()).toEqual(run.kept());
      }),
      { numRuns: 300 },
    );
  });

  test('the way there leaves no trace: a new run given only the last answers says the same', () => {
    const forgetful = [...skips, ...values, ...functions].filter(
      ({ items }) => withoutMemory(items) && !items.some(({ type }) => type === 'repeat'),
    );
    expect(forgetful.length).toBeGreaterThan(35);
    fc.assert(
      fc.property(anyOf(forgetful), seeds, fc.integer({ min: 1, max: 25 }), (form, seed, steps) => {
        const run = answered(openForm(form), seed, steps);
        const fresh = openForm(form);
        const kept = Object.entries(run.kept().values).filter(([path]) => isAskedAt(run, path));
        for (const [path, value] of randomBy(seed)(2) === 0 ? kept : kept.reverse()) fresh.set(path, value);
        expect(allStates(fresh)).toEqual(allStates(run));
      }),
      { numRuns: 300 },
    );
  });

  test('adding a round and taking it away again changes nothing', () => {
    fc.assert(
      fc.property(anyOf(repeats.filter(({ items }) => withoutMemory(items))), seeds, (form, seed) => {
        const run = answered(openForm(form), seed, 10);
        const ranges = Object.keys(run.kept().counts);
        const before = allStates(run);
        for (const range of ranges) {
          const made = run.add(range);
          if (made !== null) expect(run.remove(made)).toBe(true);
        }
        expect(allStates(run)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test('answering the same again changes nothing', () => {
    fc.assert(
      fc.property(anyOf(all), seeds, (form, seed) => {
        const run = answered(openForm(form), seed, 12);
        const before = allStates(run);
        for (const [path, state] of Object.entries(before)) if (state && isAsked(state.item) && state.relevant) run.set(path, state.value);
        expect(allStates(run)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

/** A form where each row may read any other: from pairs of reader and read. */
const woven = (size: number, threads: readonly (readonly [number, number, number])[]): Item[] => {
  const readOf = new Map<number, string[]>();
  for (const [reader, read] of threads) readOf.set(reader % size, [...(readOf.get(reader % size) ?? []), `\${q${read % size}}`]);
  return Array.from({ length: size }, (_, index) => {
    const reads = readOf.get(index);
    if (!reads) return integer(`q${index}`);
    const kind = (threads[index % threads.length]?.[2] ?? 0) % 3;
    if (kind === 0) return text(`q${index}`, { relevant: reads.map((read) => `${read} != ''`).join(' or ') });
    if (kind === 1) return calculate(`q${index}`, `concat(${[...reads, "'.'"].join(', ')})`);
    return group(`g${index}`, [integer(`q${index}`)], { relevant: reads.map((read) => `string-length(${read}) < 6`).join(' and ') });
  });
};

describe('whoever reads whom', () => {
  const threads = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(2)), { minLength: 1, maxLength: 40 });

  test('it opens, says its circles, and works out the same in any order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        threads,
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 0, max: 9 })), { maxLength: 12 }),
        (size, pairs, answers) => {
          const loaded = loadChecklist(formOf(woven(size, pairs)));
          expect(problemsIn(loaded).every(({ type }) => type === 'circle')).toBe(true);
          const [one, other] = [openRun(loaded, stillDeps()), openRun(loaded, stillDeps())];
          const last = new Map<string, string>();
          const pathOf = (index: number) => loaded.rows.find(({ item }) => item.name === `q${index % size}`)?.path ?? '';
          for (const [index, value] of answers) {
            one.set(pathOf(index), `${value}`);
            last.set(pathOf(index), `${value}`);
          }
          for (const [path, value] of [...last].reverse()) other.set(path, value);
          expect(allStates(other)).toEqual(allStates(one));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what is read comes first, unless there is a circle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), threads, (size, pairs) => {
        const loaded = loadChecklist(formOf(woven(size, pairs)));
        const { rows } = loaded;
        const rankOf = new Map(rows.map(({ path, rank }) => [path, rank]));
        const inCircle = new Set(problemsIn(loaded).flatMap((problem) => (problem.type === 'circle' ? problem.paths : [])));
        for (const { path, of } of usesIn(loaded)) if (!inCircle.has(path)) expect(rankOf.get(of)).toBeLessThan(rankOf.get(path) ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});

test('a thread by hand: hiding a group hides what its question decides', () => {
  const run = openRun(
    loadChecklist(formOf([integer('a'), group('g', [integer('b')], { relevant: '${a} > 1' }), text('c', { relevant: '${b} > 1' })])),
    stillDeps(),
  );
  run.set('/a', '2');
  run.set('/g/b', '2');
  expect(isRelevant(run, '/c')).toBe(true);
  run.set('/a', '1');
  expect(isRelevant(run, '/c')).toBe(false);
});
