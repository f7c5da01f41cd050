/**
 * Real forms from public repositories read as the reference converter reads them, where they are at hand (they are not part of
 * this repository). Where we read otherwise on purpose, the difference is listed with its reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { inspection } from '../../../commands/checklist/inspect.ts';
import { openForm } from '../../../commands/checklist/openForm.ts';

const folder = join(import.meta.dirname, '../../../../shared/xlsform-samples');
const isThere = existsSync(join(folder, 'expected'));

const Texts = v.optional(v.record(v.string(), v.string()), {});
const text = v.optional(v.nullable(v.string()), null);
const Expected = v.object({
  id: v.string(),
  file: v.string(),
  title: v.string(),
  form_id: v.string(),
  version: v.nullable(v.string()),
  languages: v.array(v.string()),
  default_language: v.nullable(v.string()),
  declared_default_language: v.string(),
  nodes: v.array(
    v.object({
      path: v.string(),
      name: v.string(),
      type: v.string(),
      list: text,
      label: Texts,
      hint: Texts,
      constraint_message: Texts,
      relevant: text,
      constraint: text,
      calculation: text,
      required: text,
      readonly: text,
      choice_filter: text,
      appearance: text,
      default: text,
      repeat_count: text,
      generated: v.optional(v.boolean(), false),
    }),
  ),
  lists: v.record(
    v.string(),
    v.object({ count: v.number(), choices: v.array(v.object({ name: v.string(), label: v.nullish(Texts, {}) })) }),
  ),
});
type Expected = v.InferOutput<typeof Expected>;

const ids = isThere ? readdirSync(join(folder, 'expected')).map((name) => name.replace(/\.json$/, '')) : [];
const expectedOf = (id: string): Expected => v.parse(Expected, JSON.parse(readFileSync(join(folder, 'expected', `${id}.json`), 'utf8')));

/** What we read otherwise, in which form, at which places, and why. */
const otherwise: readonly { readonly form: string; readonly where: RegExp; readonly because: string }[] = [
  {
    form: 'correlaid-all-types-survey',
    where: /^node \/audit is only ours$/,
    because: 'metadata rows stay in sight, so that their author is told',
  },
  { form: 'correlaid-all-types-survey', where: /^type of \/basic_types\/q_datetime$/, because: 'datetime and dateTime are one type' },
  {
    form: 'correlaid-all-types-survey',
    where: /_other label$/,
    because: 'or_other is worded in the language of the form, which is German',
  },
  { form: 'correlaid-all-types-survey', where: /^labels of (topics|aspects)$/, because: 'or_other is worded in the language of the form' },
  {
    form: 'correlaid-all-types-survey',
    where: /^languages$|^default language$/,
    because: 'the only language is the one that the settings name',
  },
  { form: 'pma-bfr5-selection-v2-jef', where: /^list \w+ is only ours$/, because: 'lists of external_choices are lists here' },
];

/** yes, Yes and TRUE are `true()` here. */
const yesNo = (said: string | null): string | null =>
  said === null ? null : /^(yes|true)/i.test(said) ? 'true()' : /^(no|false)/i.test(said) ? 'false()' : said;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (texts: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));

const differences = (id: string): readonly string[] => {
  const expected = expectedOf(id);
  const form = openForm(join(folder, expected.file), undefined);
  if (!form.ok) return [form.failure.type];
  const ours = inspection(form.value);
  const found: string[] = [];
  const compare = (what: string, a: unknown, b: unknown): void => {
    if (!same(a, b)) found.push(what);
  };
  /** A text without a language stands under "default" there, and under the default language here. */
  const named = (texts: Readonly<Record<string, string>>): object =>
    sorted(
      Object.fromEntries(
        Object.entries(texts).map(([language, words]) => [language === 'default' ? ours.defaultLanguage : language, words]),
      ),
    );
  compare('title', ours.title, expected.title);
  compare('id', ours.id, expected.form_id);
  compare('version', ours.version, expected.version);
  compare(
    'languages',
    ours.languages.map(({ name }) => name),
    expected.languages.length > 0 ? expected.languages : ['default'],
  );
  compare('default language', ours.defaultLanguage, expected.default_language ?? 'default');
  const rows = expected.nodes.filter(({ generated }) => !generated).map((node) => ({ ...node, path: node.path.replace(/^\/data/, '') }));
  const byPath = new Map(ours.nodes.map((node) => [node.path, node]));
  for (const { path } of ours.nodes) if (!rows.some((row) => row.path === path)) found.push(`node ${path} is only ours`);
  for (const row of rows) {
    const node = byPath.get(row.path);
    if (!node) {
      found.push(`node ${row.path} is missing`);
      continue;
    }
    compare(`type of ${row.path}`, node.type, row.type);
    compare(`list of ${row.path}`, node.list, row.list);
    for (const aspect of ['relevant', 'constraint', 'calculation', 'appearance', 'default'] as const)
      compare(`${row.path} ${aspect}`, node[aspect], row[aspect]);
    for (const aspect of ['required', 'readonly'] as const) compare(`${row.path} ${aspect}`, node[aspect], yesNo(row[aspect]));
    compare(`${row.path} choice filter`, node.choiceFilter, row.choice_filter);
    compare(`${row.path} repeat count`, node.repeatCount, row.repeat_count);
    compare(`${row.path} label`, sorted(node.labels), named(row.label));
    compare(`${row.path} hint`, sorted(node.hints), named(row.hint));
    compare(`${row.path} message`, sorted(node.constraintMessages), named(row.constraint_message));
  }
  const common = ours.nodes.map(({ path }) => path).filter((path) => rows.some((row) => row.path === path));
  compare(
    'order',
    common,
    rows.map(({ path }) => path),
  );
  for (const [name, list] of Object.entries(expected.lists)) {
    const own = ours.lists[name];
    compare(
      `names in ${name}`,
      own?.names,
      list.choices.map((choice) => choice.name),
    );
    compare(`count of ${name}`, own?.count, list.count);
    for (const choice of list.choices)
      for (const [language, words] of Object.entries(choice.label))
        if (
          own?.labels[language === 'default' ? ours.defaultLanguage : language]?.[choice.name] !== words &&
          !found.includes(`labels of ${name}`)
        )
          found.push(`labels of ${name}`);
  }
  for (const name of Object.keys(ours.lists)) if (!expected.lists[name]) found.push(`list ${name} is only ours`);
  return found;
};

const readable = ids.filter((id) => expectedOf(id).file.endsWith('.xlsx'));

describe.runIf(isThere)('forms of others', () => {
  test.each(readable)('%s reads as the reference converter reads it', (id) => {
    const agreed = otherwise.filter(({ form }) => form === id);
    expect(differences(id).filter((difference) => !agreed.some(({ where }) => where.test(difference)))).toEqual([]);
  });

  test('every difference on purpose is still one', () => {
    const stale = otherwise.filter(({ form, where }) => !differences(form).some((difference) => where.test(difference)));
    expect(stale).toEqual([]);
  });

  test('an old binary workbook is told to be saved anew', () => {
    expect(openForm(join(folder, 'pyxform-widgets.xls'), undefined)).toEqual({ ok: false, failure: { type: 'old-binary' } });
  });

  test('nothing in forms that work is called an error, but for a function of another dialect', () => {
    const errors = readable.flatMap((id) => {
      const form = openForm(join(folder, expectedOf(id).file), undefined);
      return form.ok
        ? form.value.findings.filter(({ severity }) => severity === 'error').map(({ code, text: said }) => `${code} ${said}`)
        : [id];
    });
    expect(errors).toEqual(['function-unknown plug-in-metadata']);
  });
});
