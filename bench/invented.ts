/**
 * Invented records, shaped as the screens write them, from a seed: the same seed gives the same records, so that two runs
 * and both sides of a comparison see the same data. Nobody said any of this.
 */
import { areaCodes } from '../src/domain/areas.ts';
import { type Item, unmarked } from '../src/domain/checklist.ts';
import { channels, cues, followUps, interpreterModes, itemsGiven, offers, placeTypes } from '../src/domain/codes.ts';
import { type EntryBody, office } from '../src/domain/entry.ts';
import type { Id } from '../src/domain/id.ts';
import { isAsked } from '../src/domain/itemTypes.ts';
import { ageGroups, howKnown, nextSteps, privacies, times, unanswered } from '../src/domain/screening.ts';
import { adult } from '../src/forms/library/adult.ts';
import type { NewEntry } from '../src/store/notebook.ts';
import { type NoteLanguage, wordstocks } from './wordstock.ts';

export interface Chance {
  /** Evenly from 0 up to and not including 1. */
  readonly draw: () => number;
  readonly below: (count: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Rather the first of the list: codes met in the field are not evenly spread. */
  readonly usual: <T>(list: readonly T[]) => T;
  readonly happens: (share: number) => boolean;
  readonly id: () => Id;
}

/** Mulberry32: small, quick, and the same everywhere. Nothing secret is ever made with it. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(draw() * count);
  return {
    draw,
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    usual: (list) => list[Math.floor(draw() * draw() * list.length)] as (typeof list)[number],
    happens: (share) => draw() < share,
    id: () => Array.from({ length: 4 }, () => below(0x100000000).toString(16).padStart(8, '0')).join(''),
  };
};

const noteLanguages = ['en', 'en', 'ko', 'vi'] as const;

/** Whole sentences, as many as fit into `longest` letters. */
export const inventNote = (chance: Chance, language: NoteLanguage, longest: number): string => {
  const { sentences, gaps } = wordstocks[language];
  let note = '';
  for (;;) {
    const sentence = chance.pick(sentences).replace(/\{(\w+)\}/g, (_, gap: string) => chance.pick(gaps[gap] ?? ['']));
    const longer = note === '' ? sentence : `${note} ${sentence}`;
    if (longer.length > longest) return withSlips(chance, note);
    note = longer;
  }
};

/** Typed with one thumb on a cold street. Without slips a few hundred sentences would repeat as nothing does that people write. */
const slips = 0.04;
const withSlips = (chance: Chance, note: string): string =>
  [...note].map((letter) => (chance.happens(slips) ? note.charAt(chance.below(note.length)) : letter)).join('');

const inventDay = (chance: Chance): string => `2026-0${1 + chance.below(3)}-${String(1 + chance.below(28)).padStart(2, '0')}`;

const inventItems = (chance: Chance, most: number) =>
  Array.from({ length: 1 + chance.below(most) }, () => ({
    item: chance.usual(itemsGiven),
    language: chance.pick(['ko', 'vi', 'en', 'zh-Hans', 'fil', 'ne']),
    count: 1 + chance.below(6),
  }));

export interface Shape {
  /** Letters of a note at most. */
  readonly note: number;
  readonly items: number;
  readonly language?: NoteLanguage;
}
/** About 1 KiB as JSON. */
export const everyday: Shape = { note: 420, items: 3 };

export const inventContact = (chance: Chance, { note, items, language = chance.pick(noteLanguages) }: Shape = everyday): NewEntry => ({
  kind: 'contact',
  record: chance.id(),
  says: {
    channel: chance.usual(channels),
    people: 1 + chance.below(4),
    placeType: chance.usual(placeTypes),
    area: chance.pick(areaCodes),
    language: language === 'en' ? 'fil' : language,
    interpreter: chance.usual(interpreterModes),
    day: inventDay(chance),
    person: chance.id(),
    privacy: chance.usual(privacies),
    ageGroup: chance.usual(ageGroups),
    items: inventItems(chance, items),
    followUp: chance.pick(followUps),
    // Hangul says in half the letters what takes a whole line elsewhere.
    note: inventNote(chance, language, language === 'ko' ? Math.ceil(note * 0.45) : note),
  },
  audience: office,
});

const inventSaid = (chance: Chance, { type, list = '', marks = unmarked }: Item): Record<string, unknown> => {
  const choices = (adult.lists[list] ?? []).map(({ name }) => name);
  const noted = chance.happens(0.3);
  const fitting = choices.filter((choice) => choice !== 'unsure' && marks.notedWhen.includes(choice) === noted);
  const is = fitting.length > 0 ? chance.pick(fitting) : 'unsure';
  if (type !== 'select_multiple') return { is };
  return { several: chance.happens(0.3) ? [...new Set([is, chance.pick(choices)])] : [is] };
};

/** How it is known is always there; when it happened, mostly where something was noted; a word of explanation now and then. */
const inventAnswer = (chance: Chance, question: Item, language: NoteLanguage): Record<string, unknown> => {
  const { usuallyKnown, asksTime } = question.marks ?? unmarked;
  if (chance.happens(0.1)) return { is: chance.pick(unanswered) };
  const how = chance.happens(0.85) ? usuallyKnown : chance.pick(howKnown);
  const time = asksTime && chance.happens(0.4) ? { time: [chance.pick(times)] } : {};
  const note = chance.happens(0.08) ? { note: inventNote(chance, language, 90) } : {};
  return { how, ...inventSaid(chance, question), ...time, ...note };
};

/** Some of what earlier answers open; all of the rest. */
const inventAsked = (chance: Chance, items: readonly Item[], opened = true): readonly Item[] =>
  items.flatMap((item) => {
    const open = opened && item.relevant === undefined;
    if (item.children) return inventAsked(chance, item.children, open);
    return isAsked(item) && (open || chance.happens(0.3)) ? [item] : [];
  });

/** One run of the adult checklist: about 2 KiB as JSON. */
export const inventScreening = (chance: Chance): NewEntry => {
  const language = chance.pick(noteLanguages);
  const asked = inventAsked(chance, adult.items);
  return {
    kind: 'screening',
    record: chance.id(),
    says: {
      person: chance.id(),
      day: inventDay(chance),
      outcome: 'completed',
      ageGroup: 'adult',
      privacy: chance.usual(privacies),
      interpreter: chance.usual(interpreterModes),
      checklist: { id: adult.id, version: adult.version },
      languages: { worker: 'en', person: language, wording: 'draft' },
      answers: Object.fromEntries(asked.map((question) => [question.name, inventAnswer(chance, question, language)])),
      decision: {
        step: chance.usual(nextSteps),
        reason: inventNote(chance, language, 160),
        offered: [chance.pick(offers), chance.pick(offers)],
      },
    },
    audience: office,
  };
};

/** What two others would be: a person's own record, and a correction. */
export const inventPerson = (chance: Chance): NewEntry => ({
  kind: 'person',
  record: chance.id(),
  says: { cue: chance.pick(cues), groups: { how: 'self', codes: ['korean'] } },
  audience: office,
});

export const inventContacts = (seed: number, count: number): NewEntry[] => {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => inventContact(chance));
};

/** The same entry as a body, for what is measured without a notebook: the notebook puts these fields around it. */
export const bodyFor = (chance: Chance, { kind, record, says }: NewEntry, writer: EntryBody['by']): EntryBody => ({
  kind,
  record,
  says,
  writtenAt: `${inventDay(chance)}T${String(9 + chance.below(12)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}-06:00`,
  by: writer,
  after: [],
});
