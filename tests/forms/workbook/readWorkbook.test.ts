/** Workbooks as spreadsheet programs and people leave them. Long because each oddity is a few lines of the same story. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { WorkbookLimits } from '../../../src/forms/workbook/limits.ts';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import type { Cell, Workbook } from '../../../src/forms/workbook/workbook.ts';
import { inline, type MadeWorkbook, mainVocabulary, partsOf, surveyOf, workbookOf, zipOf } from '../../support/workbooks.ts';

const opened = (bytes: Uint8Array, limits?: WorkbookLimits): Workbook => {
  const read = readWorkbook(bytes, limits);
  if (!read.ok) throw new Error(`did not open: ${JSON.stringify(read.failure)}`);
  return read.value;
};

/** The first sheet as lines of text, the way a person would read it out. */
const lines = (bytes: Uint8Array): string[] =>
  (opened(bytes).sheets[0]?.rows ?? []).map(
    ({ number, cells }) => `${number}: ${[...cells].map(([column, { text }]) => `${column}=${text}`).join(' ')}`,
  );

const cellAt = (bytes: Uint8Array, row = 1, column = 0): Cell | undefined =>
  opened(bytes)
    .sheets[0]?.rows.find(({ number }) => number === row)
    ?.cells.get(column);

const found = (bytes: Uint8Array): string[] => opened(bytes).findings.map(({ code }) => code);

const oneCell = (xml: string, rest: Omit<MadeWorkbook, 'sheets'> = {}): Uint8Array => surveyOf(`<row r="1">${xml}</row>`, rest);

describe('a form as spreadsheet programs write it', () => {
  const strings = '<si><t>type</t></si><si><t>name</t></si><si><t>text</t></si><si><t>nickname</t></si>';

  test('comes out as rows of text that know their places', () => {
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c><c r="D3"><v>7</v></c></row>';
    expect(lines(surveyOf(data, { strings }))).toEqual(['1: 0=type 1=name', '3: 0=text 1=nickname 3=7']);
  });

  test('may leave out every address', () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const data = `<row>${cell('type')}${cell('name')}</row><row>${cell('note')}<c/>${cell('x')}</row>`;
    expect(lines(surveyOf(data))).toEqual(['1: 0=type 1=name', '2: 0=note 2=x']);
  });

  test('may have several sheets, some of them hidden', () => {
    const sheets = ['survey', 'choices', 'old notes'].map((name, at) => ({
      name,
      data: `<row r="1">${inline('A1', name)}</row>`,
      state: ['visible', 'hidden', 'veryHidden'][at] ?? '',
    }));
    const workbook = opened(workbookOf({ sheets }));
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['survey', false],
      ['choices', true],
      ['old notes', true],
    ]);
    expect(workbook.findings.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['hidden-sheet', 'choices'],
      ['hidden-sheet', 'old notes'],
    ]);
  });

  test('may be written with prefixes, in the strict edition, in UTF-16, with targets from the root, and with backslashes', () => {
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">' +
      '<x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const utf16 = new Uint8Array(2 + sheet.length * 2);
    utf16.set([0xff, 0xfe]);
    for (const [at, letter] of [...sheet].entries()) utf16[2 + at * 2] = letter.charCodeAt(0);
    const made: MadeWorkbook = {
      sheets: [{ name: 'survey', data: '', target: '/xl/worksheets/../worksheets/Sheet1.xml' }],
      strings: '<si><t>type</t></si>',
      strict: true,
    };
    const parts = [...partsOf(made), ['xl/worksheets/sheet1.xml', utf16] as const];
    const bytes = zipOf(parts.map(([name, data]) => ({ name: name.replaceAll('/', '\\'), data })));
    expect(lines(bytes)).toEqual(['1: 0=type']);
  });

  test('may be a zip in its long form, and not be packed at all', () => {
    const parts = [...partsOf({ sheets: [{ name: 'survey', data: `<row r="1">${inline('A1', 'type')}</row>` }] })];
    expect(lines(zipOf(parts.map(([name, data]) => ({ name, data, long: true }))))).toEqual(['1: 0=type']);
    expect(lines(zipOf(parts.map(([name, data]) => ({ name, data, stored: true }))))).toEqual(['1: 0=type']);
  });
});

describe('the text of a cell', () => {
  const rich = '<r><t>Did anyone </t></r><r><rPr><b/></rPr><t xml:space="preserve">keep</t></r><r><t> your papers?</t></r>';

  test('is joined from its runs; how to pronounce it is no part of it', () => {
    const hint = '<rPh sb="0" eb="1"><t>かみ</t></rPh><phoneticPr fontId="1"/>';
    expect(cellAt(oneCell('<c r="A1" t="s"><v>0</v></c>', { strings: `<si>${rich}${hint}</si>` }))).toEqual({
      text: 'Did anyone keep your papers?',
      kind: 'text',
      rich: true,
    });
    expect(cellAt(oneCell(`<c r="A1" t="inlineStr"><is>${rich}</is></c>`))?.text).toBe('Did anyone keep your papers?');
  });

  test('keeps entities, CDATA, lines, and what Excel escapes; what XML forbids is gone', () => {
    const text = 'a &lt; b &amp;amp; &#x1F33B;&#9731;<![CDATA[<c>&amp;]]>_x000D_\r\n_x005F_x0041_&#7;&#xD800;&nbsp;&unknown;';
    expect(cellAt(oneCell(inline('A1', text)))?.text).toBe('a < b &amp; 🌻☃<c>&amp;\n\n_x0041_&nbsp;&unknown;');
  });

  test('of nothing but spaces is no cell', () => {
    expect(
      lines(oneCell(`${inline('A1', '   ')}<c r="B1"/><c r="C1"><v></v></c><c r="D1" t="s"><v>0</v></c>`, { strings: '<si/>' })),
    ).toEqual([]);
  });

  test('does not mind which name it has', () => {
    const names = ['__proto__', 'constructor', 'n'.repeat(300), '\u202Eeman', '🌻'];
    const data = names.map((name, at) => `<row r="${at + 1}">${inline(`A${at + 1}`, name)}</row>`).join('');
    expect(lines(surveyOf(data, { name: '__proto__' }))).toEqual(names.map((name, at) => `${at + 1}: 0=${name}`));
  });

  test('is not longer than any question needs', () => {
    const bytes = oneCell(inline('A1', 'w'.repeat(70_000)));
    expect(cellAt(bytes)?.text).toHaveLength(65_536);
    expect(found(bytes)).toEqual(['text-cut']);
    expect(found(oneCell('<c r="A1" t="s"><v>0</v></c>', { strings: `<si><t>${'w'.repeat(70_000)}</t></si>` }))).toEqual(['text-cut']);
  });
});

describe('numbers and booleans read as they look', () => {
  test.each([
    ['1', '1'],
    ['1.0', '1'],
    ['-0', '0'],
    ['0.30000000000000004', '0.3'],
    ['23000000000', '23000000000'],
    ['2.3E+10', '23000000000'],
    ['15551234567890', '15551234567890'],
    ['1E21', '1000000000000000000000'],
    ['-1.5e-7', '-0.00000015'],
    ['12,5', '12,5'],
  ])('%s reads %s', (written, shown) => {
    expect(cellAt(oneCell(`<c r="A1"><v>${written}</v></c>`))?.text).toBe(shown);
  });

  test('booleans are TRUE and FALSE', () => {
    expect(lines(oneCell('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'))).toEqual(['1: 0=TRUE 1=FALSE']);
  });
});

describe('dates', () => {
  const formats = ['yyyy\\-mm\\-dd', 'h:mm AM/PM', '[$-409]d/m/yy h:mm;@', '[h]:mm', '0.00"d"', 'General', '#,##0 [Red]', 'mmm'];
  const styles =
    `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/>${formats
      .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
      .join('')}</cellXfs>`;
  const dated = (value: string, style: number, from1904 = false): Cell | undefined =>
    cellAt(oneCell(`<c r="A1" s="${style}"><v>${value}</v></c>`, { styles, from1904 }));

  test.each([
    ['45292', 1, '2024-01-01'],
    ['45292.75', 2, '2024-01-01T18:00:00'],
    ['45292.999999', 2, '2024-01-02T00:00:00'],
    ['0.5', 3, '12:00:00'],
    ['45292.75', 4, '2024-01-01'],
    ['0.25', 5, '06:00:00'],
    ['45292.25', 6, '2024-01-01T06:00:00'],
    ['45292', 11, '2024-01-01'],
    ['1', 1, '1900-01-01'],
    ['59', 1, '1900-02-28'],
    ['60', 1, '1900-02-28'],
    ['61', 1, '1900-03-01'],
    ['2958465', 1, '9999-12-31'],
  ])('%s in format %i reads %s', (value, style, text) => {
    expect(dated(value, style)).toEqual({ text, kind: 'date' });
  });

  test.each([
    ['45292', 0, '45292'],
    ['1.5', 8, '1.5'],
    ['1.5', 9, '1.5'],
    ['1500', 10, '1500'],
    ['-3', 1, '-3'],
    ['2958466', 1, '2958466'],
    ['5', 99, '5'],
  ])('%s in format %i stays the number %s', (value, style, text) => {
    expect(dated(value, style)?.text).toBe(text);
  });

  test('count from 1904 where the workbook says so', () => {
    expect(dated('43830', 1, true)?.text).toBe('2024-01-01');
    expect(found(oneCell('<c r="A1"><v>1</v></c>', { from1904: true }))).toEqual(['date-system-1904']);
  });

  test('written out stay as they are', () => {
    expect(cellAt(oneCell('<c r="A1" t="d"><v>2024-01-05</v></c>'))).toEqual({ text: '2024-01-05', kind: 'date' });
  });
});

describe('what formulas leave behind', () => {
  test('is what they last came to', () => {
    const data =
      '<c r="A1" t="str"><f>B1&amp;"x"</f><v>select_one yes</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v></v></c>';
    expect(cellAt(oneCell(data))).toEqual({ text: 'select_one yes', kind: 'text', formula: true });
    expect(cellAt(oneCell(data), 1, 1)).toEqual({ text: '2', kind: 'number', formula: true });
    expect(lines(oneCell(data))).toEqual(['1: 0=select_one yes 1=2']);
    expect(found(oneCell(data))).toEqual([]);
  });

  test('is nothing where the file does not keep it, and that is said', () => {
    const bytes = oneCell('<c r="A1"><f>B1</f></c><c r="B1"><f>B1</f><v/></c>');
    expect(cellAt(bytes)).toEqual({ text: '', kind: 'text', formula: true, noCache: true });
    expect(opened(bytes).findings).toEqual([
      { severity: 'warning', code: 'formula-without-value', sheet: 'survey', row: 1, column: 0, count: 2 },
    ]);
  });

  test('may be an error', () => {
    const bytes = oneCell('<c r="C1" t="e"><f>Sheet9!A1</f><v>#REF!</v></c>');
    expect(cellAt(bytes, 1, 2)).toEqual({ text: '#REF!', kind: 'error', formula: true });
    expect(opened(bytes).findings).toEqual([{ severity: 'error', code: 'error-cell', sheet: 'survey', row: 1, column: 2, count: 1 }]);
  });
});

describe('what is odd is said', () => {
  test('hidden rows and columns, merged cells, sheets alike, charts, macros', () => {
    const data = `<row r="1">${inline('A1', 'type')}${inline('B1', 'name')}</row><row r="2" hidden="1">${inline('A2', 'note')}</row><row r="3" hidden="1"/>`;
    const before = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>';
    const after = '<mergeCells><mergeCell ref="B2:C9"/><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const bytes = workbookOf({
      macros: true,
      sheets: [
        { name: 'survey', data, before, after },
        { name: 'Survey ', data },
        { name: 'Chart1', data: '', kind: 'chartsheet' },
      ],
    });
    const { sheets, findings } = opened(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['survey', 'Survey ']);
    expect(sheets[0]?.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(findings.map(({ code, sheet, row, column, count }) => [code, sheet, row, column, count])).toEqual([
      ['sheet-names-alike', 'Survey ', undefined, undefined, 1],
      ['macros-ignored', undefined, undefined, undefined, 1],
      ['chart-sheet', 'Chart1', undefined, undefined, 1],
      ['hidden-rows', 'survey', 2, undefined, 1],
      ['merged-cells', 'survey', 2, 1, 2],
      ['hidden-columns', 'survey', undefined, 1, 1],
      ['hidden-rows', 'Survey ', 2, undefined, 1],
    ]);
  });

  test('a sheet whose part is not there is left out; the others still open', () => {
    const sheet = { name: 'survey', data: `<row r="1">${inline('A1', 'type')}</row>` };
    const workbook = opened(workbookOf({ sheets: [sheet, { name: 'choices', data: '', target: 'worksheets/gone.xml' }] }));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['survey']);
    expect(workbook.findings.map(({ code, sheet: name }) => [code, name])).toEqual([['sheet-missing', 'choices']]);
  });

  test('rows and cells in the wrong place, or in none', () => {
    const data =
      `<row r="2">${inline('A2', 'kept')}${inline('A2', 'again')}${inline('', 'nowhere')}${inline('ZZZZ2', 'far')}</row>` +
      `<row r="1">${inline('A1', 'late')}</row><row r="x">${inline('A9', 'no number')}</row>` +
      `<row r="1048577">${inline('A1048577', 'beyond')}</row><row r="1e3"/>`;
    expect(lines(surveyOf(data))).toEqual(['2: 0=kept 1=nowhere']);
    expect(found(surveyOf(data)).sort()).toEqual(['cell-twice', 'outside-the-sheet', 'row-out-of-order']);
  });

  test('a text that is not in the list of texts', () => {
    const cells = ['9', '-1', '1.5', '', 'x'].map((index, at) => `<c r="${'ABCDE'[at]}1" t="s"><v>${index}</v></c>`).join('');
    const { findings, sheets } = opened(oneCell(cells, { strings: '<si><t>a</t></si>' }));
    expect(sheets[0]?.rows).toEqual([]);
    expect(findings).toEqual([{ severity: 'error', code: 'string-missing', sheet: 'survey', row: 1, column: 0, count: 5 }]);
    expect(found(oneCell('<c r="A1" t="s"><v>0</v></c>'))).toEqual(['string-missing']);
  });
});

describe('the end of a sheet', () => {
  const rowAt = (number: number, text: string): string => `<row r="${number}">${inline(`A${number}`, text)}</row>`;

  test('comes after twenty blank rows', () => {
    expect(lines(surveyOf(rowAt(1, 'type') + rowAt(21, 'in')))).toEqual(['1: 0=type', '21: 0=in']);
    const further = surveyOf(rowAt(1, 'type') + rowAt(22, 'out') + rowAt(23, 'out'));
    expect(lines(further)).toEqual(['1: 0=type']);
    expect(opened(further).findings).toEqual([
      { severity: 'warning', code: 'data-after-blank-rows', sheet: 'survey', row: 22, column: 0, count: 2 },
    ]);
  });

  test('comes after twenty blank columns', () => {
    const far = `<row r="1">${inline('A1', 'type')}${inline('U1', 'in')}${inline('AQ1', 'out')}</row><row r="2">${inline('AP2', 'out')}</row>`;
    expect(lines(surveyOf(far))).toEqual(['1: 0=type 20=in']);
    expect(opened(surveyOf(far)).findings.map(({ code, count }) => [code, count])).toEqual([['data-after-blank-columns', 2]]);
  });

  test('does not come later because the sheet was formatted as a whole', () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 2}" ht="15"><c r="A${at + 2}" s="3"/></row>`).join('');
    const bytes = surveyOf(rowAt(1, 'type') + rows, { before: '<dimension ref="A1:XFD1048576"/>' });
    expect(lines(bytes)).toEqual(['1: 0=type']);
    expect(found(bytes)).toEqual(['formatted-to-the-end']);
  });

  test('is not looked for without end', () => {
    const data = rowAt(1, 'type') + Array.from({ length: 90_000 }, (_, at) => `<row r="${at + 2}" ht="15"/>`).join('');
    const limits = { ...limitsFor(data.length), tailBytes: 100_000 };
    const workbook = opened(surveyOf(data), limits);
    expect(workbook.sheets[0]?.rows).toHaveLength(1);
    expect(workbook.findings.map(({ code }) => code)).toEqual(['rest-not-looked-at']);
  });
});

const mebibyte = 1024 * 1024;
const limitsFor = (bytes: number): WorkbookLimits => ({
  fileBytes: mebibyte,
  parts: 50,
  partBytes: bytes + 5000,
  unpackedBytes: bytes + 20_000,
  ratio: 10_000,
  ratioFrom: mebibyte,
  sheets: 5,
  strings: 100,
  cells: 1000,
  textLength: 1000,
  blankRows: 20,
  blankColumns: 20,
  tailBytes: mebibyte,
});

test('a workbook without any list of relations to its sheets has none', () => {
  const bytes = surveyOf('<row r="1"/>', { instead: { 'xl/_rels/workbook.xml.rels': null } });
  expect(readWorkbook(bytes)).toEqual({ ok: false, failure: { type: 'no-sheets' } });
  expect(readWorkbook(workbookOf({ sheets: [], instead: { 'xl/x.xml': strToU8(mainVocabulary) } }))).toMatchObject({
    failure: { type: 'no-sheets' },
  });
});
