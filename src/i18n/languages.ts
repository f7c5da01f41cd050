/** The languages there are. Adding one: a folder in locales/ and a line in languages.json; how far people have looked at it is states.ts. */
import * as v from 'valibot';
import listed from '../../locales/languages.json';

export const namespaces = ['app', 'codes', 'field', 'office', 'library', 'checklists', 'directory'] as const;
export type Namespace = (typeof namespaces)[number];

const Language = v.object({
  tag: v.string(),
  name: v.string(),
  direction: v.picklist(['ltr', 'rtl']),
});
export type Language = v.InferOutput<typeof Language>;

export const sourceLanguage = 'en';
/** Not a language: English with every string wrapped and lengthened, so that a test or an eye finds what was forgotten. */
export const pseudoLanguage = 'en-XA';

export const languages: readonly Language[] = v.parse(v.object({ languages: v.array(Language) }), listed).languages;

export const findLanguage = (tag: string): Language | undefined => languages.find((language) => language.tag === tag);

/** The first of what the browser asks for that we have; `ko-KR` finds `ko`. */
export const bestLanguage = (asked: readonly string[]): string => {
  for (const tag of asked) {
    const found = findLanguage(tag) ?? findLanguage(tag.split('-')[0] ?? tag);
    if (found) return found.tag;
  }
  return sourceLanguage;
};
