import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkedTables, type Observation } from '../../src/domain/reportTables.ts';
import { type Cell, type Cells, recoverable, type Shown, suppressed, threshold } from '../../src/domain/smallCells.ts';

const list = (values: readonly number[]): Cells =>
  new Map<string, Cell>([
    ...values.map((value, at) => [`cell ${at}`, { value, from: 'a', to: 'b', total: false }] as const),
    ['total', { value: values.reduce((sum, value) => sum + value, 0), from: 'b', to: 'a', total: true }],
  ]);
const words = (shown: ReadonlyMap<string, Shown>) => [...shown.values()].map((one) => (one.as === 'number' ? one.value : one.as));

describe('small numbers in public', () => {
  test('one to ten is few, nought is nought', () => {
    expect(words(suppressed(list([0, 10, 7])))).toEqual([0, 'few', 'few', 17]);
  });
  test('a single small number takes a neighbour with it, the smallest', () => {
    expect(words(suppressed(list([40, 4, 12])))).toEqual([40, 'few', 'withheld', 56]);
  });
  test('two tens under a total of twenty would give themselves away', () => {
    expect(words(suppressed(list([10, 10])))).toEqual(['few', 'few', 'withheld']);
  });
  test('ten ones under a total of ten: nothing of it is shown', () => {
    expect(words(suppressed(list(Array.from({ length: 10 }, () => 1))))).toEqual(Array.from({ length: 11 }, () => 'withheld'));
  });
  test('with no small number everything stands', () => {
    expect(words(suppressed(list([11, 30, 0])))).toEqual([11, 30, 0, 41]);
  });
  test('a figure that is part of no sum needs no company', () => {
    expect(words(suppressed(new Map([['alone', { value: 3, from: 'x', to: 'x', total: true }]])))).toEqual(['few']);
  });
});

/**
 * What a reader with paper and patience finds: one equation per node, hidden cells as unknowns, solved by elimination.
 * Written without anything of the code under test.
 */
const solvedByElimination = (cells: Cells, shown: ReadonlyMap<string, Shown>): readonly string[] => {
  const unknown = [...cells.keys()].filter((id) => shown.get(id)?.as !== 'number');
  const nodes = [...new Set([...cells.values()].flatMap(({ from, to }) => [from, to]))];
  const rows = nodes.map((node) => unknown.map((id) => Number(cells.get(id)?.from === node) - Number(cells.get(id)?.to === node)));
  const pivots: number[] = [];
  let top = 0;
  for (let column = 0; column < unknown.length && top < rows.length; column += 1) {
    const found = rows.findIndex((row, at) => at >= top && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = rows[found];
    if (found < 0 || !pivot) continue;
    rows[found] = rows[top] ?? [];
    rows[top] = pivot;
    const lead = pivot[column] ?? 1;
    pivot.forEach((value, at) => {
      pivot[at] = value / lead;
    });
    rows.forEach((row, at) => {
      const factor = row[column] ?? 0;
      if (at !== top)
        row.forEach((value, place) => {
          row[place] = value - factor * (pivot[place] ?? 0);
        });
    });
    pivots.push(column);
    top += 1;
  }
  const lonely = (row: readonly number[]) => row.filter((value) => Math.abs(value) > 1e-9).length === 1;
  return rows.slice(0, top).flatMap((row, at) => (lonely(row) ? [unknown[pivots[at] ?? -1] ?? ''] : []));
};

const observations = fc.array(
  fc.record({
    a: fc.constantFrom('ko', 'vi', 'th', 'not-noted'),
    b: fc.constantFrom('restaurant', 'hotel', 'clinic'),
    column: fc.constantFrom('completed', 'stopped', 'declined'),
    amount: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })),
  }),
  { maxLength: 16 },
);
const tablesOf = (seen: readonly Observation[]): Cells =>
  linkedTables({
    name: 's',
    columns: ['completed', 'stopped', 'declined'],
    seen,
    orders: { a: ['ko', 'vi', 'th'], b: ['restaurant', 'hotel', 'clinic'] },
  }).cells;

describe('two tables with the same sums, whatever is in them', () => {
  test('no small number is shown, every nought is, and what is shown is true', () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const cells = tablesOf(seen);
        const shown = suppressed(cells);
        if ([...shown.values()].every(({ as }) => as === 'withheld')) return;
        for (const [id, { value }] of cells) {
          const said = shown.get(id);
          if (said?.as === 'number') expect(said.value).toBe(value);
          if (said?.as === 'few') expect(value > 0 && value < threshold).toBe(true);
          if (said?.as === 'withheld') expect(value).toBeGreaterThanOrEqual(threshold);
          if (value === 0) expect(said).toEqual({ as: 'number', value: 0 });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('subtracting everything from everything recovers nothing', () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const cells = tablesOf(seen);
        expect(solvedByElimination(cells, suppressed(cells))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('elimination does find a cell when the care is left out', () => {
    const cells = list([40, 4]);
    const careless = new Map<string, Shown>(
      [...cells].map(([id, { value }]) => [id, value === 4 ? { as: 'few' } : { as: 'number', value }]),
    );
    expect(solvedByElimination(cells, careless)).toEqual(['cell 1']);
    expect(recoverable(cells, careless)).toEqual(['cell 1']);
  });
});

/** Tries every number a hidden cell could be; only for lists short enough to try them all. */
const possibleValues = (values: readonly number[], shown: ReadonlyMap<string, Shown>): readonly ReadonlySet<number>[] => {
  const range = (said: Shown | undefined): readonly number[] => {
    if (said?.as === 'number') return [said.value];
    const [from, to] = said?.as === 'few' ? [1, threshold - 1] : [threshold, threshold + 60];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  };
  const totals = new Set(range(shown.get('total')));
  const found = [...values, 0].map(() => new Set<number>());
  const walk = (at: number, chosen: readonly number[]): void => {
    if (at < values.length) {
      for (const value of range(shown.get(`cell ${at}`))) walk(at + 1, [...chosen, value]);
      return;
    }
    const sum = chosen.reduce((all, value) => all + value, 0);
    if (totals.has(sum)) for (const [place, value] of [...chosen, sum].entries()) found[place]?.add(value);
  };
  walk(0, []);
  return found;
};

test('not even trying every number tells a hidden cell of a list', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(10, 11, 25)), { minLength: 1, maxLength: 3 }),
      (values) => {
        const shown = suppressed(list(values));
        const found = possibleValues(values, shown);
        [...shown.values()].forEach((said, at) => {
          if (said.as !== 'number') expect(found[at]?.size ?? 0).toBeGreaterThan(1);
        });
      },
    ),
    { numRuns: 100 },
  );
});
