/** One sheet as XML: its columns' widths, its heading that stays in sight, its cells. */
import type { WrittenCell, WrittenSheet } from './writtenSheet.ts';
import { encodeEntities } from './xmlText.ts';

export type Formatted = 'plain' | 'text' | 'heading' | 'wrapped';
type Formats = Readonly<Record<Formatted, number>>;

/** What Excel holds. It calls a file with more of any of them damaged. */
const longestText = 32_767;
const mostRows = 1_048_576;
const mostColumns = 16_384;

const narrowest = 8;
const widest = 60;

export const columnName = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
};

/** What only looks like Excel's own escape gets one, or _x0041_ would come back as A. In a cell a line ends with \n. */
const escaped = (text: string): string =>
  encodeEntities(text.slice(0, longestText).replace(/\r\n?/g, '\n')).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const formatOf = (value: WrittenCell, heading: boolean, wrapped: boolean): Formatted => {
  if (heading) return 'heading';
  return typeof value === 'string' ? (wrapped ? 'wrapped' : 'text') : 'plain';
};

const cellXml = (value: WrittenCell, place: string, format: number): string => {
  if (value === '') return '';
  if (typeof value === 'boolean') return `<c r="${place}" s="${format}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${place}" s="${format}"><v>${value}</v></c>`;
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
};

const rowXml = (row: readonly WrittenCell[], index: number, wrapped: boolean, formats: Formats): string => {
  const number = index + 1;
  const cells = row
    .slice(0, mostColumns)
    .map((value, column) => cellXml(value, `${columnName(column)}${number}`, formats[formatOf(value, index === 0, wrapped)]));
  return `<row r="${number}">${cells.join('')}</row>`;
};

const widthNeeded = (rows: WrittenSheet['rows'], column: number): number => {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0);
  return Math.min(widest, Math.max(narrowest, longest + 2));
};

const columnsXml = ({ rows, columnWidths }: WrittenSheet): string => {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: Math.min(mostColumns, count) }, (_, column) => {
    const width = columnWidths?.[column] ?? widthNeeded(rows, column);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
};

const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

export const sheetXml = (sheet: WrittenSheet, vocabulary: string, formats: Formats): string => {
  const direction = sheet.rightToLeft ? ' rightToLeft="1"' : '';
  const rows = sheet.rows.slice(0, mostRows).map((row, index) => rowXml(row, index, sheet.wrapped === true, formats));
  const views = `<sheetViews><sheetView${direction} workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  return `<worksheet xmlns="${vocabulary}">${views}${columnsXml(sheet)}<sheetData>${rows.join('')}</sheetData></worksheet>`;
};
