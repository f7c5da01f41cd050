/** The words of a row in each language, under the name that the language has in this form. */
import type { Texts } from '../../domain/checklist.ts';
import type { Findings } from './finding.ts';
import type { FormLanguages } from './languages.ts';
import type { SheetRow } from './sheetTable.ts';

const longest = 20_000;

export const textsIn = (row: SheetRow, field: string, languages: FormLanguages, findings: Findings): Texts => {
  const texts = new Map<string, string>();
  // A heading that names the language counts more than one that names none.
  const cells = [...row.byLanguage(field)].sort((a, b) => Number(a.language === null) - Number(b.language === null));
  for (const { language, text, place } of cells) {
    const name = languages.nameFor(language);
    if (texts.has(name)) continue;
    if (text.length > longest) findings.add('text-cut', place, { text, values: { limit: longest } });
    texts.set(name, text.slice(0, longest));
  }
  return inFormOrder(texts, languages);
};

/** In the order of the form's languages, so that two equal checklists are written alike. */
const inFormOrder = (texts: ReadonlyMap<string, string>, { languages }: FormLanguages): Texts =>
  Object.fromEntries(languages.flatMap(({ name }) => (texts.has(name) ? [[name, texts.get(name) ?? '']] : [])));

/** Something to show in the default language, even where only another has words. */
export const withDefault = (texts: Texts, { defaultLanguage }: FormLanguages): Texts => {
  const [first] = Object.values(texts);
  return first === undefined || texts[defaultLanguage] !== undefined ? texts : { ...texts, [defaultLanguage]: first };
};
