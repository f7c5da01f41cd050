/** The commands as they are typed: a process of its own each time, its answer on standard output and nothing else there. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../../src/forms/workbook/writeWorkbook.ts';
import { root } from '../../support/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const checklist = (args: readonly string[], input = ''): Promise<Ended> =>
  new Promise((ended, failed) => {
    const child = spawn(process.execPath, [join(root, 'scripts/checklist.mjs'), ...args], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', failed);
    child.on('close', (code) => ended({ code, out, err }));
    child.stdin.end(input);
  });

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const saved = (name: string, sheets: Readonly<Record<string, string>>): string => {
  const path = join(folder, name);
  writeFileSync(path, writeWorkbook(Object.entries(sheets).map(([sheet, text]) => ({ name: sheet, rows: lines(text) }))));
  return path;
};

const work = saved('work.xlsx', {
  survey: `
    type | name | label::English (en) | label::العربية (ar) | relevant | constraint | constraint_message::English (en) | required | calculation | choice_filter | repeat_count | hint::English (en)
    deviceid | phone | | | | | | | | | |
    begin_group | work | Work | العمل | | | | | | | |
    select_one county | county | Which county? | أي مقاطعة؟ | | | | yes | | | | Ask gently
    select_one town | town | Which town? | أي بلدة؟ | | | | | | county = \${county} | |
    integer | hours | Hours a day? | كم ساعة؟ | \${county} = 'cook' | . <= 24 | No more than 24. | | | | |
    end_group | | | | | | | | | | |
    begin_repeat | jobs | Jobs | وظائف | | | | | | | |
    text | job | Which job? | أي وظيفة؟ | | | | | | | |
    end_repeat | | | | | | | | | | |
    calculate | when | | | | | | | today() | | |
    calculate | rate | | | | | | | pulldata('rates', 'rate', 'county', \${county}) | | |
    texxt | odd | Odd | غريب | | | | | | | |`,
  choices: `
    list_name | name | label::English (en) | label::العربية (ar) | county
    county | cook | Cook | كوك |
    county | lake | Lake | ليك |
    town | cicero | Cicero | سيسيرو | cook
    town | zion | Zion | زيون | lake`,
  settings: `
    form_title | form_id | version | default_language
    Work | work_form | 3 | English (en)`,
});
writeFileSync(join(folder, 'rates.csv'), 'county,rate\ncook,15\nlake,14\n');

describe('inspect', () => {
  test('prints one JSON object that says what the form holds', async () => {
    const { code, out } = await checklist(['inspect', work, '--json']);
    expect(code).toBe(0);
    const seen = JSON.parse(out);
    expect(seen).toMatchObject({
      title: 'Work',
      id: 'work_form',
      version: '3',
      languages: [
        { name: 'English (en)', code: 'en', direction: 'ltr' },
        { name: 'العربية (ar)', code: 'ar', direction: 'rtl' },
      ],
      defaultLanguage: 'English (en)',
    });
    expect(seen.nodes.map(({ path }: { path: string }) => path)).toEqual([
      '/phone',
      '/work',
      '/work/county',
      '/work/town',
      '/work/hours',
      '/jobs',
      '/jobs/job',
      '/when',
      '/rate',
      '/odd',
    ]);
    expect(seen.nodes[0]).toMatchObject({ type: 'deviceid', supported: false, why: 'about-the-device' });
    expect(seen.nodes[2]).toMatchObject({
      name: 'county',
      type: 'select_one',
      list: 'county',
      labels: { 'English (en)': 'Which county?', 'العربية (ar)': 'أي مقاطعة؟' },
      hints: { 'English (en)': 'Ask gently' },
      required: 'true()',
      relevant: null,
      supported: true,
      why: null,
    });
    expect(seen.nodes[4]).toMatchObject({
      relevant: "${county} = 'cook'",
      constraint: '. <= 24',
      constraintMessages: { 'English (en)': 'No more than 24.' },
    });
    expect(seen.nodes[3]).toMatchObject({ choiceFilter: 'county = ${county}' });
    expect(seen.lists.town).toEqual({
      count: 2,
      names: ['cicero', 'zion'],
      labels: { 'English (en)': { cicero: 'Cicero', zion: 'Zion' }, 'العربية (ar)': { cicero: 'سيسيرو', zion: 'زيون' } },
    });
    expect(seen.findings).toContainEqual({
      severity: 'error',
      code: 'type-unknown',
      sheet: 'survey',
      row: 13,
      column: 'type',
      cell: 'A13',
      text: 'texxt',
      message: 'No question type is called "texxt". The row is kept as a note and nothing is asked.',
      suggestion: 'text',
    });
  });

  test('says the same to a person at a terminal', async () => {
    const { code, out } = await checklist(['inspect', work]);
    expect(code).toBe(0);
    expect(out).toContain('Work (work_form, version 3)');
    expect(out).toContain('العربية (ar) [ar, rtl]');
    expect(out).toContain('error: sheet survey row 13 column type (A13): No question type is called "texxt".');
    expect(out).toContain('Did you mean: text');
  });

  test('finds the file from where the command was typed', async () => {
    const { code } = await checklist(['inspect', 'work.xlsx', '--json']);
    expect(code).toBe(0);
  });

  test('ends with 2 and says why when it is no form', async () => {
    writeFileSync(join(folder, 'notes.xlsx'), 'Just some notes.');
    const readings = await Promise.all([
      checklist(['inspect', join(folder, 'notes.xlsx'), '--json']),
      checklist(['inspect', saved('other.xlsx', { budget: 'month|sum\nMay|3' }), '--json']),
      checklist(['inspect', join(folder, 'nowhere.xlsx'), '--json']),
    ]);
    expect(readings.map(({ code }) => code)).toEqual([2, 2, 2]);
    const codes = readings.map(({ out }) =>
      JSON.parse(out).findings.map(({ severity, code }: { severity: string; code: string }) => [severity, code]),
    );
    expect(codes).toEqual([[['error', 'plain-text']], [['error', 'no-survey-sheet']], [['error', 'no-such-file']]]);
  });

  test('says how it is used when nobody can tell what was meant', async () => {
    const { code, out, err } = await checklist(['inspekt']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('checklist inspect FILE');
  });
});

const answersTo = async (
  input: readonly (object | string)[],
  more: readonly string[] = [],
): Promise<readonly Record<string, unknown>[]> => {
  const text = input.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { code, out } = await checklist(['drive', work, ...more], `${text}\n`);
  expect(code).toBe(0);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('drive', () => {
  test('answers each line with one, and shows every row in a state', async () => {
    const answers = await answersTo([
      { set: ['/work/county', 'cook'] },
      { state: true },
      { set: ['/work/hours', 30] },
      { set: ['/work/town', 'cicero'] },
      { add: '/jobs' },
      { set: ['/jobs[2]/job', 'cleaning'] },
      { set: ['/jobs/job', 'cooking'] },
      { state: true },
    ]);
    expect(answers).toHaveLength(8);
    expect(answers.filter((_, index) => index !== 1 && index !== 7)).toEqual(Array.from({ length: 6 }, () => ({ ok: true })));
    expect(answers[1]).toMatchObject({
      '/work/county': {
        relevant: true,
        required: true,
        readonly: false,
        value: 'cook',
        constraintOk: true,
        requiredOk: true,
        choices: ['cook', 'lake'],
      },
      '/work/town': { choices: ['cicero'] },
      '/work/hours': { relevant: true, choices: null },
    });
    expect(answers[7]).toMatchObject({
      '/work/hours': { value: '30', constraintOk: false },
      '/jobs[1]/job': { value: 'cooking' },
      '/jobs[2]/job': { value: 'cleaning' },
    });
  });

  test('takes rounds away again, and says so when there is nothing to take', async () => {
    const answers = await answersTo([
      { add: '/jobs' },
      { remove: '/jobs[2]' },
      { remove: '/jobs[7]' },
      { add: '/nowhere' },
      { set: ['/nowhere', 'x'] },
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, false, false]);
    expect(answers[4]).toMatchObject({ error: expect.stringContaining('/nowhere') });
  });

  test('takes its clock and its files from the command line', async () => {
    const [, state] = await answersTo(
      [{ set: ['/work/county', 'lake'] }, { state: true }],
      ['--now', '2026-02-28T23:30:00.000-06:00', '--media', folder],
    );
    expect(state).toMatchObject({ '/when': { value: '2026-02-28' }, '/rate': { value: '14' } });
  });

  test('takes a clock without an offset for the clock of this computer', async () => {
    const form = saved('clock.xlsx', {
      survey: 'type | name | label | calculation\ncalculate | at | | string(now())\nacknowledge | seen | Seen? |',
    });
    const { out } = await checklist(['drive', form, '--now', '2026-02-28T23:30:00'], '{"set":["/seen",true]}\n{"state":true}');
    const [set, state] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(set).toEqual({ ok: true });
    expect(state['/seen'].value).toBe('OK');
    expect(state['/at'].value).toMatch(/^2026-02-28T23:30:00\.000[+-]\d\d:\d\d$/);
    expect(Date.parse(state['/at'].value)).toBe(new Date(2026, 1, 28, 23, 30).getTime());
  });

  test('answers rubbish with an error and goes on', async () => {
    const answers = await answersTo([
      'rubbish',
      '{"set":"x"}',
      '[]',
      'null',
      '{"set":["/work/county",{"deep":1}]}',
      '{"__proto__":1}',
      { set: ['/work/county', 'cook'] },
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false, false, false, true]);
  });

  test('ends with 2 when there is no form to fill in', async () => {
    const { code, out } = await checklist(['drive', join(folder, 'nowhere.xlsx')], '{"state":true}\n');
    expect(code).toBe(2);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });
});
