/**
 * How much of a report a reader may see (R34, R36, R37). Internal: every number. Funder: totals as they are, and a table
 * only when nobody in it stands among fewer than eleven. Public: small numbers as "fewer than 11", and as much withheld
 * as it takes to keep them from being worked out.
 */
import type { Section, Table } from './reportSection.ts';
import { isSmall, type Shown, suppressed } from './smallCells.ts';

export const reportStates = ['internal', 'funder', 'public'] as const;
export type ReportState = (typeof reportStates)[number];

export interface ShownSection {
  readonly shown: ReadonlyMap<string, Shown>;
  readonly withheldTables: ReadonlySet<Table['id']>;
}

const asTheyAre = ({ cells }: Section): ReadonlyMap<string, Shown> =>
  new Map([...cells].map(([id, { value }]) => [id, { as: 'number', value }]));

const hasSmallCell = ({ cells }: Section, { rows }: Table): boolean =>
  rows.some((row) => row.cells.some((id) => isSmall(cells.get(id)?.value ?? 0)));

export const shownIn = (state: ReportState, section: Section): ShownSection => {
  if (state === 'internal') return { shown: asTheyAre(section), withheldTables: new Set() };
  if (state === 'public') return { shown: suppressed(section.cells), withheldTables: new Set() };
  const withheld = section.tables.filter((table) => hasSmallCell(section, table)).map(({ id }) => id);
  return { shown: asTheyAre(section), withheldTables: new Set(withheld) };
};
