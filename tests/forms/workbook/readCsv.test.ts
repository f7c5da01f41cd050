import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../src/domain/csv.ts';
import { type CsvTable, readCsv, usualCsvLimits } from '../../../src/forms/workbook/readCsv.ts';

const opened = (source: string | Uint8Array): CsvTable => {
  const read = readCsv(source);
  if (!read.ok) throw new Error(`did not open: ${JSON.stringify(read.failure)}`);
  return read.value;
};
const values = (source: string | Uint8Array): readonly (readonly string[])[] => {
  const { columns, rows } = opened(source);
  return [columns, ...rows.map((row) => row.values)];
};
const codes = (source: string | Uint8Array): string[] => opened(source).findings.map(({ code }) => code);
const utf16 = (text: string, littleEnd: boolean, mark: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + (mark ? 2 : 0)));
  for (const [at, sign] of (mark ? `\uFEFF${text}` : text).split('').entries()) view.setUint16(at * 2, sign.charCodeAt(0), littleEnd);
  return new Uint8Array(view.buffer);
};

describe('a csv file', () => {
  const towns = [
    ['name', 'label'],
    ['1', 'Alton, "Upper"'],
    ['2', 'Cairo\nLower'],
  ];

  test.each([
    ['with commas', 'name,label\n1,"Alton, ""Upper"""\n2,"Cairo\nLower"\n'],
    ['with semicolons, after Windows', 'name;label\r\n1;"Alton, ""Upper"""\r\n2;"Cairo\nLower"'],
    ['with tabs, after an old Mac', 'name\tlabel\r1\t"Alton, ""Upper"""\r2\t"Cairo\nLower"\r'],
    ['that says its sign', 'sep=;\nname;label\n1;"Alton, ""Upper"""\n2;"Cairo\nLower"'],
    [
      'with blank lines, spaces around names, and a mark in front',
      '\uFEFF\n name , label \n\n1,"Alton, ""Upper"""\n , \n2,"Cairo\nLower"\n\n\n',
    ],
    ['with empty values too many', 'name,label,,\n1,"Alton, ""Upper""",,\n2,"Cairo\nLower",,,,\n'],
  ])('%s reads the same', (_, text) => {
    expect(values(text)).toEqual(towns);
    expect(values(strToU8(text))).toEqual(towns);
    expect(codes(text)).toEqual([]);
  });

  test('a sign inside quotes does not count, and a quote inside a value is a quote', () => {
    expect(values('"a;b;c;d",e\n5" pipe,"x"y\n')).toEqual([
      ['a;b;c;d', 'e'],
      ['5" pipe', 'xy'],
    ]);
  });

  test('formulas, numbers and dates stay what is written', () => {
    expect(values('a,b,c\n=1+1,007,03/04\n2.3E+10,@x,\x1B[31m\n')).toEqual([
      ['a', 'b', 'c'],
      ['=1+1', '007', '03/04'],
      ['2.3E+10', '@x', '\x1B[31m'],
    ]);
  });

  test('knows the line of each row, over line breaks in values', () => {
    expect(opened('a,b\n"x\r\ny\nz",1\n\nq,2\n').rows.map(({ line }) => line)).toEqual([2, 6]);
  });

  test('a heading and nothing else is a table without rows', () => {
    expect(opened('name,label\n')).toEqual({ columns: ['name', 'label'], rows: [], setAside: [], findings: [] });
  });
});

describe('the encoding', () => {
  const text = 'name,label\n1,Đà Nẵng 🌻\n';

  test('is UTF-8 or UTF-16, with a mark or without', () => {
    expect(values(strToU8(text))[1]).toEqual(['1', 'Đà Nẵng 🌻']);
    for (const littleEnd of [true, false]) {
      for (const mark of [true, false]) expect(values(utf16(text, littleEnd, mark))[1]).toEqual(['1', 'Đà Nẵng 🌻']);
    }
    expect(codes(utf16(text, true, true))).toEqual([]);
  });

  test('is guessed to be Windows’ own where it is no UTF-8, and that is said', () => {
    const bytes = new Uint8Array([...strToU8('name\n'), 0x93, 0x4a, 0x6f, 0x73, 0xe9, 0x94, 0x20, 0x80]);
    expect(values(bytes)[1]).toEqual(['“José” €']);
    expect(codes(bytes)).toEqual(['encoding-guessed']);
  });

  test('stays UTF-8 for one spoilt byte among many good ones', () => {
    const bytes = new Uint8Array([...strToU8('name\n서울 부산 '), 0xff]);
    expect(values(bytes)[1]).toEqual(['서울 부산 \uFFFD']);
    expect(codes(bytes)).toEqual(['text-spoilt']);
    expect(codes(utf16(text, true, true).subarray(0, -1))).toEqual(['text-spoilt']);
  });

  test('NUL characters are taken out', () => {
    expect(values('name,label\n1,a\0b\n')[1]).toEqual(['1', 'ab']);
    expect(codes('name,label\n1,a\0b\n')).toEqual(['nul-removed']);
  });
});

describe('rows and headings that do not fit', () => {
  test('a row with too few values is filled up, one with too many is set aside, the rest counts', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => (at === 6 ? 'x,y,z' : at === 8 ? 'x' : `${at},town`));
    const table = opened(['name,label', ...rows].join('\n'));
    expect(table.rows).toHaveLength(9999);
    expect(table.rows.find(({ line }) => line === 10)?.values).toEqual(['x', '']);
    expect(table.setAside).toEqual([{ line: 8, values: ['x', 'y', 'z'] }]);
    expect(table.findings).toEqual([
      { severity: 'error', code: 'row-too-long', count: 1, line: 8 },
      { severity: 'warning', code: 'row-too-short', count: 1, line: 10 },
    ]);
  });

  test('names twice, missing, or dangerous elsewhere, are only texts in a list', () => {
    const table = opened('__proto__,name,,name,constructor\na,b,c,d,e\n');
    expect(table.columns).toEqual(['__proto__', 'name', '', 'name', 'constructor']);
    expect(table.rows[0]?.values).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(table.findings.map(({ code, column }) => [code, column])).toEqual([
      ['column-twice', 3],
      ['column-name-missing', 2],
    ]);
  });
});

describe('refused', () => {
  test.each([
    ['nothing', '', { type: 'empty' }],
    ['blank lines', ' \n\r\n,,\n', { type: 'empty' }],
    ['only its sign', 'sep=,\n', { type: 'empty' }],
    ['a quotation mark that is never closed', 'a,b\n1,2\n"3,4\n5,6\n', { type: 'unclosed-quote', line: 3 }],
    ['one closed a hundred thousand lines later', `a\n"${'x\n'.repeat(100_000)}"\n`, { type: 'unclosed-quote', line: 2 }],
    ['a value as long as a book', `a\n${'x'.repeat(70_000)}\n`, { type: 'too-large', what: 'text', limit: 65_536 }],
    ['ten thousand columns', ','.repeat(10_000), { type: 'too-large', what: 'columns', limit: 1000 }],
  ])('%s', (_, text, failure) => {
    expect(readCsv(text)).toEqual({ ok: false, failure });
  });

  test('a workbook called .csv, and a file larger than any list', () => {
    expect(readCsv(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ ok: false, failure: { type: 'not-text' } });
    const few = { ...usualCsvLimits, bytes: 10, cells: 4 };
    expect(readCsv('a,b\n1,2\n3,4\n', few)).toMatchObject({ failure: { type: 'too-large', what: 'file' } });
    expect(readCsv('a\n1\n2\n3\n4\n', few)).toMatchObject({ failure: { type: 'too-large', what: 'cells' } });
  });
});

const someValue = fc
  .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'ế', '가', '='), maxLength: 8 })
  .map((text) => `v${text}.`);

test('what the office writes, this reads', () => {
  const property = fc.property(fc.integer({ min: 1, max: 5 }), fc.array(someValue, { minLength: 5, maxLength: 40 }), (width, all) => {
    const rows = Array.from({ length: Math.floor(all.length / width) }, (_, at) => all.slice(at * width, (at + 1) * width));
    const heading = Array.from({ length: width }, (_, at) => `column${at}`);
    expect(values(strToU8(csvOf([heading, ...rows])))).toEqual([heading, ...rows]);
  });
  fc.assert(property, { numRuns: 300, seed: 2026 });
});

test('no bytes at all make it throw', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    const read = readCsv(bytes);
    if (read.ok) for (const { values: row } of read.value.rows) expect(row).toHaveLength(read.value.columns.length);
  });
  fc.assert(property, { numRuns: 2000, seed: 2026 });
});
