/** Files that are no workbook, damaged ones, and ones made to harm: each is refused by name, none is half believed. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { WorkbookFailure } from '../../../src/forms/workbook/failure.ts';
import { usualLimits, type WorkbookLimits } from '../../../src/forms/workbook/limits.ts';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import { inline, oldContainerOf, partsOf, sheetXmlOf, surveyOf, type ZipPart, zipOf } from '../../support/workbooks.ts';

const head = `<row r="1">${inline('A1', 'type')}</row>`;
const good = surveyOf(head);
const parts = (data = head): ZipPart[] =>
  [...partsOf({ sheets: [{ name: 'survey', data }] })].map(([name, part]) => ({ name, data: part }));
const sheetPart = 'xl/worksheets/sheet1.xml';

const failure = (bytes: Uint8Array, limits: WorkbookLimits = usualLimits): WorkbookFailure | null => {
  const read = readWorkbook(bytes, limits);
  return read.ok ? null : read.failure;
};

const with2 = (bytes: Uint8Array, at: number, byte: number): Uint8Array => bytes.with(at, byte);

describe('by its bytes and not by its name', () => {
  test.each<[string, Uint8Array, WorkbookFailure['type']]>([
    ['nothing', new Uint8Array(0), 'empty'],
    ['an old .xls', oldContainerOf(['Root Entry', 'Workbook']), 'old-binary'],
    ['a very old .xls', new Uint8Array([0x09, 0x08, 0x08, 0x00, 0x00, 0x05]), 'old-binary'],
    ['a workbook with a password', oldContainerOf(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']), 'encrypted'],
    ['a web page called .xls', strToU8('\n <html xmlns:o="x"><body><table></table></body></html>'), 'web-page'],
    ['a web page with its declaration', strToU8('<!DOCTYPE html><title>Sign in</title>'), 'web-page'],
    [
      'an XML spreadsheet of 2003',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'xml-spreadsheet',
    ],
    [
      'an .ods in one file',
      strToU8('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
      'open-document',
    ],
    ['a csv file', strToU8('type,name\nnote,a\n'), 'plain-text'],
    ['a csv file in UTF-16', new Uint8Array([0xff, 0xfe, 0x74, 0, 0x2c, 0, 0x61, 0]), 'plain-text'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'not-a-workbook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not-a-workbook'],
    ['an empty zip', zipOf([]), 'zip-archive'],
    ['a zip around a workbook', zipOf([{ name: 'form.xlsx', data: good }]), 'zip-archive'],
    [
      'an .xlsb',
      zipOf([
        { name: '[Content_Types].xml', data: '' },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
      'binary-workbook',
    ],
    [
      'an .ods',
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis' },
        { name: 'content.xml', data: '<a/>' },
      ]),
      'open-document',
    ],
    [
      'a .docx',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<a/>' },
      ]),
      'not-a-workbook',
    ],
  ])('%s is told apart', (_, bytes, type) => {
    expect(failure(bytes)?.type).toBe(type);
  });
});

describe('damaged on the way', () => {
  test('cut off anywhere, it never opens', () => {
    for (let length = 1; length < good.length; length += 7) expect(failure(good.subarray(0, length))).not.toBeNull();
  });

  test('a changed byte in a part is noticed, even where the XML still makes sense', () => {
    const stored = zipOf(parts().map((part) => ({ ...part, stored: true })));
    const at = Buffer.from(stored).indexOf('type</t>');
    expect(failure(with2(stored, at, 'T'.charCodeAt(0)))).toEqual({ type: 'damaged', part: sheetPart });
  });

  test('a part that breaks off, closes the wrong way, or is none', () => {
    const broken = [`${head}`, '<worksheet>', '<worksheet></x>', '<a', '<>', '<a></a></a>', '<a><!-- ', '<a><![CDATA[', '</a>'];
    expect(broken.map((xml) => failure(surveyOf('', { instead: { [sheetPart]: xml } }))?.type ?? 'opened')).toEqual([
      'opened',
      ...broken.slice(1).map(() => 'damaged'),
    ]);
  });

  test('a size, a checksum or a method that is not true', () => {
    const lies: Partial<ZipPart>[] = [{ saidSize: 5 }, { checksum: 5 }, { method: 12 }, { method: 0 }];
    for (const lie of lies) {
      const bytes = zipOf(parts().map((part) => (part.name === sheetPart ? { ...part, ...lie } : part)));
      expect(failure(bytes)).toEqual({ type: 'damaged', part: sheetPart });
    }
  });

  test('without the part that lists the sheets', () => {
    expect(failure(surveyOf(head, { instead: { 'xl/workbook.xml': null } }))).toEqual({ type: 'damaged', part: 'xl/workbook.xml' });
  });

  test('a zip whose end is not true', () => {
    expect(failure(zipOf(parts(), 60_000))?.type).toBe('too-large');
    expect(failure(zipOf(parts(), 65_535))?.type).toBe('damaged');
    expect(failure(zipOf(parts(), parts().length + 1))?.type).toBe('damaged');
    expect(failure(with2(good, good.length - 6, 0xff))?.type).toBe('damaged');
  });

  test('a locked part', () => {
    expect(failure(zipOf(parts().map((part) => ({ ...part, encrypted: true }))))).toEqual({ type: 'encrypted' });
  });
});

describe('made to harm', () => {
  const doctypes = [
    '<!DOCTYPE worksheet SYSTEM "http://elsewhere.example/x.dtd">',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    `<!DOCTYPE lolz [<!ENTITY l "${'l'.repeat(10)}"><!ENTITY m "&l;&l;&l;"><!ENTITY n "&m;&m;&m;">]>`,
    '<!ENTITY x "y">',
  ];
  const partsRead = ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml', sheetPart];

  test.each(partsRead)('a document type in %s is refused, and nothing it declares is ever looked at', (part) => {
    const made = { sheets: [{ name: 'survey', data: head }], strings: '<si><t>a</t></si>', styles: '<cellXfs/>' };
    for (const doctype of doctypes) {
      const xml = String(partsOf(made).get(part)).replace(/^(<\?[^>]*>)?/, `$1${doctype}`);
      expect(failure(surveyOf(head, { ...made, instead: { [part]: xml } }))).toEqual({ type: 'unsafe', part, because: 'document-type' });
    }
  });

  test('elements a million deep', () => {
    const deep = sheetXmlOf({ data: '<x>'.repeat(100_000) });
    expect(failure(surveyOf('', { instead: { [sheetPart]: deep } }))).toEqual({ type: 'unsafe', part: sheetPart, because: 'deep' });
  });

  test('the same part twice, also by capitals, slashes or a leading slash', () => {
    for (const name of [sheetPart, 'XL/Worksheets/Sheet1.xml', 'xl\\worksheets\\sheet1.xml', '/xl/worksheets/sheet1.xml']) {
      const twice = [...parts(), { name, data: sheetXmlOf({ data: '' }) }];
      expect(failure(zipOf(twice))).toEqual({ type: 'unsafe', part: name, because: 'twice' });
    }
  });

  test('parts that lie over each other, as in the bombs that need no nesting', () => {
    const overlapping = [...parts(), { name: 'xl/media/image1.png', data: 'x', atTheSamePlace: true }];
    expect(failure(zipOf(overlapping))).toMatchObject({ type: 'unsafe', because: 'overlapping' });
  });

  test('a name that climbs out of the zip is nobody’s part, and a target that does leads nowhere', () => {
    const climbing = [...parts(), { name: '../../etc/cron.d/x', data: 'x' }, { name: 'xl/../../sheet1.xml', data: 'x' }];
    expect(failure(zipOf(climbing))).toBeNull();
    expect(failure(surveyOf(head, { target: '../../../../etc/passwd' }))).toEqual({ type: 'no-sheets' });
  });

  test('sheets that are one and the same part, and a list of sheets that lists itself', () => {
    const target = 'workbook.xml';
    expect(failure(surveyOf(head, { target }))).toBeNull();
    const circular = surveyOf(head, {
      instead: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="_rels/workbook.xml.rels"/></Relationships>',
      },
    });
    expect(failure(circular)).toBeNull();
  });

  test('a target outside the file is not fetched and not opened', () => {
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="worksheets/sheet1.xml"/></Relationships>';
    expect(failure(surveyOf(head, { instead: { 'xl/_rels/workbook.xml.rels': relations } }))).toEqual({ type: 'no-sheets' });
  });
});

describe('bombs stop at the first piece too many', () => {
  const limits: WorkbookLimits = { ...usualLimits, partBytes: 1_000_000, unpackedBytes: 1_500_000, ratio: 100_000 };
  const filler = (bytes: number): string => `<!--${'x'.repeat(bytes)}-->`;
  const padded = (bytes: number) => ({
    'xl/sharedStrings.xml': `<sst>${filler(bytes)}</sst>`,
    [sheetPart]: `<worksheet>${filler(bytes)}</worksheet>`,
  });

  test('one part', () => {
    expect(failure(surveyOf(head, { instead: padded(1_100_000) }), limits)).toEqual({
      type: 'too-large',
      what: 'unpacked',
      limit: 1_000_000,
    });
  });

  test('all parts together', () => {
    expect(failure(surveyOf(head, { instead: padded(900_000) }), limits)).toEqual({
      type: 'too-large',
      what: 'unpacked',
      limit: 1_500_000,
    });
    expect(failure(surveyOf(head, { instead: padded(600_000) }), limits)).toBeNull();
  });

  test('a part that says it is small', () => {
    const lying = zipOf(parts().map((part) => (part.name === sheetPart ? { ...part, data: filler(3_000_000), saidSize: 10 } : part)));
    expect(failure(lying, limits)).toEqual({ type: 'too-large', what: 'unpacked', limit: 1_000_000 });
  });

  test('a thousand bytes from one', () => {
    const bomb = surveyOf(inline('A1', 'a'.repeat(8_000_000)));
    expect(failure(bomb)).toEqual({ type: 'unsafe', part: sheetPart, because: 'ratio' });
  });

  test('a million parts, sheets, texts, cells; a file larger than any form', () => {
    const few: WorkbookLimits = { ...usualLimits, parts: 20, sheets: 3, strings: 100, cells: 100, fileBytes: 10_000 };
    const media = Array.from({ length: 30 }, (_, at) => ({ name: `xl/media/${at}.png`, data: 'x' }));
    expect(failure(zipOf([...parts(), ...media]), few)).toEqual({ type: 'too-large', what: 'parts', limit: 20 });
    const sheets = `<workbook><sheets>${'<sheet name="a" sheetId="1" id="rId1"/>'.repeat(4)}</sheets></workbook>`;
    expect(failure(surveyOf(head, { instead: { 'xl/workbook.xml': sheets } }), few)).toEqual({
      type: 'too-large',
      what: 'sheets',
      limit: 3,
    });
    expect(failure(surveyOf(head, { strings: '<si/>'.repeat(101) }), few)).toEqual({ type: 'too-large', what: 'strings', limit: 100 });
    const row = `<row>${'<c><v>1</v></c>'.repeat(101)}</row>`;
    expect(failure(surveyOf(row), few)).toEqual({ type: 'too-large', what: 'cells', limit: 100 });
    expect(failure(new Uint8Array(10_001), few)).toEqual({ type: 'too-large', what: 'file', limit: 10_000 });
  });
});

/** Each of these took hours with a reader that looks at something twice. */
test.each([
  ['comments', '<!---->'.repeat(400_000)],
  ['signs that open tags', '<'.repeat(1_000_000)],
  ['an attribute that never ends', `<row r="${'a'.repeat(2_000_000)}`],
  ['attributes without end', `<row ${'a '.repeat(30_000)}/>`],
  ['ampersands', `<row r="1"><c r="A1" t="inlineStr"><is><t>${'&'.repeat(2_000_000)}</t></is></c></row>`],
  ['escapes', `<row r="1"><c r="A1" t="inlineStr"><is><t>${'_x'.repeat(1_000_000)}</t></is></c></row>`],
  ['spaces', `<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(2_000_000)}</t></is></c></row>`],
  ['cells without addresses', `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`.repeat(20)],
  ['runs', `<row r="1"><c r="A1" t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(100_000)}</is></c></row>`],
  ['digits', `<row r="1"><c r="A1"><v>${'9'.repeat(2_000_000)}</v></c></row>`],
  ['CDATA', `<row r="1"><c r="A1"><v>${'<![CDATA[]]>'.repeat(200_000)}</v></c></row>`],
])('%s by the million are read in one pass', (_, data) => {
  const read = readWorkbook(surveyOf(data), { ...usualLimits, ratio: 100_000 });
  expect(read.ok ? 'opened' : read.failure.type).toMatch(/^(opened|damaged)$/);
});

test('a thousand formats of nothing but brackets', () => {
  const formats = Array.from({ length: 1000 }, (_, at) => `<numFmt numFmtId="${at}" formatCode="${'['.repeat(9000)}"/>`).join('');
  const styles = `<numFmts>${formats}</numFmts><cellXfs>${'<xf numFmtId="7"/>'.repeat(60_000)}</cellXfs>`;
  expect(readWorkbook(surveyOf(head, { styles }), { ...usualLimits, ratio: 100_000 }).ok).toBe(true);
});
