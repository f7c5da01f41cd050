/** Spreadsheet and csv files as bytes. Parts are stored, not packed, so that a changed byte reaches what reads the part. */
import { readCsv } from '../../../src/forms/workbook/readCsv.ts';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import { inline, partsOf, zipOf } from '../workbooks.ts';
import type { Target } from './target.ts';

const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);

const row = `<row r="1">${inline('A1', 'type')}${inline('B1', 'name')}<c r="C1" t="s"><v>1</v></c><c r="D1" s="1"><v>46000</v></c></row>`;
const typed =
  '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>1+1</f><v>2</v></c><c r="D2" t="str"><f>A1</f></c></row>';
const parts = partsOf({
  sheets: [
    { name: 'survey', data: row + typed },
    { name: 'choices', data: row, state: 'hidden' },
  ],
  strings: '<si><t>yes</t></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
});

const xmlWords = [
  '<row r="',
  '<c r="',
  '<v>',
  '</v>',
  '<t>',
  '<is>',
  '<si>',
  '&amp;',
  '&#x',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<!DOCTYPE',
  ' t="s"',
  'xml:space',
  '_x000D_',
];

export const workbooks: Target = {
  name: 'workbooks',
  seeds: [textOf(zipOf([...parts].map(([name, data]) => ({ name, data, stored: true }))))],
  words: [
    ...xmlWords,
    'PK\u0003\u0004',
    'PK\u0001\u0002',
    'PK\u0005\u0006',
    '\u00ff\u00ff\u00ff\u00ff',
    '\u0000\u0000\u0000\u0000',
    'A1048576',
    'XFD1',
  ],
  longest: 20_000,
  run: (input) => {
    readWorkbook(bytesOf(input));
  },
};

export const csvFiles: Target = {
  name: 'csv files',
  seeds: ['name,label\r\na,A\r\nb,"B ""x"", y"\r\n', '\u00ef\u00bb\u00bfname;label\na;b', 'name\tlabel\na\t', '\u00ff\u00fen\u0000,\u0000'],
  words: ['"', '""', ',', ';', '\t', '\r\n', '\n', '\u00ef\u00bb\u00bf', '\u00ff\u00fe', '\u0000', 'name'],
  longest: 5000,
  run: (input) => {
    readCsv(bytesOf(input));
  },
};
