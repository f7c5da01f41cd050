/**
 * Opens a csv file: a heading and rows of text. A row that does not fit the heading is set aside and the rest still
 * counts. Nothing is understood as a number or a formula.
 */
import { failed, ok, type Result } from '../../domain/result.ts';
import { type CsvFailure, type CsvLimits, type CsvRecord, csvRecords } from './csvRecords.ts';
import { type CsvText, csvText } from './csvText.ts';

export type CsvFindingCode =
  | 'column-name-missing'
  | 'column-twice'
  | 'encoding-guessed'
  | 'nul-removed'
  | 'row-too-long'
  | 'row-too-short'
  | 'text-spoilt';

export interface CsvFinding {
  readonly severity: 'error' | 'warning';
  readonly code: CsvFindingCode;
  /** The first place of so many. */
  readonly line?: number;
  readonly column?: number;
  readonly count: number;
}

export interface CsvTable {
  /** As they are written, without spaces around them. Two may be alike, and one may be empty. */
  readonly columns: readonly string[];
  /** Each with as many values as there are columns. */
  readonly rows: readonly CsvRecord[];
  /** Rows with more values than columns: nobody can say which value is too many. */
  readonly setAside: readonly CsvRecord[];
  readonly findings: readonly CsvFinding[];
}

export const usualCsvLimits: CsvLimits = { bytes: 32 * 1024 * 1024, columns: 1000, cells: 2_000_000, textLength: 65_536 };

const severities: Readonly<Record<CsvFindingCode, CsvFinding['severity']>> = {
  'column-name-missing': 'warning',
  'column-twice': 'warning',
  'encoding-guessed': 'warning',
  'nul-removed': 'warning',
  'row-too-long': 'error',
  'row-too-short': 'warning',
  'text-spoilt': 'error',
};

type Place = Pick<CsvFinding, 'line' | 'column'>;

/** One finding for all places, naming the first. None where there are none. */
const findingFor = (code: CsvFindingCode, places: readonly Place[]): CsvFinding[] =>
  places.length > 0 ? [{ severity: severities[code], code, count: places.length, ...places[0] }] : [];

const delimiters = [',', ';', '\t'];

const countIn = (line: string, sign: string): number => line.replace(/"[^"]*"/g, '').split(sign).length - 1;

/** Excel writes `sep=;` into the first line where the country's comma is taken. Else the sign most frequent in the heading. */
const findDelimiter = (text: string): { readonly delimiter: string; readonly at: number; readonly line: number } => {
  const said = /^sep=([,;\t])(\r\n|\n|\r|$)/i.exec(text);
  if (said) return { delimiter: said[1] ?? ',', at: said[0].length, line: 2 };
  const heading = /[^\r\n].*/.exec(text.slice(0, 65_536))?.[0] ?? '';
  const counts = delimiters.map((sign) => countIn(heading, sign));
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',', at: 0, line: 1 };
};

const headingFindings = (columns: readonly string[], line: number): CsvFinding[] => {
  const seen = new Set<string>();
  const twice: Place[] = [];
  const missing: Place[] = [];
  for (const [column, name] of columns.entries()) {
    if (name === '') missing.push({ line, column });
    else if (seen.has(name)) twice.push({ line, column });
    seen.add(name);
  }
  return [...findingFor('column-twice', twice), ...findingFor('column-name-missing', missing)];
};

/** A delimiter too many at the end of a line is no value. */
const withoutEmptyEnd = ({ line, values }: CsvRecord, width: number): CsvRecord => {
  let end = values.length;
  while (end > width && values[end - 1]?.trim() === '') end -= 1;
  return { line, values: values.slice(0, end) };
};

const padded = ({ line, values }: CsvRecord, width: number): CsvRecord => ({
  line,
  values: [...values, ...Array.from({ length: width - values.length }, () => '')],
});

/** Where they are; what they say is nobody's business in a finding. */
const placesOf = (records: readonly CsvRecord[]): Place[] => records.map(({ line }) => ({ line }));

const tableOf = (heading: CsvRecord, records: readonly CsvRecord[]): CsvTable => {
  const named = heading.values.map((name) => name.trim());
  const columns = withoutEmptyEnd({ line: heading.line, values: named }, 1).values;
  const rows = records.map((record) => withoutEmptyEnd(record, columns.length));
  const setAside = rows.filter(({ values }) => values.length > columns.length);
  const short = rows.filter(({ values }) => values.length < columns.length);
  return {
    columns,
    rows: rows.filter(({ values }) => values.length <= columns.length).map((row) => padded(row, columns.length)),
    setAside,
    findings: [
      ...headingFindings(columns, heading.line),
      ...findingFor('row-too-long', placesOf(setAside)),
      ...findingFor('row-too-short', placesOf(short)),
    ],
  };
};

const textFindings = ({ text, encoding, spoilt }: CsvText): CsvFinding[] => [
  ...findingFor('encoding-guessed', encoding === 'windows-1252' ? [{}] : []),
  ...findingFor('text-spoilt', spoilt ? [{}] : []),
  ...findingFor('nul-removed', text.includes('\0') ? [{}] : []),
];

const isZipOrOffice = ([a, b, c, d]: Uint8Array): boolean => (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf);

const readText = (read: CsvText, limits: CsvLimits): Result<CsvTable, CsvFailure> => {
  const text = read.text.replaceAll('\0', '');
  const { delimiter, ...from } = findDelimiter(text);
  const records = csvRecords(text, from, delimiter, limits);
  if (!records.ok) return records;
  const [heading, ...rest] = records.value;
  if (!heading) return failed({ type: 'empty' });
  const table = tableOf(heading, rest);
  return ok({ ...table, findings: [...textFindings(read), ...table.findings] });
};

export const readCsv = (source: string | Uint8Array, limits: CsvLimits = usualCsvLimits): Result<CsvTable, CsvFailure> => {
  if (source.length > limits.bytes) return failed({ type: 'too-large', what: 'file', limit: limits.bytes });
  if (typeof source === 'string') return readText({ text: source.replace(/^\uFEFF/, ''), encoding: 'utf-8', spoilt: false }, limits);
  return isZipOrOffice(source) ? failed({ type: 'not-text' }) : readText(csvText(source), limits);
};
