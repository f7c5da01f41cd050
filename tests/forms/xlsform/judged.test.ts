/** Forms in the spirit of those in use: what is right in them is left in peace, and what only looks right is told. */
import { describe, expect, test } from 'vitest';
import { csvFile, type Lines, leftBlank, readingOf, told } from '../../support/sheets.ts';

const columns = ['type', 'name', 'label', 'relevant', 'calculation', 'default', 'constraint', 'choice_filter', 'repeat_count'] as const;
type Line = { readonly [column in (typeof columns)[number]]?: string };

/** Cells may hold a stroke here, so rows are given by column. */
const surveyOf = (rows: readonly Line[]): Lines => [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))];

const choices = `
  list_name | name | label | grows
  yesno | yes | Yes |
  yesno | no | No |
  fruit | apple | Apple | tree
  fruit | pear | Pear | tree
  fruit | none | None |
  number | 1 | One |
  number | 99 | Other |`;

const asked: readonly Line[] = [
  { type: 'select_one yesno', name: 'agrees', label: 'Do you agree?' },
  { type: 'select_multiple fruit', name: 'fruits', label: 'Which fruit?' },
  { type: 'integer', name: 'people', label: 'How many people?' },
  { type: 'text', name: 'word', label: 'A word?' },
];

const saidOf = (...rows: readonly Line[]): readonly string[] => {
  const { findings } = readingOf({ survey: surveyOf([...asked, ...rows]), choices });
  expect(findings.flatMap(leftBlank)).toEqual([]);
  return findings.map(told);
};

const rightConditions = [
  "${agrees} = ''",
  "${agrees} != '' and selected(${fruits}, 'pear')",
  "${agrees}='yes' or ${people}>=2",
  "not(selected(${fruits}, 'none')) and count-selected(${fruits}) > 1",
  "instance('fruit')/root/item[name = ${fruits}]/grows = 'tree'",
  "count(instance('fruit')/root/item[grows = ${word}]) > 0",
  "../agrees = 'yes' and /data/people > 1",
  'string-length(${word}) > 0',
  "regex(${word}, '^[A-Z]{2}[0-9]+$')",
  'true()',
  'yes',
  "boolean(${word}) and ${word} != ''",
  "/data/meta/instanceID != ''",
];

describe('what is right is left in peace', () => {
  test.each(rightConditions)('%s', (relevant) => {
    expect(saidOf({ type: 'text', name: 'more', label: 'More?', relevant })).toEqual([]);
  });

  test('numbers as names of choices, with quotes and without', () => {
    expect(
      saidOf(
        { type: 'select_one number', name: 'kind', label: 'Which kind?', default: '1' },
        { type: 'text', name: 'other', label: 'Which other?', relevant: "${kind} = 99 or ${kind} = '99' or selected(${kind}, 99)" },
      ),
    ).toEqual([]);
  });

  test('a round that looks at the one before, and the form at all of them', () => {
    expect(
      saidOf(
        { type: 'begin_repeat', name: 'person', label: 'Person', repeat_count: '${people}' },
        { type: 'calculate', name: 'place', calculation: 'position(..)' },
        { type: 'integer', name: 'age', label: 'Age?', constraint: 'current() < 120' },
        { type: 'calculate', name: 'before', calculation: 'indexed-repeat(${age}, ${person}, ${place} - 1)' },
        { type: 'end_repeat' },
        { type: 'calculate', name: 'grown', calculation: 'count(${person}[age >= 18])' },
        { type: 'calculate', name: 'eldest', calculation: "if(count(${person}) > 0, max(${age}), 'nobody')" },
      ),
    ).toEqual([]);
  });

  test('the day on which the form is filled in', () => {
    const said = saidOf(
      { type: 'today', name: 'day' },
      { type: 'date', name: 'born', label: 'Born?', constraint: '. <= ${day}', default: '1999-12-31' },
    );
    expect(said).toEqual(['survey 6 type: about-the-device "today"']);
  });
});

const looksRight: readonly (readonly [string, string])[] = [
  ["today > date('2024-01-01')", 'path-unknown "today" → today()'],
  ['people > 5', 'path-unknown "people" → ${people}'],
  ['../poeple > 5', 'path-unknown "../poeple" → ${people}'],
  ['/data/nowhere = 1', 'path-unknown "/data/nowhere"'],
  ['${word} = house', `path-unknown "house" → 'house'`],
  ["${agrees} = 'yes' or 'no'", 'text-alone "no"'],
  ['$ {people} > 5', 'reference-respelt "$ {people}" → ${people}'],
  ['${people} % 2 = 1', 'expression-operator "%" → mod'],
  ["${agrees} = 'yes' || ${people} > 2", 'expression-operator "||" → or'],
  ['${agrees} = yes', `choice-not-quoted "yes" → 'yes'`],
  ["${agrees} = 'Yes'", 'choice-not-in-list "Yes" → yes'],
];

describe('what only looks right is told', () => {
  test.each(looksRight)('%s', (relevant, said) => {
    expect(saidOf({ type: 'text', name: 'more', label: 'More?', relevant })).toEqual([`survey 6 relevant: ${said}`]);
  });

  test.each(looksRight)('in a round of a repeat, in a group: %s', (relevant, said) => {
    const rows = [
      { type: 'begin_repeat', name: 'person', label: 'Person' },
      { type: 'begin_group', name: 'part', label: 'Part' },
      { type: 'text', name: 'more', label: 'More?', relevant: relevant.replace('../', '../../../') },
      { type: 'end_group' },
      { type: 'end_repeat' },
    ];
    expect(saidOf(...rows)).toEqual([`survey 8 relevant: ${said.replace('../', '../../../')}`]);
  });

  test.each([
    ['integer', 'five', ''],
    ['date', '01/02/2024', ''],
    ['date', 'today', ' → today()'],
    ['decimal', '1,5', ''],
  ])('a default that %s does not take: %s', (type, start, suggestion) => {
    expect(saidOf({ type, name: 'more', label: 'More?', default: start })).toEqual([
      `survey 6 default: default-not-fitting "${start}"${suggestion}`,
    ]);
  });

  test.each([
    ['${word}', ''],
    ['${fruits}', ' → count-selected(${fruits})'],
  ])('a number of rounds that is answered in words: %s', (count, suggestion) => {
    const rows = [
      { type: 'begin_repeat', name: 'round', label: 'Round', repeat_count: count },
      { type: 'text', name: 'more', label: 'More?' },
      { type: 'end_repeat' },
    ];
    expect(saidOf(...rows)).toEqual([`survey 6 repeat_count: count-in-words "${count}"${suggestion}`]);
  });

  test('a filter that takes a column for a question', () => {
    const row = { type: 'select_one fruit', name: 'more', label: 'More?', choice_filter: "${grows} = 'tree'" };
    expect(saidOf(row)).toEqual(['survey 6 choice_filter: reference-unknown "${grows}" → grows']);
  });

  test('choices that are the answers of a repeat', () => {
    expect(saidOf({ type: 'select_one ${word}', name: 'more', label: 'More?' })).toEqual(['survey 6 type: list-from-answers "${word}"']);
  });

  test('how long it takes is measured nowhere', () => {
    expect(saidOf({ type: 'calculate', name: 'took', calculation: 'duration()' })).toEqual([
      'survey 6 calculation: duration-not-measured "duration()"',
    ]);
  });

  test.each([
    ['number', 'integer'],
    ['dropdown', 'select_one'],
    ['checkboxes', 'select_multiple'],
    ['phone', 'text'],
  ])('a type called %s', (type, meant) => {
    expect(saidOf({ type, name: 'more', label: 'More?' })).toEqual([`survey 6 type: type-unknown "${type}" → ${meant}`]);
  });
});

test('rows of a file that do not fit its heading are counted, with the first of them', () => {
  const survey = surveyOf([{ type: 'select_one_from_file towns.csv', name: 'town', label: 'Which town?' }]);
  const { findings, checklist } = readingOf({ survey }, [csvFile('towns.csv', 'name,label\na,A\nb,B,too much\nc,C,more\n')]);
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    [
      'file-rows-left-out',
      'Rows in the file "towns.csv" with more values than it has columns: 2, the first in line 3. They were left out.',
    ],
  ]);
  expect(checklist.tables.towns?.rows).toEqual([['a', 'A']]);
});

test('lists of another sheet may come as itemsets.csv, as the reference converter writes them', () => {
  const survey = surveyOf([
    ...asked,
    { type: 'select_one_external town', name: 'town', label: 'Which town?', choice_filter: 'county = ${word}' },
  ]);
  const file = csvFile('itemsets.csv', 'list_name,name,label,county\ntown,cicero,Cicero,cook\ntown,zion,Zion,lake\nother,x,X,\n');
  const { findings, checklist, item } = readingOf({ survey, choices }, [file]);
  expect(findings.map(told)).toEqual([]);
  expect(item('/town')).toMatchObject({ supported: true, list: 'town' });
  expect(checklist.lists.town).toEqual([
    { name: 'cicero', labels: { default: 'Cicero' }, columns: { county: 'cook' } },
    { name: 'zion', labels: { default: 'Zion' }, columns: { county: 'lake' } },
  ]);
  expect(checklist.lists.other).toBeUndefined();
});

test('a list from a file needs the columns that its choices are read from', () => {
  const survey = surveyOf([{ type: 'select_one_from_file towns.csv', name: 'town', label: 'Which town?' }]);
  const { findings } = readingOf({ survey }, [csvFile('towns.csv', 'code,label\na,A\n')]);
  expect(findings.map(told)).toEqual(['survey 2 type: file-column-unknown "name"']);
});

test('a filter that climbs out of its list finds nothing there', () => {
  const row = { type: 'select_one fruit', name: 'more', label: 'More?', choice_filter: 'grows = ../word' };
  expect(saidOf(row)).toEqual(['survey 6 choice_filter: path-unknown "../word" → ${word}']);
});

test('rows of a type that nobody knows are told once', () => {
  expect(saidOf({ type: 'begin_matrix', name: 'grid', label: 'Grid' }, { type: 'end_matrix' })).toEqual([
    'survey 6 type: type-unknown "begin_matrix"',
    'survey 7 type: type-unknown "end_matrix"',
  ]);
});

test.each([
  ['label_fr', 'label::fr'],
  ['Label (French)', 'Label::French'],
  ['hint-English', 'hint::English'],
])('a language without its colons: %s', (heading, meant) => {
  const { findings } = readingOf({
    survey: [
      ['type', 'name', 'label', heading],
      ['text', 'a', 'A?', 'B?'],
    ],
  });
  expect(findings.map(told)).toEqual([`survey 1 ${heading}: column-misspelt "${heading}" → ${meant}`]);
});

test('columns of choices are their author’s, unless one that must be there is missing', () => {
  const survey = surveyOf([{ type: 'select_one town', name: 'town', label: 'Which town?' }]);
  const headings = ['label_id', 'label_short', 'lable2', 'order', 'names'];
  const named = readingOf({
    survey,
    choices: [
      ['list_name', 'name', 'label', ...headings],
      ['town', 'zion', 'Zion', 'a', 'b', 'c', 'd', 'e'],
    ],
  });
  expect(named.findings.map(told)).toEqual([]);
  const misspelt = readingOf({
    survey,
    choices: [
      ['list_name', 'name', 'lable'],
      ['town', 'zion', 'Zion'],
    ],
  });
  expect(misspelt.findings.map(told)).toContain('choices 1 lable: column-misspelt "lable" → label');
});

test.each(['{$word}', '}word{$', '{word}$', '#{word}'])('a reference turned round by a cell that reads from the right: %s', (reference) => {
  const { findings, item } = readingOf({
    survey: surveyOf([...asked, { type: 'text', name: 'more', label: 'More?', relevant: `${reference} = 'x'` }]),
    choices,
  });
  expect(findings.map(told)).toEqual([`survey 6 relevant: reference-respelt "${reference}" → \${word}`]);
  expect(item('/more').relevant).toBe("${word} = 'x'");
});
