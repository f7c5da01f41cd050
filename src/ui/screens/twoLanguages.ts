/**
 * What is said to a person stands in their language and in one of the worker's. Wording that was not read aloud with people who
 * speak it is marked, string by string, and has the original beneath: it is never used silently to ask somebody. The original of
 * our own is English; a checklist that an organisation brought has its own languages and its own original (checklist/wording.ts).
 */
import { type AllowedWording, findAllowed } from '../../domain/allowedWording.ts';
import { directoryNumbers } from '../../domain/directory.ts';
import type { RecordedPlace } from '../../domain/recordings.ts';
import { isCheckedState, leastOf, type ReviewState } from '../../domain/wordingStates.ts';
import { currentLanguage, secondLanguage } from '../../i18n/language.ts';
import { findLanguage, languages, type Namespace, sourceLanguage } from '../../i18n/languages.ts';
import { languagesInReach } from '../../i18n/packs.ts';
import { rememberingWords } from '../../i18n/said.ts';
import { hasUnchecked, stateOf } from '../../i18n/states.ts';
import { useWordsIn, type WordsIn } from '../../i18n/useWordsIn.ts';
import { nameInList } from '../packWords.ts';
import { useNotebook } from '../useNotebook.ts';
import { writtenFor } from './listening/spokenFor.ts';

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export interface OfferedLanguage {
  readonly tag: string;
  /** Its own name in its own script. */
  readonly name: string;
  /** BCP 47, where somebody has said which language it is. */
  readonly lang?: string | undefined;
  /** There are recordings in it and no words: it is listened to. */
  readonly heardOnly?: true | undefined;
}

export interface WordingLanguage {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface TwoLanguages {
  readonly worker: Say;
  readonly person: Say;
  /** What the worker reads under the person's words: their own language, or their second where they speak the person's. */
  readonly beside: Beside | null;
  /** What stands beneath wording that is not checked. */
  readonly original: Say;
  /** Under which place staff may have read it aloud. */
  readonly placeOf: (key: string) => RecordedPlace;
  readonly originalLanguage: WordingLanguage;
  readonly workerTag: string;
  readonly personTag: string;
  /** One language for both: things are said once. */
  readonly same: boolean;
  /** How far people have looked at the person's words for this. */
  readonly stateOf: (key: string) => ReviewState;
  /** A supervisor's word that this language may be used without the original beneath, where it needs that. */
  readonly allowed: AllowedWording | null;
  /** The state to mark it with; `null` where it needs none. */
  readonly mark: (key: string) => ReviewState | null;
  readonly direction: 'ltr' | 'rtl';
  /** There are no words for this in the person's language: the original stands in their place, and it is said so. */
  readonly lacks: (key: string) => boolean;
  /** What the person's language can be changed to, and which of those it is. */
  readonly offered: readonly OfferedLanguage[];
  readonly chosen: string;
  /** The person's words did not come; until `retry`, English stands in their place and says so. */
  readonly missing: WordsIn | null;
}

export interface Beside {
  readonly tag: string;
  readonly say: Say;
}

/** Those that are here, and while there may be a connection the others, with what they weigh. */
const languagesOffered = (): readonly OfferedLanguage[] =>
  languagesInReach().map(({ tag, name }) => ({ tag, name: nameInList({ tag, name }, currentLanguage.value), lang: tag }));
/** A guard test holds every language of ours to the same keys. */
const lacksNothing = () => false;

/** One mark for a passage of which nothing is checked; where some of it is, `null`, and the rest is marked where it stands. */
export const markAbove = ({ lacks, mark }: Pick<TwoLanguages, 'lacks' | 'mark'>, says: readonly string[]): ReviewState | null => {
  const marks = says.filter((key) => !lacks(key)).map(mark);
  const open = marks.filter((state) => state !== null);
  return open.length > 0 && open.length === marks.length ? leastOf(open) : null;
};

const markFor = (tag: string, key: string): ReviewState | null => {
  const state = stateOf(tag, key);
  return isCheckedState(state) ? null : state;
};

/** Two languages at once: where the worker reads the person's, their second one stands in its place. */
const besideTagFor = (workerTag: string, personTag: string): string | null => {
  if (workerTag !== personTag) return workerTag;
  const second = secondLanguage.value;
  return second === personTag ? null : second;
};

/** Our language for a spoken one: `ko` for Korean; nothing for one we have no wording in. */
export const wordingFor = (spoken: string | undefined): string | undefined =>
  spoken === undefined ? undefined : languages.find(({ tag }) => tag === writtenFor(spoken) || tag === spoken.split('-')[0])?.tag;

export const useTwoLanguages = (personTag: string | undefined, namespace: Namespace): TwoLanguages => {
  const workerTag = currentLanguage.value;
  const tag = personTag ?? workerTag;
  const worker = useWordsIn(workerTag, namespace);
  const person = useWordsIn(tag, namespace);
  const english = useWordsIn(sourceLanguage, namespace);
  const { recordsOf } = useNotebook();
  const allowed = hasUnchecked(tag, namespace) ? findAllowed(recordsOf, tag) : null;
  const besideTag = besideTagFor(workerTag, tag);
  const beside = useWordsIn(besideTag ?? workerTag, namespace);
  return {
    worker: sayIn(worker, english),
    person: sayIn(person, english),
    beside: besideTag === null ? null : { tag: besideTag, say: sayIn(beside, english) },
    original: sayIn(english, worker),
    placeOf: (key) => ({ key }),
    originalLanguage: { tag: sourceLanguage, direction: 'ltr' },
    workerTag,
    personTag: tag,
    same: tag === workerTag,
    stateOf: (key) => stateOf(tag, key),
    allowed,
    mark: (key) => (allowed ? null : markFor(tag, key)),
    direction: findLanguage(tag)?.direction ?? 'ltr',
    lacks: lacksNothing,
    offered: languagesOffered(),
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
