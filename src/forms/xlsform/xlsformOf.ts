/**
 * A checklist written out again as the sheets of an XLSForm, for Kobo and ODK. What XLSForm has no word for goes into columns
 * and a sheet of our own, which other programs pass over and our reader reads back.
 */
import type { Checklist, Choice, Item, Texts } from '../../domain/checklist.ts';
import type { WrittenSheet } from '../workbook/writtenSheet.ts';
import { markColumns } from './writeMarks.ts';

interface Written {
  readonly type: string;
  readonly item: Item;
}

/** Written as the reader takes it: a type we do not know keeps its author's spelling, list and all. */
const typeOf = ({ type, list, supported }: Item, isTable: boolean): string => {
  const fromFile = isTable && (type === 'select_one' || type === 'select_multiple') ? `${type}_from_file` : type;
  return list === undefined || (!supported && list === '') ? fromFile : `${fromFile} ${list}`;
};

/** A loop, not a recursion, for the same reason as everywhere: nesting is the author's. */
const rowsOf = (checklist: Checklist): readonly Written[] => {
  const rows: Written[] = [];
  const waiting: (Written | Item)[] = [...checklist.items].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('item' in next) {
      rows.push(next);
      continue;
    }
    const item = next;
    const isContainer = item.type === 'group' || item.type === 'repeat';
    rows.push({ type: isContainer ? `begin_${item.type}` : typeOf(item, isFromFile(item, checklist)), item });
    if (!isContainer) continue;
    waiting.push({ type: `end_${item.type}`, item });
    for (const child of [...(item.children ?? [])].reverse()) waiting.push(child);
  }
  return rows;
};

const withoutEnding = (name: string): string => name.replace(/\.(csv|xml|geojson)$/i, '');
const isFromFile = ({ list }: Item, { lists, tables }: Checklist): boolean =>
  list !== undefined && !Object.hasOwn(lists, list) && (/\.(csv|xml|geojson)$/i.test(list) || Object.hasOwn(tables, withoutEnding(list)));

const yesNo = (text: string | undefined): string => (text === 'true()' ? 'yes' : text === 'false()' ? 'no' : (text ?? ''));
const written = (values: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(values ?? {})
    .map(([name, value]) => `${name}=${/[\s,;]/.test(value) ? `"${value}"` : value}`)
    .join(' ');

type Column = readonly [header: string, cell: (item: Item) => string];

/** One language that nobody named goes under the plain heading. */
const headerFor = (heading: string, language: string, { languages }: Checklist): string =>
  languages.length === 1 && language === 'default' ? heading : `${heading}::${language}`;

const textColumns = (checklist: Checklist, heading: string, textsOf: (item: Item) => Texts | undefined): readonly Column[] =>
  checklist.languages.map(({ name }) => [headerFor(heading, name, checklist), (item) => textsOf(item)?.[name] ?? ''] as const);

const surveyColumns = (checklist: Checklist): readonly Column[] => [
  ['name', ({ name }) => name],
  ...textColumns(checklist, 'label', ({ labels }) => labels),
  ...textColumns(checklist, 'hint', ({ hints }) => hints),
  ...textColumns(checklist, 'guidance_hint', ({ guidance }) => guidance),
  ['required', ({ required }) => yesNo(required)],
  ...textColumns(checklist, 'required_message', ({ requiredMessages }) => requiredMessages),
  ['relevant', ({ relevant }) => relevant ?? ''],
  ['constraint', ({ constraint }) => constraint ?? ''],
  ...textColumns(checklist, 'constraint_message', ({ constraintMessages }) => constraintMessages),
  ['calculation', ({ calculation }) => calculation ?? ''],
  ['read_only', ({ readonly }) => yesNo(readonly)],
  ['default', (item) => item.default ?? ''],
  ['trigger', ({ trigger }) => (trigger ?? []).map((name) => `\${${name}}`).join(', ')],
  ['choice_filter', ({ choiceFilter }) => choiceFilter ?? ''],
  ['appearance', ({ appearance }) => appearance ?? ''],
  ['parameters', ({ parameters }) => written(parameters)],
  ['repeat_count', ({ repeatCount }) => repeatCount ?? ''],
  ...markColumns,
];

/** A column in which nothing stands is not written; those that every form has are. */
const kept = (columns: readonly Column[], items: readonly Item[]): readonly Column[] =>
  columns.filter(([header, cell]) => header === 'name' || header.startsWith('label') || items.some((item) => cell(item) !== ''));

const surveySheet = (checklist: Checklist): WrittenSheet => {
  const rows = rowsOf(checklist);
  const columns = kept(
    surveyColumns(checklist),
    rows.map(({ item }) => item),
  );
  const rowOf = ({ type, item }: Written): string[] => [type, ...columns.map(([, cell]) => (type.startsWith('end_') ? '' : cell(item)))];
  return { name: 'survey', rows: [['type', ...columns.map(([header]) => header)], ...rows.map(rowOf)] };
};

const choicesSheet = (checklist: Checklist): WrittenSheet => {
  const all = Object.entries(checklist.lists).flatMap(([list, choices]) => choices.map((choice) => ({ list, choice })));
  const extra = [...new Set(all.flatMap(({ choice }) => Object.keys(choice.columns ?? {})))];
  const languages = checklist.languages.map(({ name }) => name);
  const rowOf = (list: string, { name, labels, columns }: Choice): string[] => [
    list,
    name,
    ...languages.map((language) => labels[language] ?? ''),
    ...extra.map((column) => columns?.[column] ?? ''),
  ];
  const heading = ['list_name', 'name', ...languages.map((language) => headerFor('label', language, checklist)), ...extra];
  return { name: 'choices', rows: [heading, ...all.map(({ list, choice }) => rowOf(list, choice))] };
};

const hasTwice = ({ lists }: Checklist): boolean =>
  Object.values(lists).some((choices) => new Set(choices.map(({ name }) => name)).size < choices.length);

const settingsSheet = (checklist: Checklist): WrittenSheet => {
  const { id, version, titles, defaultLanguage, languages } = checklist;
  const isUnnamed = languages.length === 1 && defaultLanguage === 'default';
  const settings: readonly (readonly [string, string])[] = [
    ['form_title', titles[defaultLanguage] ?? id],
    ['form_id', id],
    ['version', version],
    ['default_language', isUnnamed ? '' : defaultLanguage],
    ['allow_choice_duplicates', hasTwice(checklist) ? 'yes' : ''],
    // Words are written as they are kept; runs of spaces in them are meant.
    ['clean_text_values', 'no'],
  ];
  const said = settings.filter(([, value]) => value !== '');
  return { name: 'settings', rows: [said.map(([name]) => name), said.map(([, value]) => value)] };
};

const fieldbookSheet = ({ meantFor, source, licence, titles, languages, defaultLanguage }: Checklist): WrittenSheet => {
  const facts = [
    ['meant_for', meantFor],
    ['source', source ?? ''],
    ['licence', licence ?? ''],
  ].filter(([, value]) => value !== '');
  return {
    name: 'fieldbook',
    rows: [
      ['what', 'language', 'is', 'code', 'direction', 'wording', 'reviewed_by'],
      ...facts.map(([what = '', value = '']) => [what, '', value]),
      ...languages.map(({ name, code, direction, wording, reviewedBy }) => [
        'language',
        name,
        '',
        code ?? '',
        direction,
        wording,
        reviewedBy ?? '',
      ]),
      ...Object.entries(titles)
        .filter(([language]) => language !== defaultLanguage)
        .map(([language, title]) => ['title', language, title]),
    ],
  };
};

/** The caller has put the wording of a checklist of our own into it before. */
export const xlsformOf = (checklist: Checklist): readonly WrittenSheet[] => [
  surveySheet(checklist),
  ...(Object.keys(checklist.lists).length > 0 ? [choicesSheet(checklist)] : []),
  settingsSheet(checklist),
  fieldbookSheet(checklist),
];
