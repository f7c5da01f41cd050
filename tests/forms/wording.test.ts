/**
 * The library and its wording belong together: nothing without words, no words without a use, in every language there is.
 * That languages have the same keys, placeholders and notes is held by tests/guards/locales.test.ts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Checklist, elements, forms, urgencies } from '../../src/domain/checklist.ts';
import { consentAnswers, consentItems } from '../../src/domain/consent.ts';
import { directory, directoryNumbers, lineKinds, lineWays, sharesWith } from '../../src/domain/directory.ts';
import { ageGroups, howKnown, privacies, times, unanswered } from '../../src/domain/screening.ts';
import { library, nextLines } from '../../src/forms/library/library.ts';
import { sharedLists } from '../../src/forms/library/question.ts';
import {
  aboutKey,
  askKey,
  choiceKey,
  nextKey,
  pauseKey,
  promptKey,
  sectionTitleKey,
  titleKey,
  topicKey,
  whenKey,
} from '../../src/forms/library/wordingKeys.ts';
import { says, soughtIn, spokenListsOf, tellingIn } from '../support/glossary.ts';
import { ourQuestions } from '../support/ourChecklists.ts';

type Words = { readonly [key: string]: string | Words };
const locales = new URL('../../locales/', import.meta.url);
const read = (path: string): Words => JSON.parse(readFileSync(new URL(path, locales), 'utf8'));
const languages = readdirSync(locales).filter((language) => existsSync(new URL(`${language}/checklists.json`, locales)));

const leaves = (words: Words, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : leaves(value, `${path}${key}.`),
  );
const at = (words: Words, path: string): Words => path.split('.').reduce<Words>((node, key) => node[key] as Words, words);
const keysAt = (words: Words, path: string): readonly string[] => Object.keys(at(words, path)).sort();
const sorted = (codes: readonly string[]): readonly string[] => [...codes].sort();

/** Every key that a checklist of ours needs, without the name of the file. */
const wordingOf = (checklist: Checklist): readonly string[] => {
  const sections = checklist.items.flatMap(({ name, pause }) => [sectionTitleKey(name), ...(pause ? [pauseKey(name)] : [])]);
  const questions = ourQuestions(checklist).flatMap(({ item, marks, choices }) => [
    askKey(item.name),
    promptKey(item.name),
    topicKey(marks.topic ?? item.name),
    ...choices.map((code) => choiceKey(item, code)),
  ]);
  const whole = [titleKey, aboutKey, whenKey].map((key) => key(checklist.id));
  const next = nextLines.map((line) => nextKey(checklist.id, line));
  return [...whole, ...next, ...sections, ...questions].map((key) => key.replace('checklists:', ''));
};
const ofTheLibrary = ['library', 'sections', 'questions', 'topics'];
const isOfTheLibrary = (key: string): boolean => ofTheLibrary.includes(key.split('.')[0] ?? '');

describe.each(languages)('checklists in %s', (language) => {
  const words = read(`${language}/checklists.json`);

  test.each(library.map((checklist) => [checklist.id, checklist] as const))('words all of %s', (_, checklist) => {
    const worded = new Set(leaves(words).map(([key]) => key));
    expect(wordingOf(checklist).filter((key) => !worded.has(key))).toEqual([]);
  });

  test('words nothing that no checklist has', () => {
    const needed = new Set(library.flatMap(wordingOf));
    const unused = leaves(words).filter(([key]) => isOfTheLibrary(key) && !needed.has(key));
    expect(unused).toEqual([]);
  });

  test('gives each checklist a title of its own, short enough for a phone', () => {
    const titles = library.map(({ id }) => at(words, `library.${id}`).title);
    expect(new Set(titles).size).toBe(library.length);
    for (const title of titles) expect(String(title).length).toBeLessThanOrEqual(42);
  });

  test('words every urgency and code, and no other', () => {
    expect(keysAt(words, 'urgencies')).toEqual(sorted(urgencies));
    expect(keysAt(words, 'answers')).toEqual(sorted([...new Set([...Object.values(sharedLists).flat(), ...unanswered])]));
    expect(keysAt(words, 'howKnown.choices')).toEqual(sorted(howKnown));
    expect(keysAt(words, 'times.choices')).toEqual(sorted(times));
    expect(keysAt(words, 'age.choices')).toEqual(sorted(ageGroups));
    expect(keysAt(words, 'privacy.choices')).toEqual(sorted(privacies));
    expect(keysAt(words, 'privacy.advice')).toEqual(sorted(privacies));
    expect(keysAt(words, 'consent.items')).toEqual(sorted(consentItems));
    expect(keysAt(words, 'consent.answers')).toEqual(sorted(consentAnswers));
    expect(keysAt(words, 'grid.elements')).toEqual(sorted(elements));
    expect(keysAt(words, 'grid.forms')).toEqual(sorted(forms));
    expect(keysAt(words, 'grid.why')).toEqual(sorted(unanswered));
  });

  test('every urgency tells four steps to take', () => {
    for (const urgency of urgencies) {
      expect(keysAt(words, `urgencies.${urgency}.steps`)).toEqual(['step1', 'step2', 'step3', 'step4']);
    }
  });
});

test('the directory never promises that a number was checked', () => {
  expect(directory.filter(({ checkedOn }) => checkedOn !== null)).toEqual([]);
});

const agreedCardTitles: Readonly<Record<string, string>> = { en: 'Good to know', ko: '알아 두면 좋은 것', vi: 'Những điều nên biết' };

describe.each(languages)('directory in %s', (language) => {
  const words = read(`${language}/directory.json`);

  test('words every entry and code, and no other', () => {
    expect(keysAt(words, 'entries')).toEqual(sorted(directory.map(({ id }) => id)));
    expect(keysAt(words, 'kinds')).toEqual(sorted(lineKinds));
    expect(keysAt(words, 'sharesWith')).toEqual(sorted(sharesWith));
    for (const way of lineWays) expect(keysAt(words, 'labels')).toContain(way);
  });

  test('the title of the card gives nothing away in any language, and fits on it', () => {
    const title = String((words.card as Words).title);
    expect(title).toBe(agreedCardTitles[language] ?? title);
    expect(title.length).toBeLessThanOrEqual(40);
    expect(languages.flatMap(tellingIn).filter((word) => says(title, word))).toEqual([]);
  });
});

type Said = readonly (readonly [key: string, text: string])[];
const thoseWith = (words: readonly string[], said: Said): readonly string[] =>
  said.flatMap(([key, text]) => soughtIn(text, words).map((word) => `${key} “${word}”: ${text}`));

describe.each(languages)('wording in %s', (language) => {
  const all = ['checklists', 'directory'].flatMap((name) => leaves(read(`${language}/${name}.json`)));

  test('takes every phone number from the directory, never from the text', () => {
    const given = [...Object.keys(directoryNumbers), 'day', 'who', 'word'];
    for (const [key, text] of all) {
      for (const [, name = ''] of text.matchAll(/\{\{(\w+)\}\}/g)) expect(given, key).toContain(name);
      expect(text, key).not.toMatch(/\d{3}-\d{3}|\d{5}/);
    }
  });

  test('labels nobody a victim and promises no rescue', () => {
    expect(thoseWith(spokenListsOf(language).labels, all)).toEqual([]);
  });

  test('questions are short enough to say in one breath', () => {
    for (const [key, text] of all.filter(([found]) => found.endsWith('.ask'))) expect(text.length, key).toBeLessThanOrEqual(130);
  });
});

describe.each(languages)('what our checklists say in %s', (language) => {
  const ours = leaves(read(`${language}/checklists.json`)).filter(([key]) => isOfTheLibrary(key));

  const { labels, neverAsked, telling, verdicts, mayStop } = spokenListsOf(language);

  /** Prompts may say what not to ask, but not by the words a slip would use. */
  test('never asks about status, entry, papers or belief, and labels nobody', () => {
    expect(thoseWith([...labels, ...neverAsked], ours)).toEqual([]);
  });

  test('shows nothing that tells a bystander what it is about, where a checklist is chosen', () => {
    const shown = ours.filter(([key]) => /^library\.[\w-]+\.(title|about)$/.test(key));
    expect(shown.length).toBe(library.length * 2);
    expect(shown.filter(([, text]) => telling.some((word) => says(text, word)))).toEqual([]);
  });

  test('gives no score and no verdict', () => {
    expect(thoseWith([...verdicts, '%', '％', '٪'], ours)).toEqual([]);
  });

  test('every pause asks whether to go on, or says that we can stop', () => {
    const pauses = ours.filter(([key]) => key.endsWith('.pause'));
    expect(pauses.length).toBeGreaterThan(5);
    expect(pauses.filter(([, text]) => soughtIn(text, mayStop).length === 0)).toEqual([]);
  });
});

describe('English that can be said aloud', () => {
  const english = leaves(read('en/checklists.json')).filter(([key]) => isOfTheLibrary(key));
  const saidAloud = english.filter(([key]) => key.endsWith('.ask') || key.endsWith('.pause'));
  const sentences = (text: string) => text.split(/(?<=[.?!:])\s+/);
  const wordsIn = (sentence: string) => sentence.split(/\s+/).length;

  test('has short sentences', () => {
    const long = saidAloud.flatMap(([key, text]) =>
      sentences(text)
        .filter((each) => wordsIn(each) > 18)
        .map((each) => [key, each]),
    );
    expect(long).toEqual([]);
  });

  test('has short words: on average under one and a half syllables', () => {
    const words = saidAloud.flatMap(([, text]) => text.toLowerCase().match(/[a-z']+/g) ?? []);
    const syllables = words.map((word) => Math.max(1, (word.replace(/e$/, '').match(/[aeiouy]+/g) ?? []).length));
    expect(syllables.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThan(1.5);
  });

  test('asks one thing at a time', () => {
    const asks = saidAloud.filter(([key]) => key.endsWith('.ask'));
    expect(asks.filter(([, text]) => (text.match(/\?/g) ?? []).length > 1)).toEqual([]);
  });
});
