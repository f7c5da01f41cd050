/**
 * What a checklist says, in the worker's language, the person's and the original: ours by keys of locales, an organisation's by
 * the texts inside it. Screens hold on to names of what is said and ask `words` for it, and need not know whose it is.
 */
import type { Checklist, ChecklistLanguage, Choice, Item, Texts } from '../../../domain/checklist.ts';
import type { RecordedPlace } from '../../../domain/recordings.ts';
import type { Run } from '../../../forms/engine/run.ts';
import { askKey, choiceKey, pauseKey, promptKey, sectionTitleKey, titleKey, topicKey } from '../../../forms/library/wordingKeys.ts';
import { plainWords } from '../../../forms/plainWords.ts';
import { templateOf } from '../../../forms/walk/keys.ts';
import type { Section } from '../../../forms/walk/sections.ts';
import { secondLanguage } from '../../../i18n/language.ts';
import type { Beside, Say, TwoLanguages } from '../twoLanguages.ts';
import { defaultLanguageOf, languageFor, markOfOwn, offeredIn, stateOfOwn, tagOf, textIn, writtenIn } from './ownWords.ts';

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

const isOwn = (says: string): boolean => says.startsWith(ownMark);

/** A recording is of the question, whichever time it is asked in a part that repeats. */
const ownPlaceOf = ({ id }: Checklist, says: string): RecordedPlace => {
  const [, part, path = '', choice] = says.split(ownMark);
  const place = { checklist: id, path: templateOf(path) };
  return part === 'choice' ? { ...place, part, choice } : { ...place, part: part === 'hint' ? part : 'label' };
};
const placesAround =
  (ours: TwoLanguages, checklist: Checklist): TwoLanguages['placeOf'] =>
  (says) =>
    isOwn(says) ? ownPlaceOf(checklist, says) : ours.placeOf(says);

/** Their own texts in one of their languages; what is not theirs is said by ours, in ours. */
const sayingOwn =
  (own: OwnSays, language: ChecklistLanguage, ours: Say): Say =>
  (says, values) =>
    isOwn(says) ? own.inLanguage(says, language.name) : ours(says, values);

const besideOwn = (ours: TwoLanguages, own: OwnSays, language: ChecklistLanguage | undefined): Beside | null =>
  language ? { tag: writtenIn(language).tag, say: sayingOwn(own, language, ours.beside?.say ?? ours.worker) } : null;

/** Our own languages around a checklist's own texts. A worker's second language helps where it has not their first. */
const aroundOwn = (ours: TwoLanguages, checklist: Checklist, own: OwnSays, personTag: string): TwoLanguages => {
  const original = defaultLanguageOf(checklist);
  const second = secondLanguage.value === null ? undefined : languageFor(checklist, secondLanguage.value);
  const worker = languageFor(checklist, ours.workerTag) ?? second ?? original;
  const person = languageFor(checklist, personTag) ?? original;
  const beside = [worker, second].find((language) => language !== person);
  return {
    ...ours,
    worker: sayingOwn(own, worker, ours.worker),
    person: sayingOwn(own, person, ours.person),
    beside: besideOwn(ours, own, beside),
    original: sayingOwn(own, original, ours.original),
    placeOf: placesAround(ours, checklist),
    originalLanguage: writtenIn(original),
    workerTag: writtenIn(worker).tag,
    personTag: writtenIn(person).tag,
    direction: person.direction,
    same: worker === person,
    // What was allowed is our wording; of theirs the office says itself who looked at it.
    allowed: null,
    stateOf: (says) => (isOwn(says) ? stateOfOwn(person) : ours.stateOf(says)),
    mark: (says) => (isOwn(says) ? markOfOwn(person) : ours.mark(says)),
    lacks: (says) => isOwn(says) && person !== original && !own.isIn(says, person.name) && own.isIn(says, original.name),
    offered: offeredIn(checklist),
    chosen: tagOf(person),
  };
};

/** Where the organisation reworded something of ours, its texts stand in the item. */
const aroundOurs = (ours: TwoLanguages, checklist: Checklist, own: OwnSays): TwoLanguages => {
  const original = defaultLanguageOf(checklist);
  const languageOf = (tag: string) => languageFor(checklist, tag) ?? original;
  const person = languageOf(ours.personTag);
  return {
    ...ours,
    worker: sayingOwn(own, languageOf(ours.workerTag), ours.worker),
    person: sayingOwn(own, person, ours.person),
    beside: ours.beside && { tag: ours.beside.tag, say: sayingOwn(own, languageOf(ours.beside.tag), ours.beside.say) },
    original: sayingOwn(own, original, ours.original),
    placeOf: placesAround(ours, checklist),
    stateOf: (says) => (isOwn(says) ? stateOfOwn(person) : ours.stateOf(says)),
    mark: (says) => (isOwn(says) ? markOfOwn(person) : ours.mark(says)),
    lacks: (says) => isOwn(says) && !own.isIn(says, person.name),
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
