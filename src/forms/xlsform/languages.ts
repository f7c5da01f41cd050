/**
 * The languages of a form, however each sheet spells them. `English` in one sheet and `English (en)` in another are one
 * language here; the reference converter makes two of them, each with half of the texts.
 */
import type { ChecklistLanguage } from '../../domain/checklist.ts';
import { translatable } from './columns.ts';
import { type Findings, wholeForm } from './finding.ts';
import type { Column } from './headings.ts';
import { directionOf, languageOf } from './languageNames.ts';
import type { OwnSheet } from './ownSheet.ts';
import { safeKey } from './reserved.ts';
import type { Settings } from './settings.ts';
import type { SheetTable } from './sheetTable.ts';

export interface FormLanguages {
  readonly languages: readonly ChecklistLanguage[];
  readonly defaultLanguage: string;
  /** The name under which a text is kept; `null` when its language was left out. */
  readonly nameFor: (spelling: string | null) => string;
  /** Names whose code nobody could tell from the heading. */
  readonly unknown: readonly string[];
}

interface Spelled {
  readonly spelling: string;
  readonly fields: Set<string>;
  readonly columns: { readonly sheet: string; readonly column: Column }[];
  texts: number;
  labels: number;
}

interface Gathered {
  readonly spelled: readonly Spelled[];
  /** Of texts whose heading names no language. */
  readonly plainLabels: number;
  readonly plainTexts: number;
}

const unnamed = 'default';

const filledIn = ({ rows }: SheetTable, column: Column): number => rows.reduce((count, row) => count + (row.at(column) === '' ? 0 : 1), 0);

const gather = (tables: readonly SheetTable[]): Gathered => {
  const spelled = new Map<string, Spelled>();
  let plainLabels = 0;
  let plainTexts = 0;
  for (const [index, table] of tables.entries())
    for (const column of table.columns) {
      if (column.field === null || !translatable.has(column.field)) continue;
      const texts = filledIn(table, column);
      const isLabel = column.field === 'label' && index === 0;
      if (column.language === null) {
        plainTexts += texts;
        if (isLabel) plainLabels += texts;
        continue;
      }
      const known = spelled.get(column.language);
      const one = known ?? { spelling: column.language, fields: new Set(), columns: [], texts: 0, labels: 0 };
      spelled.set(column.language, one);
      if (texts > 0) one.fields.add(`${index} ${column.field}`);
      one.columns.push({ sheet: table.name, column });
      one.texts += texts;
      if (isLabel) one.labels += texts;
    }
  return { spelled: [...spelled.values()], plainLabels, plainTexts };
};

/** The same code, or the same name once capitals are set aside. */
const sameLanguage = (one: string, other: string): boolean => {
  const a = languageOf(one);
  const b = languageOf(other);
  if (a.code !== null && b.code !== null) return a.code === b.code;
  if (a.bare === '' || b.bare === '') return false;
  return a.bare.toLowerCase() === b.bare.toLowerCase();
};

/** Two columns of one sheet for the same thing are two languages to their author, however alike their names. */
const overlaps = (a: Spelled, b: Spelled): boolean => [...a.fields].some((field) => b.fields.has(field));

const merge = (spelled: readonly Spelled[], findings: Findings): ReadonlyMap<string, Spelled> => {
  const kept: Spelled[] = [];
  const into = new Map<string, Spelled>();
  for (const one of [...spelled].sort((a, b) => Number(b.labels > 0) - Number(a.labels > 0))) {
    const alike = kept.filter((other) => sameLanguage(one.spelling, other.spelling) && !overlaps(one, other));
    const [other] = alike;
    if (!other || alike.length > 1) {
      kept.push(one);
      into.set(one.spelling, one);
      continue;
    }
    into.set(one.spelling, other);
    for (const field of one.fields) other.fields.add(field);
    other.texts += one.texts;
    other.labels += one.labels;
    if (one.texts > 0)
      findings.add('language-merged', placeOf(one), {
        text: one.spelling,
        suggestion: other.spelling,
        values: { language: other.spelling },
      });
  }
  return into;
};

const placeOf = ({ columns: [first] }: Spelled) => ({
  ...wholeForm,
  sheet: first?.sheet ?? null,
  row: first ? 1 : null,
  column: first?.column.header ?? null,
});

/** Which of the languages the setting means: spelt alike, or the same language. */
const meantBy = (setting: string, names: readonly string[]): string | undefined =>
  names.find((name) => name === setting) ??
  names.find((name) => name.toLowerCase() === setting.toLowerCase()) ??
  names.find((name) => sameLanguage(name, setting));

interface Plain {
  /** Where texts without a language are kept. */
  readonly name: string;
  readonly isNew: boolean;
}

const plainName = ({ plainLabels, plainTexts }: Gathered, names: readonly string[], wanted: string): Plain => {
  const meant = wanted === '' ? undefined : meantBy(wanted, names);
  if (meant !== undefined) return { name: meant, isNew: false };
  const [first] = names;
  if (first === undefined) return { name: wanted || unnamed, isNew: true };
  if (plainTexts === 0 || (plainLabels === 0 && wanted === '')) return { name: first, isNew: false };
  return { name: wanted === '' ? unnamed : wanted, isNew: true };
};

const languageCalled = (name: string, code: string | null, isDefault: boolean): ChecklistLanguage => ({
  name,
  code,
  direction: directionOf(code),
  wording: isDefault ? 'source' : 'machine-draft',
});

const sayOfEach = (merged: Iterable<Spelled>, declared: OwnSheet['languages'], findings: Findings): void => {
  for (const one of new Set(merged)) {
    if (declared.has(safeKey(one.spelling))) continue;
    const details = { text: one.spelling };
    if (one.texts === 0) findings.add('language-empty', placeOf(one), details);
    else if (one.labels === 0) findings.add('language-without-labels', placeOf(one), details);
    if (one.texts > 0 && languageOf(one.spelling).code === null) findings.add('language-unknown', placeOf(one), details);
  }
};

const sayOfDefault = (settings: Settings, plain: Plain, gathered: Gathered, names: readonly string[], findings: Findings): void => {
  const wanted = settings.defaultLanguage;
  const place = settings.row?.place('defaultLanguage') ?? wholeForm;
  if (wanted !== '' && names.length > 0 && plain.name !== wanted)
    findings.add(meantBy(wanted, names) ? 'default-language-matched' : 'default-language-unknown', place, {
      text: wanted,
      suggestion: plain.name,
      values: { language: plain.name },
    });
  if (names.length > 0 && gathered.plainTexts > 0)
    findings.add('language-beside-plain', wholeForm, { text: plain.name, values: { language: plain.name } });
};

export interface LanguageSources {
  /** The survey first. */
  readonly tables: readonly SheetTable[];
  readonly settings: Settings;
  /** What a form that we wrote ourselves says of its languages: those count, also without any text. */
  readonly declared: OwnSheet['languages'];
}

export const languagesOf = ({ tables, settings, declared }: LanguageSources, findings: Findings): FormLanguages => {
  const gathered = gather(tables);
  const into = merge(gathered.spelled, findings);
  sayOfEach(into.values(), declared, findings);
  const isKept = (one: Spelled): boolean => into.get(one.spelling) === one && (one.texts > 0 || declared.has(safeKey(one.spelling)));
  const names = gathered.spelled.filter(isKept).map(({ spelling }) => spelling);
  const plain = plainName(gathered, names, settings.defaultLanguage);
  sayOfDefault(settings, plain, gathered, names, findings);
  const all = plain.isNew ? [plain.name, ...names] : names;
  const languages = all.map((name) => ({
    ...languageCalled(safeKey(name), languageOf(name).code, name === plain.name),
    ...declared.get(safeKey(name)),
  }));
  return {
    languages,
    defaultLanguage: safeKey(plain.name),
    nameFor: (spelling) => safeKey(spelling === null ? plain.name : (into.get(spelling)?.spelling ?? spelling)),
    unknown: languages.filter(({ code }) => code === null).map(({ name }) => name),
  };
};
