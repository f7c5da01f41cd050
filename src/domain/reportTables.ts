/**
 * One measure in two tables: by language and by place. Both have the same columns and so the same sums, and a number
 * hidden in one could be worked out with the other; so their cells are tied into one network:
 * everything → language → column → the same column's sum → place → everything.
 */
import type { Cell, Cells } from './smallCells.ts';

export interface Observation {
  readonly a: string;
  readonly b: string;
  readonly column: string;
  readonly amount: number;
}

interface Half {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly code: string; readonly cells: readonly string[] }[];
  readonly totals: readonly string[];
}
export interface Linked {
  readonly cells: Cells;
  readonly totals: readonly { readonly column: string; readonly cell: string }[];
  readonly a: Half;
  readonly b: Half;
}

interface Wanted {
  readonly name: string;
  readonly columns: readonly string[];
  readonly seen: readonly Observation[];
  /** The rows' order is the code list's: an order by size would tell what the cells do not. */
  readonly orders: Readonly<Record<'a' | 'b', readonly string[]>>;
}

const sum = (seen: readonly Observation[]): number => seen.reduce((total, { amount }) => total + amount, 0);

const inOrder = (codes: Iterable<string>, order: readonly string[]): readonly string[] => {
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...new Set(codes)].sort((x, y) => place(x) - place(y) || (x < y ? -1 : 1));
};

export const linkedTables = ({ name, columns, seen, orders }: Wanted): Linked => {
  const cells = new Map<string, Cell>();
  const put = (id: string, cell: Cell): string => {
    cells.set(id, cell);
    return id;
  };
  const of = (fits: (one: Observation) => boolean) => sum(seen.filter(fits));
  const totals = [
    ...columns.map((column) => ({
      column,
      cell: put(`${name}/${column}`, { value: of((one) => one.column === column), from: `a ${column}`, to: `b ${column}`, total: true }),
    })),
    { column: 'all', cell: put(`${name}/all`, { value: sum(seen), from: 'end', to: 'start', total: true }) },
  ];
  const half = (side: 'a' | 'b'): Half => ({
    columns: [...columns, 'all'],
    totals: totals.map(({ cell }) => cell),
    rows: inOrder(
      seen.map((one) => one[side]),
      orders[side],
    ).map((code) => {
      const row = `${side} row ${code}`;
      // On side b the flow runs from the column's sum to the row; the row's own sum closes it.
      const ends = (column: string) => (side === 'a' ? { from: row, to: `a ${column}` } : { from: `b ${column}`, to: row });
      const rowSum = side === 'a' ? { from: 'start', to: row } : { from: row, to: 'end' };
      const cell = (column: string) =>
        put(`${name}/${side}/${code}/${column}`, {
          value: of((one) => one[side] === code && one.column === column),
          ...ends(column),
          total: false,
        });
      const own = put(`${name}/${side}/${code}/all`, { value: of((one) => one[side] === code), ...rowSum, total: true });
      return { code, cells: [...columns.map(cell), own] };
    }),
  });
  return { cells, totals, a: half('a'), b: half('b') };
};
