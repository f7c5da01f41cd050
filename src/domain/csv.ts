/**
 * A table as a file that spreadsheets open. Beginning a cell with = + - @ or a tab makes some of them run it as a
 * formula, so such a cell gets an apostrophe in front (ASVS 1.2.10). Quoting and line ends after RFC 4180.
 */

/** Also the full-width signs: a Korean or Chinese keyboard writes them, and some spreadsheets read them as the narrow ones. */
const runsAsFormula = /^[=+\-@\t\r\n\0＝＋－＠]/u;

const cell = (value: string | number): string => {
  const safe = typeof value === 'string' && runsAsFormula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Without the mark in front, Excel takes UTF-8 for the computer's own code page and spoils Korean and Vietnamese. */
const byteOrderMark = '\uFEFF';

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
