/**
 * Question 1 as cells and tables: conclusions by how the person describes their own groups, and "actual" once more by the
 * kind of body that decided. People whom another member referred are one number of their own and in no other.
 */
import { type CountedPerson, groupColumns, personConclusions } from './identified.ts';
import { all, type Row, type Section, type Table } from './reportSection.ts';
import type { Cell } from './smallCells.ts';

const columns: readonly string[] = [...groupColumns, all];

type Ends = (column: string) => readonly [from: string, to: string];
interface RowAsked {
  readonly name: string;
  readonly ends: Ends;
  readonly people: readonly CountedPerson[];
}

const cellsOf = ({ name, ends, people }: RowAsked): readonly (readonly [string, Cell])[] =>
  columns.map((column) => {
    const [from, to] = ends(column);
    const value = people.filter((one) => column === all || one.column === column).length;
    return [`${name}/${column}`, { value, from, to, total: column === all }];
  });

const rowOf = ({ name }: RowAsked): Row => ({
  code: name.slice(name.indexOf('/') + 1),
  cells: columns.map((column) => `${name}/${column}`),
});

/** A row of one table only: its cells and its sum meet in one node. */
const plainRow =
  (node: string): Ends =>
  (column) =>
    column === all ? ['outside', node] : [node, 'outside'];
/** "Actual" is a row of one table and the sum of the other, so its cells run from the bodies' columns into its own node. */
const actualRow: Ends = (column) => (column === all ? ['actual', 'bodies'] : [`actual ${column}`, 'actual']);
const bodyRow =
  (body: string): Ends =>
  (column) =>
    column === all ? ['bodies', `body ${body}`] : [`body ${body}`, `actual ${column}`];

const totals = [
  { figure: 'api-actual', cell: 'conclusion/actual/api' },
  { figure: 'api-possible', cell: 'conclusion/possible/api' },
  { figure: 'unknown-actual', cell: 'conclusion/actual/unknown' },
  { figure: 'unknown-possible', cell: 'conclusion/possible/unknown' },
  { figure: 'not-settled', cell: `conclusion/not-settled/${all}` },
  { figure: 'helped-not', cell: `conclusion/not/${all}` },
  { figure: 'referred-in', cell: 'referred-in' },
];

const isIdentified = ({ conclusion }: CountedPerson): boolean => conclusion === 'actual' || conclusion === 'possible';

export const identifiedSection = (people: readonly CountedPerson[]): Section => {
  const counted = people.filter(({ referredIn }) => !referredIn);
  const conclusions = personConclusions.map((conclusion) => ({
    name: `conclusion/${conclusion}`,
    ends: conclusion === 'actual' ? actualRow : plainRow(conclusion),
    people: counted.filter((one) => one.conclusion === conclusion),
  }));
  const bodies = [...new Set(counted.flatMap(({ decidedBy }) => decidedBy ?? []))].sort().map((body) => ({
    name: `body/${body}`,
    ends: bodyRow(body),
    people: counted.filter(({ decidedBy }) => decidedBy === body),
  }));
  const referred = people.filter((one) => one.referredIn && isIdentified(one)).length;
  const byConclusion: Table = { id: 'by-conclusion', rowsAre: 'personConclusion', columns, rows: conclusions.map(rowOf), totals: null };
  const byBody: Table = {
    id: 'by-body',
    rowsAre: 'decidingBody',
    columns,
    rows: bodies.map(rowOf),
    totals: byConclusion.rows[0]?.cells ?? null,
  };
  return {
    id: 'identified',
    cells: new Map([
      ...[...conclusions, ...bodies].flatMap(cellsOf),
      ['referred-in', { value: referred, from: 'referred', to: 'referred', total: true }],
    ]),
    totals,
    tables: bodies.length > 0 ? [byConclusion, byBody] : [byConclusion],
  };
};
