/** The languages there are, and who has looked at their wording. Adding one: a folder in locales/ and a line in languages.json. */
import * as v from 'valibot';
import listed from '../../locales/languages.json';

export const namespaces = ['app', 'codes', 'field', 'office', 'checklists', 'directory'] as const;
export type Namespace = (typeof namespaces)[number];

/**
 * `source`: written in this language by us. `machine-draft`: nobody who speaks it has read it.
 * `read-once`: a person who speaks it has. `reviewed`: two have, one of them from the community.
 */
export const reviewStates = ['source', 'machine-draft', 'read-once', 'reviewed'] as const;
export type ReviewState = (typeof reviewStates)[number];

const Language = v.object({
  tag: v.string(),
  name: v.string(),
  direction: v.picklist(['ltr', 'rtl']),
  review: v.record(v.picklist(namespaces), v.picklist(reviewStates)),
});
export type Language = v.InferOutput<typeof Language>;

export const sourceLanguage = 'en';
/** Not a language: English with every string wrapped and lengthened, so that a test or an eye finds what was forgotten. */
export const pseudoLanguage = 'en-XA';

export const languages: readonly Language[] = v.parse(v.object({ languages: v.array(Language) }), listed).languages;

export const findLanguage = (tag: string): Language | undefined => languages.find((language) => language.tag === tag);

/** Wording that no person has read is marked wherever a person in the field would hear or read it. */
export const reviewStateOf = (tag: string, namespace: Namespace): ReviewState => findLanguage(tag)?.review[namespace] ?? 'machine-draft';
export const isDraftWording = (tag: string, namespace: Namespace): boolean => reviewStateOf(tag, namespace) === 'machine-draft';

/** The first of what the browser asks for that we have; `ko-KR` finds `ko`. */
export const bestLanguage = (asked: readonly string[]): string => {
  for (const tag of asked) {
    const found = findLanguage(tag) ?? findLanguage(tag.split('-')[0] ?? tag);
    if (found) return found.tag;
  }
  return sourceLanguage;
};
