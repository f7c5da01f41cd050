/** What a form holds, as one plain object: the contract of `checklist inspect --json`. */
import { type Checklist, type Choice, type Item, itemsWithPaths, type Texts } from '../../src/domain/checklist.ts';
import type { Finding } from '../../src/forms/xlsform/finding.ts';
import type { ReadForm } from '../../src/forms/xlsform/readXlsform.ts';
import { failureWords } from './failureWords.ts';
import type { FormFailure } from './openForm.ts';

const nodeOf = (path: string, item: Item, called: string | undefined) => ({
  path,
  name: item.name,
  type: called ?? item.type,
  list: item.list ?? null,
  labels: item.labels,
  hints: item.hints,
  relevant: item.relevant ?? null,
  constraint: item.constraint ?? null,
  constraintMessages: item.constraintMessages ?? {},
  required: item.required ?? null,
  requiredMessages: item.requiredMessages ?? {},
  readonly: item.readonly ?? null,
  calculation: item.calculation ?? null,
  default: item.default ?? null,
  trigger: item.trigger ?? null,
  choiceFilter: item.choiceFilter ?? null,
  appearance: item.appearance ?? null,
  parameters: item.parameters ?? null,
  repeatCount: item.repeatCount ?? null,
  supported: item.supported,
  why: item.why ?? null,
});

/** The first of a name, where a list has it twice. */
const labelsIn = (choices: readonly Choice[], language: string): Texts =>
  Object.fromEntries(
    [...choices].reverse().flatMap(({ name, labels }) => (labels[language] === undefined ? [] : [[name, labels[language]]])),
  );

const listOf = (choices: readonly Choice[], { languages }: Checklist) => ({
  count: choices.length,
  names: choices.map(({ name }) => name),
  labels: Object.fromEntries(languages.map(({ name }) => [name, labelsIn(choices, name)])),
});

const findingOf = ({ severity, code, sheet, row, column, cell, text, message, suggestion }: Finding) => ({
  severity,
  code,
  sheet,
  row,
  column,
  cell,
  text,
  message,
  suggestion,
});

export const inspection = ({ checklist, findings, calledTypes }: ReadForm) => ({
  title: checklist.titles[checklist.defaultLanguage] ?? checklist.id,
  id: checklist.id,
  version: checklist.version || null,
  languages: checklist.languages.map(({ name, code, direction }) => ({ name, code, direction })),
  defaultLanguage: checklist.defaultLanguage,
  nodes: itemsWithPaths(checklist.items).map(({ path, item }) => nodeOf(path, item, calledTypes.get(path))),
  lists: Object.fromEntries(Object.entries(checklist.lists).map(([name, choices]) => [name, listOf(choices, checklist)])),
  findings: findings.map(findingOf),
});

export type Inspection = ReturnType<typeof inspection>;
/** The same shape for a file that is no form: nothing in it but why. */
export interface Unreadable extends Omit<Inspection, 'title' | 'id' | 'defaultLanguage' | 'findings'> {
  readonly title: null;
  readonly id: null;
  readonly defaultLanguage: null;
  readonly findings: readonly (Omit<Inspection['findings'][number], 'code'> & { readonly code: string })[];
}

export const unreadable = (failure: FormFailure): Unreadable => ({
  title: null,
  id: null,
  version: null,
  languages: [],
  defaultLanguage: null,
  nodes: [],
  lists: {},
  findings: [
    {
      severity: 'error',
      code: failure.type,
      sheet: null,
      row: null,
      column: null,
      cell: null,
      text: '',
      message: failureWords(failure),
      suggestion: null,
    },
  ],
});
