/** Which sheet of the workbook is which: by name whatever its capitals, else by a similar name, else by what stands in it. */
import { failed, ok, type Result } from '../../domain/result.ts';
import { usualLimits } from '../workbook/limits.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { folded } from './cleanText.ts';
import { choiceColumns, surveyColumns } from './columns.ts';
import { type Findings, type Place, wholeSheet } from './finding.ts';
import { columnLetter, columnOf } from './headings.ts';
import { nearestTo } from './nearest.ts';

export interface FormSheets {
  readonly survey: Sheet;
  readonly choices?: Sheet | undefined;
  readonly externalChoices?: Sheet | undefined;
  readonly settings?: Sheet | undefined;
  /** Written by Fieldbook: what XLSForm has no word for. */
  readonly fieldbook?: Sheet | undefined;
}

export interface NoSurvey {
  readonly type: 'no-survey-sheet';
  /** What there is instead. */
  readonly sheets: readonly string[];
}

const elsewhere = new Set(['entities', 'osm', 'model', 'queries', 'prompt_types', 'properties', 'column_types']);
/** `columns` was the name of the choices in old forms. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  survey: ['survey'],
  choices: ['choices', 'columns'],
  external_choices: ['external_choices'],
  settings: ['settings'],
  fieldbook: ['fieldbook'],
};
const ownNames = new Set(Object.values(namesOf).flat());

const byName = (book: Workbook, wanted: string, findings: Findings): Sheet | undefined => {
  const names = namesOf[wanted] ?? [];
  const called = book.sheets.filter(({ name }) => names.includes(folded(name)));
  const best = called.find(({ rows, hidden }) => rows.length > 1 && !hidden) ?? called.find(({ rows }) => rows.length > 1) ?? called[0];
  for (const other of called)
    if (best && other !== best)
      findings.add('sheet-twice', wholeSheet(best.name), { values: { wanted, found: best.name, other: other.name } });
  return best;
};

const bySimilarName = (book: Workbook, wanted: string, findings: Findings): Sheet | undefined => {
  const free = book.sheets.filter(({ name }) => !ownNames.has(folded(name)));
  const near =
    nearestTo(
      wanted,
      free.map(({ name }) => name),
    ) ?? free.find(({ name }) => folded(name).startsWith(`${wanted}_`))?.name;
  const sheet = free.find(({ name }) => name === near);
  if (sheet)
    findings.add('sheet-similar-used', wholeSheet(sheet.name), {
      text: sheet.name,
      suggestion: wanted,
      values: { wanted, found: sheet.name },
    });
  return sheet;
};

const headersIn = ({ rows }: Sheet): readonly string[] => [...(rows[0]?.cells.values() ?? [])].map(({ text }) => text);
const holds = (sheet: Sheet, fields: readonly string[], known: typeof surveyColumns): boolean => {
  const found = new Set(headersIn(sheet).map((header, place) => columnOf(header, place, known).field));
  return fields.every((field) => found.has(field));
};

const byContent = (book: Workbook, wanted: 'survey' | 'choices', findings: Findings): Sheet | undefined => {
  const [fields, known] = wanted === 'survey' ? [['type', 'name'], surveyColumns] : [['list', 'name', 'label'], choiceColumns];
  const free = book.sheets.filter(({ name }) => !ownNames.has(folded(name)) && !elsewhere.has(folded(name)));
  const sheet = free.find((candidate) => holds(candidate, fields, known));
  if (sheet)
    findings.add('sheet-found-by-content', wholeSheet(sheet.name), {
      text: sheet.name,
      suggestion: wanted,
      values: { wanted, found: sheet.name },
    });
  return sheet;
};

export const sheetsOf = (book: Workbook, findings: Findings): Result<FormSheets, NoSurvey> => {
  const survey = byName(book, 'survey', findings) ?? bySimilarName(book, 'survey', findings) ?? byContent(book, 'survey', findings);
  if (!survey) return failed({ type: 'no-survey-sheet', sheets: book.sheets.map(({ name }) => name) });
  const rest: Workbook = { ...book, sheets: book.sheets.filter((sheet) => sheet !== survey) };
  for (const { name } of rest.sheets) if (elsewhere.has(folded(name))) findings.add('sheet-not-used', wholeSheet(name), { text: name });
  return ok({
    survey,
    choices: byName(rest, 'choices', findings) ?? bySimilarName(rest, 'choices', findings) ?? byContent(rest, 'choices', findings),
    externalChoices: byName(rest, 'external_choices', findings),
    settings: byName(rest, 'settings', findings) ?? bySimilarName(rest, 'settings', findings),
    fieldbook: byName(rest, 'fieldbook', findings),
  });
};

const placeOf = ({ sheet, row, column }: Workbook['findings'][number]): Place => ({
  sheet: sheet ?? null,
  row: row ?? null,
  column: null,
  cell: row === undefined || column === undefined ? null : `${columnLetter(column)}${row}`,
});

/** What the workbook's reader found odd, of the sheets that belong to the form; of others nobody needs to hear. */
export const workbookFindings = (book: Workbook, used: FormSheets, findings: Findings): void => {
  const mine = Object.values(used).filter((sheet): sheet is Sheet => sheet !== undefined);
  for (const finding of book.findings) {
    const { code, sheet, row, column, count } = finding;
    const where = mine.find(({ name }) => name === sheet);
    if (sheet !== undefined && !where) continue;
    const text = where?.rows.find(({ number }) => number === row)?.cells.get(column ?? -1)?.text ?? '';
    findings.add(code, placeOf(finding), { text, values: { number: count, limit: usualLimits.textLength } });
  }
};
