/** The report as the rows of a spreadsheet: first what it is and by which rules, then the figures and the tables. */
import { csvOf } from '../../../domain/csv.ts';
import type { Report } from '../../../domain/report.ts';
import type { Section, Table } from '../../../domain/reportSection.ts';
import { type ReportState, type ShownSection, shownIn } from '../../../domain/reportState.ts';
import { saveFile } from '../../saveFile.ts';
import type { FigureWords } from './figureWords.ts';

type Row = readonly (string | number)[];

export interface FileAsked {
  readonly report: Report;
  readonly state: ReportState;
  readonly words: FigureWords;
  /** Title, period, who may see it, when made, caveats: as the page says them. */
  readonly head: readonly Row[];
  readonly labels: {
    readonly rule: string;
    readonly figure: string;
    readonly number: string;
    readonly means: string;
    readonly total: string;
    readonly withheldTable: string;
  };
}

/** A number goes as a number, so that the spreadsheet can count with it. */
const cell = ({ shown }: ShownSection, id: string, words: FigureWords): string | number => {
  const said = shown.get(id);
  return said?.as === 'number' ? said.value : words.number(said);
};

const tableRows = (table: Table, seen: ShownSection, { words, labels }: FileAsked): readonly Row[] => {
  const title: Row = [words.table(table.id)];
  if (seen.withheldTables.has(table.id)) return [[], title, [labels.withheldTable]];
  return [
    [],
    title,
    [words.rowsAre(table.rowsAre), ...table.columns.map(words.column)],
    ...table.rows.map((row) => [words.row(table.rowsAre, row.code), ...row.cells.map((id) => cell(seen, id, words))]),
    ...(table.totals ? [[labels.total, ...table.totals.map((id) => cell(seen, id, words))]] : []),
  ];
};

const sectionRows = (section: Section, asked: FileAsked): readonly Row[] => {
  const { words, labels, state } = asked;
  const seen = shownIn(state, section);
  return [
    [],
    [words.section(section.id)],
    ...words.rules(section.id).map((rule) => [labels.rule, rule]),
    [labels.figure, labels.number, labels.means],
    ...section.totals.map(({ figure, cell: id }) => [words.figure(figure), cell(seen, id, words), words.means(figure)]),
    ...section.tables.flatMap((table) => tableRows(table, seen, asked)),
  ];
};

export const figuresFile = (asked: FileAsked): string =>
  csvOf([...asked.head, ...asked.report.sections.flatMap((section) => sectionRows(section, asked))]);

/** A neutral name: it will lie in a folder of downloads. */
export const fileName = ({ report: { period }, state }: FileAsked): string => `figures-${period.from}-${period.to}-${state}.csv`;

export const download = (asked: FileAsked): void => saveFile(fileName(asked), figuresFile(asked), 'text/csv;charset=utf-8');
