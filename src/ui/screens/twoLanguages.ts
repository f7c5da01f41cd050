/**
 * What is said to a person stands in the worker's language and in theirs. Wording that has not been looked at by two people
 * is marked and has the original beneath: it is never used silently to ask somebody. The original of our own is English; a
 * checklist that an organisation brought has its own languages and its own original (checklist/wording.ts).
 */
import { directoryNumbers } from '../../domain/directory.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { findLanguage, languages, type Namespace, reviewStateOf, sourceLanguage } from '../../i18n/languages.ts';
import { rememberingWords } from '../../i18n/said.ts';
import { useWordsIn, type WordsIn } from '../../i18n/useWordsIn.ts';

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export interface OfferedLanguage {
  readonly tag: string;
  /** Its own name in its own script. */
  readonly name: string;
  /** BCP 47, where somebody has said which language it is. */
  readonly lang?: string | undefined;
}

export interface WordingLanguage {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface TwoLanguages {
  readonly worker: Say;
  readonly person: Say;
  /** What stands beneath a draft. */
  readonly original: Say;
  readonly originalLanguage: WordingLanguage;
  readonly workerTag: string;
  readonly personTag: string;
  /** One language for both: things are said once. */
  readonly same: boolean;
  /** The person's wording is a draft: mark it and show the original. */
  readonly draft: boolean;
  readonly direction: 'ltr' | 'rtl';
  /** There are no words for this in the person's language: the original stands in their place, and it is said so. */
  readonly lacks: (key: string) => boolean;
  /** What the person's language can be changed to, and which of those it is. */
  readonly offered: readonly OfferedLanguage[];
  readonly chosen: string;
  /** The person's words did not come; until `retry`, English stands in their place and says so. */
  readonly missing: WordsIn | null;
}

const ourLanguages: readonly OfferedLanguage[] = languages.map(({ tag, name }) => ({ tag, name, lang: tag }));
/** A guard test holds every language of ours to the same keys. */
const lacksNothing = () => false;

/** Wording for people in the field counts as checked once two people have looked at it. */
export const isCheckedWording = (tag: string, namespace: Namespace): boolean =>
  ['source', 'reviewed'].includes(reviewStateOf(tag, namespace));

/** Our language for a spoken one: `ko` for Korean; nothing for one we have no wording in. */
export const wordingFor = (spoken: string | undefined): string | undefined =>
  spoken === undefined ? undefined : languages.find(({ tag }) => tag === spoken || tag === spoken.split('-')[0])?.tag;

export const useTwoLanguages = (personTag: string | undefined, namespace: Namespace): TwoLanguages => {
  const workerTag = currentLanguage.value;
  const tag = personTag ?? workerTag;
  const worker = useWordsIn(workerTag, namespace);
  const person = useWordsIn(tag, namespace);
  const english = useWordsIn(sourceLanguage, namespace);
  return {
    worker: sayIn(worker, english),
    person: sayIn(person, english),
    original: sayIn(english, worker),
    originalLanguage: { tag: sourceLanguage, direction: 'ltr' },
    workerTag,
    personTag: tag,
    same: tag === workerTag,
    draft: !isCheckedWording(tag, namespace),
    direction: findLanguage(tag)?.direction ?? 'ltr',
    lacks: lacksNothing,
    offered: ourLanguages,
    chosen: tag,
    missing: [worker, person, english].find(({ state }) => state === 'missing') ?? null,
  };
};

/** Steps speak of numbers by name; the directory has them. The hyphens hold, so that no number breaks over two lines. */
const numbers = Object.fromEntries(Object.entries(directoryNumbers).map(([name, number]) => [name, number.replaceAll('-', '\u2011')]));

/** Nothing for the moment it takes to load; the other language once it is known that this one will not come, and WordsMissing says so. */
const sayIn = (own: WordsIn, other: WordsIn): Say => {
  const spoken = own.state === 'here' ? own : own.state === 'missing' && other.state === 'here' ? other : null;
  return spoken ? rememberingWords(spoken.tag, spoken.namespace, spoken.t, numbers) : () => '';
};
