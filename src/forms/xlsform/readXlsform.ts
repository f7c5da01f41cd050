/**
 * A workbook into a checklist, with everything that was found on the way. The unit of failure is the row, never the form: only
 * a workbook without any survey cannot be read.
 */
import { type Checklist, meantFor, type Texts } from '../../domain/checklist.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { checkForm } from './checks.ts';
import { type Lists, listsIn } from './choices.ts';
import { choiceColumns, surveyColumns } from './columns.ts';
import { allDrafts, type Draft, itemOf } from './draft.ts';
import { readExpressions } from './expressions.ts';
import { type BesideForm, tablesOf } from './files.ts';
import { collectFindings, type Finding, type Findings } from './finding.ts';
import { takeItemsets } from './itemsets.ts';
import { type FormLanguages, languagesOf } from './languages.ts';
import { mendLists } from './listNames.ts';
import { setAsideWithoutList } from './missingLists.ts';
import { giveOwnNames } from './names.ts';
import { askForOthers } from './orOther.ts';
import { fieldbookOf, type OwnSheet } from './ownSheet.ts';
import { type Settings, settingsOf } from './settings.ts';
import { type FormSheets, type NoSurvey, sheetsOf, workbookFindings } from './sheets.ts';
import { type SheetTable, tableOf } from './sheetTable.ts';
import { surveyOf } from './structure.ts';

export type { BesideForm } from './files.ts';

export interface ReadForm {
  readonly checklist: Checklist;
  readonly findings: readonly Finding[];
  /** Names of languages that nobody could tell from their heading: to be asked once. */
  readonly unknownLanguages: readonly string[];
  /** By path: what the reference converter calls a row where we make no difference, e.g. select_one_external. */
  readonly calledTypes: ReadonlyMap<string, string>;
}

export interface ReadOptions {
  /** The name of the file, for a form that does not say what it is called. */
  readonly formName?: string;
}

/** The largest real form known has 1,302 rows; a cascade of villages may have tens of thousands. */
const mostSurveyRows = 10_000;
const mostChoices = 100_000;

interface Tables {
  readonly survey: SheetTable;
  readonly choices: SheetTable | undefined;
  readonly external: SheetTable | undefined;
}

const tablesIn = (sheets: FormSheets, cleanSpaces: boolean, findings: Findings): Tables => {
  const choicesOf = (sheet: FormSheets['choices']): SheetTable | undefined =>
    sheet && tableOf(sheet, { known: choiceColumns, cleanSpaces, mostRows: mostChoices, findings, freeColumns: true });
  return {
    survey: tableOf(sheets.survey, { known: surveyColumns, cleanSpaces, mostRows: mostSurveyRows, findings }),
    choices: choicesOf(sheets.choices),
    external: choicesOf(sheets.externalChoices),
  };
};

const sayOfMissingColumns = ({ name, columns, headingRow }: SheetTable, findings: Findings): void => {
  for (const field of ['type', 'name'])
    if (!columns.some((column) => column.field === field))
      findings.add('column-missing', { sheet: name, row: headingRow, column: null, cell: null }, { text: field });
};

/** A list of the choices sheet and one of external_choices may have one name and different choices. */
const allLists = (tables: Tables, languages: FormLanguages, drafts: readonly Draft[], findings: Findings): Lists => {
  const lists = listsIn(tables.choices, languages, findings);
  for (const [name, choices] of listsIn(tables.external, languages, findings)) {
    const free = lists.has(name) ? `${name}_external` : name;
    lists.set(free, choices);
    for (const draft of drafts) if (draft.called.endsWith('_external') && draft.list === name) draft.list = free;
  }
  return lists;
};

const titlesOf = (own: OwnSheet, settings: Settings, id: string, { defaultLanguage }: FormLanguages): Texts => ({
  [defaultLanguage]: settings.title || id,
  ...own.titles,
});

const checklistOf = (form: {
  readonly roots: readonly Draft[];
  readonly lists: Lists;
  readonly languages: FormLanguages;
  readonly settings: Settings;
  readonly own: OwnSheet;
  readonly tables: Checklist['tables'];
  readonly formName: string;
}): Checklist => {
  const { own, settings, languages } = form;
  const id = settings.id || form.formName.slice(0, 300) || 'form';
  return {
    id,
    version: settings.version,
    titles: titlesOf(own, settings, id, languages),
    wording: 'own',
    meantFor: own.meantFor ?? meantFor[0],
    languages: [...languages.languages],
    defaultLanguage: languages.defaultLanguage,
    items: form.roots.map(itemOf),
    lists: Object.fromEntries([...form.lists].map(([name, choices]) => [name, choices.map(({ choice }) => choice)])),
    tables: form.tables,
    ...(own.source !== undefined && { source: own.source }),
    ...(own.licence !== undefined && { licence: own.licence }),
  };
};

const pathsOf = (roots: readonly Draft[]): ReadonlyMap<string, Draft> => {
  const byPath = new Map<string, Draft>();
  const waiting = roots.map((draft) => ({ draft, path: `/${draft.name}` }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    byPath.set(next.path, next.draft);
    for (const draft of next.draft.children ?? []) waiting.push({ draft, path: `${next.path}/${draft.name}` });
  }
  return byPath;
};

const withoutEnding = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.(xlsx|xlsm|xls|csv)$/i, '');

export const readXlsform = (book: Workbook, files: readonly BesideForm[], options: ReadOptions = {}): Result<ReadForm, NoSurvey> => {
  const findings = collectFindings();
  const sheets = sheetsOf(book, findings);
  if (!sheets.ok) return sheets;
  workbookFindings(book, sheets.value, findings);
  const settings = settingsOf(sheets.value.settings, findings);
  const tables = tablesIn(sheets.value, settings.cleanText, findings);
  sayOfMissingColumns(tables.survey, findings);
  const own = fieldbookOf(sheets.value.fieldbook, findings);
  const used = [tables.survey, tables.choices, tables.external].filter((table) => table !== undefined);
  const languages = languagesOf({ tables: used, settings, declared: own.languages }, findings);
  const survey = surveyOf(tables.survey.rows, { languages, findings, cleanSpaces: settings.cleanText });
  const roots = [...survey.roots];
  const lists = allLists(tables, languages, allDrafts(roots), findings);
  askForOthers(allDrafts(roots), roots, lists, languages, findings);
  giveOwnNames(roots, findings);
  const drafts = allDrafts(roots);
  readExpressions(drafts, findings);
  const beside = tablesOf(files, findings);
  takeItemsets(drafts, lists, beside, languages);
  mendLists(drafts, lists, settings.allowDuplicates, findings);
  setAsideWithoutList(drafts, lists, beside, findings);
  const formName = withoutEnding(options.formName ?? '');
  const byPath = pathsOf(roots);
  const form = { roots, lists, languages, settings, own, tables: beside, formName };
  checkForm({
    checklist: checklistOf(form),
    drafts: byPath,
    lists,
    files: survey.files,
    given: files,
    choiceTable: tables.choices,
    findings,
  });
  const calledTypes = new Map([...byPath].filter(([, { type, called }]) => type !== called).map(([path, { called }]) => [path, called]));
  return ok({ checklist: checklistOf(form), findings: findings.list(), unknownLanguages: languages.unknown, calledTypes });
};
