/** Sheets made to hurt, and sheets that only look so. Whatever stands in them, there is a checklist, and it can be run. */
import { describe, expect, test } from 'vitest';
import { plainWords } from '../../../src/forms/plainWords.ts';
import { readXlsform } from '../../../src/forms/xlsform/readXlsform.ts';
import { bookOf, readingOf, sheetOf } from '../../support/sheets.ts';
import { survives } from '../../support/survives.ts';

const heading = ['type', 'name', 'label'];
const question = ['text', 'a', 'What?'];

describe('sheets', () => {
  test('of two surveys that differ in capitals, the one with rows that is not hidden is read', () => {
    const book = {
      sheets: [
        sheetOf('Survey', [heading]),
        { ...sheetOf('SURVEY ', [heading, ['text', 'b', 'Hidden?']]), hidden: true },
        sheetOf('survey', [heading, question]),
      ],
      findings: [],
    };
    const read = readXlsform(book, []);
    expect(read.ok && read.value.checklist.items.map(({ name }) => name)).toEqual(['a']);
    expect(read.ok && read.value.findings.map(({ code }) => code)).toEqual(['sheet-twice', 'sheet-twice']);
  });

  test('a hidden survey is read, because many are', () => {
    const read = readXlsform({ sheets: [{ ...sheetOf('survey', [heading, question]), hidden: true }], findings: [] }, []);
    expect(read.ok && read.value.checklist.items).toHaveLength(1);
  });

  test('a survey by a similar name is used and said, one by its columns too', () => {
    expect(readingOf({ surveys: [heading, question] }).findingsOf('sheet-similar-used')).toMatchObject([
      { sheet: 'surveys', suggestion: 'survey' },
    ]);
    expect(readingOf({ 'Sheet 1': [heading, question] }).findingsOf('sheet-found-by-content')).toMatchObject([{ sheet: 'Sheet 1' }]);
  });

  test('a workbook without a survey says what it has instead', () => {
    expect(readXlsform(bookOf({ budget: 'month|sum\nMay|3', people: 'who\nnobody' }), [])).toEqual({
      ok: false,
      failure: { type: 'no-survey-sheet', sheets: ['budget', 'people'] },
    });
  });

  test('an empty survey, one with only a heading, one without a heading', () => {
    expect(survives({ survey: [] }).paths).toEqual([]);
    expect(survives({ survey: [heading] }).paths).toEqual([]);
    expect(
      survives({
        survey: [
          ['nothing', 'here'],
          ['for', 'us'],
        ],
      })
        .findingsOf('column-missing')
        .map(({ text }) => text),
    ).toEqual(['type', 'name']);
  });

  test('a title above the heading does not hide it', () => {
    expect(survives({ survey: [['Our form'], [], heading, question] }).paths).toEqual(['/a']);
  });
});

describe('what the workbook itself has wrong', () => {
  test('is said of the sheets of the form, with the cell, and an error is read as empty', () => {
    const sheet = sheetOf('survey', [heading, ['text', 'a', '#REF!']]);
    const [first, row] = sheet.rows;
    const broken = {
      ...sheet,
      rows: [
        first,
        {
          ...row,
          cells: new Map([...(row?.cells ?? [])].map(([place, cell]) => [place, place === 2 ? { ...cell, kind: 'error' as const } : cell])),
        },
      ],
    };
    const read = readXlsform(
      {
        sheets: [broken as typeof sheet, sheetOf('budget', [['month', 'sum']])],
        findings: [
          { code: 'error-cell', severity: 'error', sheet: 'survey', row: 2, column: 2, count: 1 },
          { code: 'merged-cells', severity: 'note', sheet: 'budget', count: 4 },
        ],
      },
      [],
    );
    const told = read.ok ? read.value.findings.map(({ code, cell, message }) => [code, cell, message]) : [];
    expect(told).toEqual([
      ['error-cell', 'C2', 'Cells in which the spreadsheet shows an error, such as #REF!: 1. They were read as empty.'],
      ['label-missing', 'C2', 'This row has no label. Its name "a" is shown instead.'],
    ]);
  });
});

describe('names', () => {
  test('that mean something to JavaScript or to XForms stay ordinary names', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'meta', 'data', 'instanceID', 'a form', '😀'];
    const { paths } = survives({
      survey: [heading, ...names.map((name) => ['text', name, 'What?'])],
    });
    expect(paths).toEqual(['/__proto__', '/constructor', '/prototype', '/toString', '/meta', '/data', '/instanceID', '/a_form', '/😀']);
  });

  test('lists, columns, languages and parameters so called do no harm', () => {
    const { checklist } = survives({
      survey: [
        ['type', 'name', 'label::__proto__', 'parameters', 'choice_filter'],
        ['select_one __proto__', 'a', 'What?', '__proto__=1 constructor=2', "__proto__ = 'x'"],
        ['range', 'b', 'How?', '__proto__=1', ''],
      ],
      choices: [
        ['list_name', 'name', 'label::__proto__', '__proto__', 'constructor'],
        ['__proto__', '__proto__', 'Odd', 'x', 'y'],
      ],
    });
    expect(Object.keys(checklist.lists)).toEqual(['__proto___']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('that turn the text around, are longer than anything, or hold paths are changed and said', () => {
    const { paths, findingsOf } = survives({
      survey: [
        heading,
        ['text', `a${'\u202e'}b`, 'What?'],
        ['text', 'x'.repeat(5000), 'What?'],
        ['text', '../../etc', 'What?'],
        ['text', '${a}', 'What?'],
      ],
    });
    expect(paths.map((path) => path.slice(0, 20))).toEqual(['/a_b', `/${'x'.repeat(19)}`, '/.._.._etc', '/_a_']);
    expect(findingsOf('name-changed')).toHaveLength(4);
  });

  test('a hundred rows of one name are all kept', () => {
    const { paths } = survives({ survey: [heading, ...Array.from({ length: 100 }, () => question)] });
    expect(new Set(paths).size).toBe(100);
    expect(paths.at(-1)).toBe('/a_100');
  });
});

describe('groups', () => {
  test('two hundred repeats inside each other come in, as deep as can be kept', () => {
    const begins = Array.from({ length: 200 }, (_, depth) => ['begin_repeat', `r${depth}`, 'More']);
    const ends = Array.from({ length: 200 }, () => ['end_repeat']);
    const { paths, findingsOf } = survives({ survey: [heading, ...begins, question, ...ends, ['text', 'after', 'And?']] });
    expect(findingsOf('nested-too-deep')).toHaveLength(100);
    expect(findingsOf('begin-not-closed')).toEqual([]);
    expect(paths.at(-1)).toBe('/after');
  });

  test('a thousand ends without a begin, and a thousand begins without an end', () => {
    const { paths } = survives({ survey: [heading, ...Array.from({ length: 1000 }, () => ['end_group']), question] });
    expect(paths).toEqual(['/a']);
    survives({ survey: [heading, ...Array.from({ length: 1000 }, (_, row) => ['begin_group', `g${row}`, 'G']), question] });
  });
});

describe('expressions', () => {
  const column = [...heading, 'relevant', 'calculation', 'constraint'];
  const hostile = {
    'sixty thousand brackets': '('.repeat(60_000),
    'sixty thousand closed brackets': `${'('.repeat(30_000)}1${')'.repeat(30_000)}`,
    'a chain of ten thousand operators': Array.from({ length: 10_000 }, () => '1').join(' + '),
    'a pattern that others hang on': `regex('${'a'.repeat(40)}b', '^(a+)+$')`,
    'ten thousand unclosed references': '${a '.repeat(10_000),
    'ten thousand backward references': '{a}$ '.repeat(10_000),
    'quotation marks without end': '“‘'.repeat(20_000),
    'ten thousand hashes': '#{'.repeat(10_000),
    'a column of signs': '\u0000\u202e\ufffe'.repeat(1000),
  };
  test.each(Object.entries(hostile))('%s', (_, text) => {
    survives({ survey: [column, ['text', 'a', 'What?', '', '', ''], ['text', 'b', text, text, text, text]] });
  });

  test('a circle of a thousand calculations is named and cut', () => {
    const rows = Array.from({ length: 1000 }, (_, row) => ['calculate', `c${row}`, '', '', `\${c${(row + 1) % 1000}} + 1`]);
    expect(survives({ survey: [column, ...rows] }).findingsOf('circle')).toHaveLength(1);
  });

  test('five thousand references to nothing are listed as far as anybody reads', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => ['text', `q${row}`, 'What?', `\${nothing${row}} = 'x'`]);
    const { findingsOf } = survives({ survey: [column, ...rows] });
    expect(findingsOf('reference-unknown')).toHaveLength(200);
    expect(findingsOf('findings-cut')).toMatchObject([{ text: 'reference-unknown', values: { number: '4800' } }]);
  });
});

describe('choices', () => {
  test('a hundred thousand come in, and one more is said to be too many', () => {
    const rows = Array.from({ length: 100_001 }, (_, row) => ['town', `t${row}`, 'Town']);
    const { checklist, findingsOf } = survives({
      survey: [heading, ['select_one town', 'town', 'Which?']],
      choices: [['list_name', 'name', 'label'], ...rows],
    });
    expect(checklist.lists.town).toHaveLength(100_000);
    expect(findingsOf('rows-cut')).toMatchObject([{ sheet: 'choices' }]);
  });

  test('a list of one name ten thousand times is told apart by nothing', () => {
    const rows = Array.from({ length: 10_000 }, () => ['town', 'a town', 'Town']);
    const { findingsOf } = survives({
      survey: [heading, ['select_multiple town', 'towns', 'Which?']],
      choices: [['list_name', 'name', 'label'], ...rows],
    });
    expect(findingsOf('choice-twice')).toHaveLength(200);
  });
});

describe('words', () => {
  test('HTML, scripts and pictures from elsewhere stay text, and their author is told', () => {
    const dressed =
      '<b onclick="x()">Were you</b> ever <script>steal()</script>![paid](https://elsewhere.example/a.png)? [More](javascript:alert(1))';
    const { item, findingsOf } = survives({ survey: [heading, ['text', 'a', dressed]] });
    expect(item('/a').labels.default).toBe(dressed);
    expect(plainWords(dressed)).toBe('Were you ever paid? More');
    expect(findingsOf('text-outside-link')).toMatchObject([{ severity: 'note', row: 2 }]);
    expect(findingsOf('text-markup')).toMatchObject([{ values: { number: '1' } }]);
  });

  test('no words take long to undress, whatever they are made of', () => {
    for (const piece of ['<', '<a', '[', '[a](', '**', '__', '*a ', '_', '&#', '\\', '<!--', '<script>', '<br', '# '])
      expect(plainWords(piece.repeat(20_000 / piece.length)).length).toBeLessThanOrEqual(20_000);
  });

  test('a label of a million characters is cut and said', () => {
    const { item, findingsOf } = survives({ survey: [heading, ['text', 'a', 'x'.repeat(1_000_000)]] });
    expect(item('/a').labels.default).toHaveLength(20_000);
    expect(findingsOf('text-cut')).toHaveLength(1);
  });

  test('what is quoted in a finding cannot turn the sentence around it', () => {
    const { findings } = survives({ survey: [heading, [`te${'\u202e'}xxt`, 'a', 'What?']] });
    expect(findings.map(({ message }) => message).join()).not.toMatch(/[\u202a-\u202e]/);
  });
});
