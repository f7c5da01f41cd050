/**
 * What a checklist says, in the worker's language, the person's and the original: ours by keys of locales, an organisation's by
 * the texts inside it. Screens hold on to names of what is said and ask `words` for it, and need not know whose it is.
 */
import type { Checklist, Choice, Item, Texts } from '../../../domain/checklist.ts';
import type { Run } from '../../../forms/engine/run.ts';
import { askKey, choiceKey, pauseKey, promptKey, sectionTitleKey, titleKey, topicKey } from '../../../forms/library/wordingKeys.ts';
import { plainWords } from '../../../forms/plainWords.ts';
import type { Section } from '../../../forms/walk/sections.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import { defaultLanguageOf, isLookedAt, languageFor, offeredIn, tagOf, textIn, writtenIn } from './ownWords.ts';

interface Placed {
  readonly path: string;
  readonly item: Item;
}
type Part = 'label' | 'hint' | 'guidance' | 'constraint' | 'required';

export interface Wording {
  readonly words: TwoLanguages;
  readonly title: string;
  /** A section that nobody named has no title. */
  readonly section: (section: Section) => string | null;
  readonly pause: (section: Section) => string | null;
  /** The words of a question, a note, a group or an instance. */
  readonly ask: (placed: Placed) => string;
  /** For the worker alone: how to ask it. */
  readonly prompt: (placed: Placed) => string | null;
  readonly part: (placed: Placed, part: Exclude<Part, 'label'>) => string | null;
  readonly choice: (placed: Placed, choice: Choice) => string;
  readonly topic: (topic: string | undefined, placed: Placed) => string;
}

const ownMark = '\u001f';
const hasText = (texts: Texts | undefined): boolean => texts !== undefined && Object.values(texts).some(Boolean);
const partTexts = (item: Item, part: Part): Texts | undefined =>
  ({
    label: item.labels,
    hint: item.hints,
    guidance: item.guidance,
    constraint: item.constraintMessages,
    required: item.requiredMessages,
  })[part];

/** Names of what the checklist says itself, and what each stands for. */
interface OwnSays {
  readonly part: (placed: Placed, part: Part) => string;
  readonly texts: (name: string, texts: Texts) => string;
  readonly inLanguage: (says: string, language: string) => string;
  readonly isIn: (says: string, language: string) => boolean;
}

const ownSaysOf = (run: Run | null, checklist: Checklist): OwnSays => {
  const named = new Map<string, { readonly texts: Texts; readonly say: (language: string) => string }>();
  const standIn = defaultLanguageOf(checklist).name;
  const name = (says: string, texts: Texts, say: (language: string) => string): string => {
    if (!named.has(says)) named.set(says, { texts, say });
    return says;
  };
  return {
    part: ({ path, item }, part) =>
      name(`${ownMark}${part}${ownMark}${path}`, partTexts(item, part) ?? {}, (language) =>
        run ? run.words(path, part, language) : textIn(partTexts(item, part) ?? {}, language, standIn),
      ),
    texts: (what, texts) => name(`${ownMark}${what}`, texts, (language) => textIn(texts, language, standIn)),
    inLanguage: (says, language) => plainWords(named.get(says)?.say(language) ?? ''),
    isIn: (says, language) => Boolean(named.get(says)?.texts[language]),
  };
};

/** Our own languages around a checklist's own texts. What is not the checklist's is said by ours, in ours. */
const aroundOwn = (ours: TwoLanguages, checklist: Checklist, own: OwnSays, personTag: string): TwoLanguages => {
  const original = defaultLanguageOf(checklist);
  const worker = languageFor(checklist, ours.workerTag) ?? original;
  const person = languageFor(checklist, personTag) ?? original;
  const isOwn = (says: string) => says.startsWith(ownMark);
  return {
    ...ours,
    worker: (says, values) => (isOwn(says) ? own.inLanguage(says, worker.name) : ours.worker(says, values)),
    person: (says, values) => (isOwn(says) ? own.inLanguage(says, person.name) : ours.person(says, values)),
    original: (says, values) => (isOwn(says) ? own.inLanguage(says, original.name) : ours.original(says, values)),
    originalLanguage: writtenIn(original),
    workerTag: writtenIn(worker).tag,
    personTag: writtenIn(person).tag,
    direction: person.direction,
    same: worker === person,
    draft: !isLookedAt(person),
    lacks: (says) => isOwn(says) && person !== original && !own.isIn(says, person.name) && own.isIn(says, original.name),
    offered: offeredIn(checklist),
    chosen: tagOf(person),
  };
};

/** Where the organisation reworded something of ours, its texts stand in the item. */
const aroundOurs = (ours: TwoLanguages, checklist: Checklist, own: OwnSays): TwoLanguages => {
  const isOwn = (says: string) => says.startsWith(ownMark);
  const nameFor = (tag: string) => (languageFor(checklist, tag) ?? defaultLanguageOf(checklist)).name;
  return {
    ...ours,
    worker: (says, values) => (isOwn(says) ? own.inLanguage(says, nameFor(ours.workerTag)) : ours.worker(says, values)),
    person: (says, values) => (isOwn(says) ? own.inLanguage(says, nameFor(ours.personTag)) : ours.person(says, values)),
    original: (says, values) => (isOwn(says) ? own.inLanguage(says, defaultLanguageOf(checklist).name) : ours.original(says, values)),
    lacks: (says) => isOwn(says) && !own.isIn(says, nameFor(ours.personTag)),
  };
};

export const wordingOf = (run: Run | null, checklist: Checklist, ours: TwoLanguages, personTag: string): Wording => {
  const own = ownSaysOf(run, checklist);
  const isOurs = (texts: Texts | undefined) => checklist.wording === 'library' && !hasText(texts);
  return {
    words: checklist.wording === 'library' ? aroundOurs(ours, checklist, own) : aroundOwn(ours, checklist, own, personTag),
    title: isOurs(checklist.titles) ? titleKey(checklist.id) : own.texts('title', checklist.titles),
    section: ({ item, path }) =>
      item === null
        ? null
        : isOurs(item.labels)
          ? sectionTitleKey(item.name)
          : hasText(item.labels)
            ? own.part({ item, path }, 'label')
            : null,
    pause: ({ item, pause }) => (item !== null && pause && isOurs(item.labels) ? pauseKey(item.name) : null),
    ask: (placed) => (isOurs(placed.item.labels) ? askKey(placed.item.name) : own.part(placed, 'label')),
    prompt: ({ item }) => (isOurs(item.labels) ? promptKey(item.name) : null),
    part: (placed, part) => (hasText(partTexts(placed.item, part)) ? own.part(placed, part) : null),
    choice: ({ item, path }, choice) =>
      isOurs(choice.labels)
        ? choiceKey(item, choice.name)
        : own.texts(
            ['choice', path, choice.name].join(ownMark),
            hasText(choice.labels) ? choice.labels : { [checklist.defaultLanguage]: choice.name },
          ),
    topic: (topic, placed) =>
      topic !== undefined ? topicKey(topic) : isOurs(placed.item.labels) ? askKey(placed.item.name) : own.part(placed, 'label'),
  };
};
