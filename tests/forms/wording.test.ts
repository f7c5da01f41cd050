/**
 * The library and its wording belong together: nothing without words, no words without a use, in every language there is.
 * That languages have the same keys, placeholders and notes is held by tests/guards/locales.test.ts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { elements, forms, type Question, questionsOf, urgencies } from '../../src/domain/checklist.ts';
import { consentAnswers, consentItems } from '../../src/domain/consent.ts';
import { directory, directoryNumbers, lineKinds, lineWays, sharesWith } from '../../src/domain/directory.ts';
import { ageGroups, howKnown, privacies, times, unanswered } from '../../src/domain/screening.ts';
import { adult } from '../../src/forms/library/adult.ts';

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

const questionWording = ({ id, choices }: Question): readonly string[] => [
  `questions.${id}.ask`,
  `questions.${id}.prompt`,
  ...(choices ?? []).map((code) => `questions.${id}.choices.${code}`),
];
const adultWording = [
  'title',
  ...adult.sections.flatMap(({ id, opensWithPause }) => [`sections.${id}.title`, ...(opensWithPause ? [`sections.${id}.pause`] : [])]),
  ...questionsOf(adult).flatMap(questionWording),
];

describe.each(languages)('checklists in %s', (language) => {
  const words = read(`${language}/checklists.json`);

  test('words every section, question and choice, and no other', () => {
    expect(sorted(leaves(at(words, 'adult')).map(([key]) => key))).toEqual(sorted(adultWording));
  });

  test('words every topic, urgency and code, and no other', () => {
    expect(keysAt(words, 'topics')).toEqual(sorted([...new Set(questionsOf(adult).map(({ topic }) => topic))]));
    expect(keysAt(words, 'urgencies')).toEqual(sorted(urgencies));
    expect(keysAt(words, 'answers')).toEqual(sorted(['yes', 'no', 'unsure', ...unanswered]));
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

describe.each(languages)('directory in %s', (language) => {
  const words = read(`${language}/directory.json`);

  test('words every entry and code, and no other', () => {
    expect(keysAt(words, 'entries')).toEqual(sorted(directory.map(({ id }) => id)));
    expect(keysAt(words, 'kinds')).toEqual(sorted(lineKinds));
    expect(keysAt(words, 'sharesWith')).toEqual(sorted(sharesWith));
    for (const way of lineWays) expect(keysAt(words, 'labels')).toContain(way);
  });

  test('the title of the card gives nothing away, and it never promises that a number was checked', () => {
    expect((words.card as Words).title).toMatch(/^(Good to know|알아 두면 좋은 것|Những điều nên biết)$/);
    expect(directory.filter(({ checkedOn }) => checkedOn !== null)).toEqual([]);
  });
});

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
    for (const [key, text] of all) expect(text, key).not.toMatch(/victim|rescue|slave|피해자|구출|노예|nạn nhân|giải cứu|nô lệ/i);
  });

  test('questions are short enough to say in one breath', () => {
    for (const [key, text] of all.filter(([found]) => found.endsWith('.ask'))) expect(text.length, key).toBeLessThanOrEqual(130);
  });
});
