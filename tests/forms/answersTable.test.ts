/** Answers as a spreadsheet: columns as people who use ODK or Kobo expect them, nothing lost, nothing that runs. */
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/domain/checklist.ts';
import { csvOf } from '../../src/domain/csv.ts';
import type { Screening } from '../../src/domain/screening.ts';
import { answersSheets, type SavedScreening } from '../../src/forms/answers/answersTable.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { readWorkbook } from '../../src/forms/workbook/readWorkbook.ts';
import { writeWorkbook } from '../../src/forms/workbook/writeWorkbook.ts';
import type { WrittenSheet } from '../../src/forms/workbook/writtenSheet.ts';
import { readingOf } from '../support/sheets.ts';

const survey = `
type                   | name   | label        | relevant       | calculation
begin_group            | work   | Work         |                |
select_one yesno       | paid   | Paid?        |                |
text                   | reason | Why late?    | \${paid} = 'no' |
integer                | hours  | Hours?       |                |
calculate              | week   |              |                | \${hours} * 6
select_multiple held   | held   | Kept?        |                |
end_group              |        |              |                |
begin_repeat           | homes  | Homes        |                |
text                   | kind   | What kind?   |                |
begin_repeat           | rooms  | Rooms        |                |
integer                | beds   | Beds?        |                |
end_repeat             |        |              |                |
end_repeat             |        |              |                |
`;
const choices = `
list_name | name   | label
yesno     | yes    | Yes
yesno     | no     | No
held      | papers | Papers
held      | phone  | Phone
`;

const aForm = (rows = survey, version = '1'): Checklist => {
  const read = readingOf({ survey: rows, choices });
  return { ...read.checklist, id: 'lantern', version };
};

const person = 'a1'.repeat(16);
const saved = (checklist: Checklist | null, more: Partial<Screening>, record = 'R-1'): SavedScreening => ({
  record,
  person: 'ABC-234',
  worker: 'Linh',
  checklist,
  screening: {
    person,
    day: '2026-11-20',
    outcome: 'completed',
    checklist: { id: 'lantern', version: checklist?.version ?? '9' },
    languages: { worker: 'en', person: 'ko', wording: 'machine-draft' },
    ...more,
  },
});

const sheetsOf = (screenings: readonly SavedScreening[], versions: readonly Checklist[], notes = false) =>
  answersSheets({ versions, screenings, notes });

const sheetCalled = (sheets: readonly WrittenSheet[], name: string): WrittenSheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet is called ${name}`);
  return found;
};

/** Each row as what stands under which heading; blank cells left out. */
const rowsOf = ({ rows: [headings = [], ...rows] }: WrittenSheet) =>
  rows.map((row) => Object.fromEntries(row.flatMap((cell, at) => (cell === '' ? [] : [[String(headings[at]), cell]]))));

describe('the main sheet', () => {
  test('has a column for each question under its own name, and for each choice of a list of several', () => {
    const form = aForm();
    const [main] = sheetsOf([], [form]);
    expect(main?.rows).toEqual([
      [
        '_record',
        '_person',
        '_day',
        '_worker',
        '_checklist',
        '_version',
        '_outcome',
        '_language_worker',
        '_language_person',
        '_wording',
        'paid',
        'reason',
        'hours',
        'week',
        'held',
        'held/papers',
        'held/phone',
      ],
    ]);
  });

  test('has a row for each screening: names of choices, numbers to count with, values worked out', () => {
    const form = aForm();
    const answers = { paid: { is: 'no' }, reason: { words: '=1+1' }, hours: { value: '12' }, held: { several: ['phone'] } };
    const run = { values: { '/work/week': '72' }, counts: {} };
    expect(rowsOf(sheetCalled(sheetsOf([saved(form, { answers, run })], [form]), 'answers'))).toEqual([
      {
        _record: 'R-1',
        _person: 'ABC-234',
        _day: '2026-11-20',
        _worker: 'Linh',
        _checklist: 'lantern',
        _version: '1',
        _outcome: 'completed',
        _language_worker: 'en',
        _language_person: 'ko',
        _wording: 'machine-draft',
        paid: 'no',
        reason: '=1+1',
        hours: 12,
        week: 72,
        held: 'phone',
        'held/papers': 0,
        'held/phone': 1,
      },
    ]);
  });

  test('a question without an answer is blank, its choices too, and never no', () => {
    const form = aForm();
    const answers = { paid: { is: 'preferred-not-to-say' }, held: { is: 'not-safe-to-ask' } };
    const [row] = rowsOf(sheetCalled(sheetsOf([saved(form, { answers })], [form]), 'answers'));
    expect(Object.keys(row ?? {}).filter((heading) => !heading.startsWith('_'))).toEqual([]);
  });

  test('an answer that a later one closed is not in it', () => {
    const form = aForm();
    const answers = { paid: { is: 'yes' }, reason: { words: 'said before' } };
    expect(JSON.stringify(sheetsOf([saved(form, { answers })], [form]))).not.toContain('said before');
  });

  test('a name that stands for two questions gives way to the paths', () => {
    const form = aForm(`
type        | name  | label
begin_group | first | First
text        | why   | Why?
end_group   |       |
begin_group | then  | Then
text        | why   | Why then?
text        | _day  | Which day?
end_group   |       |
`);
    const answers = { 'first/why': { words: 'a' }, 'then/why': { words: 'b' }, _day: { words: 'Sunday' } };
    expect(rowsOf(sheetCalled(sheetsOf([saved(form, { answers })], [form]), 'answers'))).toMatchObject([
      { _day: '2026-11-20', 'first/why': 'a', 'then/why': 'b', 'then/_day': 'Sunday' },
    ]);
  });

  test('versions are joined by the name of the question, the newest first, and each answer stands in its own column', () => {
    const [older, newer] = [
      aForm(),
      aForm(
        `
type             | name  | label
select_one yesno | safe  | Safe?
begin_group      | about | About
integer          | hours | Hours?
end_group        |       |
`,
        '2',
      ),
    ];
    const sheets = sheetsOf(
      [
        saved(older, { answers: { paid: { is: 'yes' }, hours: { value: '9' } } }),
        saved(newer, { answers: { safe: { is: 'no' }, hours: { value: '8' } } }, 'R-2'),
      ],
      [newer, older],
    );
    const main = sheetCalled(sheets, 'answers');
    expect(main.rows[0]?.slice(10, 14)).toEqual(['safe', 'hours', 'paid', 'reason']);
    expect(rowsOf(main)).toMatchObject([
      { _version: '1', paid: 'yes', hours: 9 },
      { _version: '2', safe: 'no', hours: 8 },
    ]);
  });

  test('of a version that has not arrived, answers stand where they most likely belong, and the rest at the end', () => {
    const form = aForm();
    const answers = { held: { several: ['papers', 'ring'] }, unheard: { words: 'kept' }, 'homes[1]/kind': { words: 'dormitory' } };
    const sheets = sheetsOf([saved(null, { answers })], [form]);
    expect(rowsOf(sheetCalled(sheets, 'answers'))).toMatchObject([
      { held: 'papers ring', 'held/papers': 1, 'held/phone': 0, unheard: 'kept', 'homes[1]/kind': 'dormitory' },
    ]);
  });
});

describe('what repeats', () => {
  test('has a sheet of its own with the screening it belongs to, what it lies in, and its place', () => {
    const form = aForm();
    const answers = {
      'homes[1]/kind': { words: 'dormitory' },
      'homes[2]/kind': { words: 'car' },
      'homes[2]/rooms[1]/beds': { value: '4' },
      'homes[2]/rooms[2]/beds': { value: '6' },
    };
    const run = { values: {}, counts: { '/homes': 2, '/homes[1]/rooms': 0, '/homes[2]/rooms': 2 } };
    const sheets = sheetsOf([saved(form, { answers, run })], [form]);
    expect(sheets.map(({ name }) => name)).toEqual(['answers', 'homes', 'rooms', 'about']);
    expect(rowsOf(sheetCalled(sheets, 'homes'))).toEqual([
      { _record: 'R-1', _position: 1, kind: 'dormitory' },
      { _record: 'R-1', _position: 2, kind: 'car' },
    ]);
    expect(rowsOf(sheetCalled(sheets, 'rooms'))).toEqual([
      { _record: 'R-1', _parent: 'homes[2]', _position: 1, beds: 4 },
      { _record: 'R-1', _parent: 'homes[2]', _position: 2, beds: 6 },
    ]);
  });
});

describe('what is known about an answer', () => {
  const form = aForm();
  const answers = {
    paid: {
      is: 'no',
      how: 'said' as const,
      time: ['now' as const, 'past' as const],
      note: 'Told twice.',
      asked: { in: 'ko', state: 'field-checked' },
    },
    hours: { is: 'not-safe-to-ask' },
    'homes[1]/kind': { words: 'car', how: 'seen' as const },
  };
  const run = { values: {}, counts: { '/homes': 1, '/homes[1]/rooms': 0 } };
  const about = (notes: boolean) => rowsOf(sheetCalled(sheetsOf([saved(form, { answers, run })], [form], notes), 'about'));

  test('how it is known, when it is so, in which wording it was asked, and why there is none', () => {
    expect(about(false)).toEqual([
      { _record: 'R-1', question: 'paid', how: 'said', time: 'now past', asked_in: 'ko', asked_wording: 'field-checked' },
      { _record: 'R-1', question: 'reason', why: 'not-asked' },
      { _record: 'R-1', question: 'hours', why: 'not-safe-to-ask' },
      { _record: 'R-1', question: 'held', why: 'not-asked' },
      { _record: 'R-1', question: 'homes[1]/kind', how: 'seen' },
    ]);
  });

  test('notes only where somebody asked for them', () => {
    expect(JSON.stringify(about(false))).not.toContain('Told twice.');
    expect(about(true)[0]).toMatchObject({ question: 'paid', note: 'Told twice.' });
  });
});

test('our own checklist comes out under the names of its questions', () => {
  const answers = { 'own-papers': { is: 'no' }, 'gone-since-long-ago': { is: 'yes' } };
  const sheets = sheetsOf([saved(adult, { answers, checklist: { id: adult.id, version: '1' } })], [adult]);
  expect(rowsOf(sheetCalled(sheets, 'answers'))).toMatchObject([{ _checklist: 'adult', 'own-papers': 'no', 'gone-since-long-ago': 'yes' }]);
});

describe('as a file', () => {
  const form = aForm();
  const sheets = sheetsOf(
    [saved(form, { answers: { reason: { words: '=HYPERLINK("x")' }, paid: { is: 'no' }, hours: { value: '7' } } })],
    [form],
  );

  test('a spreadsheet opens with the same sheets, and what looks like a formula is text', async () => {
    const read = readWorkbook(writeWorkbook(sheets));
    if (!read.ok) throw new Error('it cannot be read');
    expect(read.value.sheets.map(({ name }) => name)).toEqual(['answers', 'homes', 'rooms', 'about']);
    const cells = [...(read.value.sheets[0]?.rows[1]?.cells.values() ?? [])];
    expect(cells.find(({ text }) => text === '=HYPERLINK("x")')).toEqual({ text: '=HYPERLINK("x")', kind: 'text' });
    expect(cells.find(({ text }) => text === '7')?.kind).toBe('number');
  });

  test('in a csv it does not run either', () => {
    expect(
      csvOf(sheetCalled(sheets, 'answers').rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)))),
    ).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
