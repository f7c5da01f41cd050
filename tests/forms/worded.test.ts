/** One of ours with its words in it reads as one that was brought in: complete, and the same in structure. */

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Checklist, itemsWithPaths } from '../../src/domain/checklist.ts';
import { library } from '../../src/forms/library/library.ts';
import { type WordsOfLanguage, worded } from '../../src/forms/library/worded.ts';
import { say } from '../support/say.ts';

const wordsOf = (code: string): WordsOfLanguage => ({
  language: { name: code, code, direction: 'ltr', wording: code === 'en' ? 'source' : 'machine-draft' },
  say: (key) => {
    try {
      return say(code)(key);
    } catch {
      return undefined;
    }
  },
});
const languages = ['en', 'ko', 'vi'].map(wordsOf);

describe.each(library.map((checklist) => [checklist.id, checklist] as const))('%s', (_, checklist) => {
  const made = worded(checklist, languages);

  test('every question and every choice has words in every language', () => {
    const wordless = itemsWithPaths(made.items).filter(({ item }) => languages.some(({ language }) => !item.labels[language.name]));
    expect(wordless.map(({ path }) => path)).toEqual([]);
    const silent = Object.entries(made.lists).flatMap(([list, choices]) =>
      choices.filter(({ labels }) => Object.keys(labels).length < languages.length).map(({ name }) => `${list}/${name}`),
    );
    expect(silent).toEqual([]);
  });

  test('what is asked, when, and what it speaks to is as before', () => {
    const bare = (one: Checklist) =>
      itemsWithPaths(one.items).map(({ path, item: { type, relevant, marks } }) => ({ path, type, relevant, marks }));
    expect(bare(made)).toEqual(bare(checklist));
  });

  test('it is a checklist like any other', () => {
    expect(v.safeParse(Checklist, JSON.parse(JSON.stringify(made))).success).toBe(true);
    expect(made).toMatchObject({ wording: 'own', defaultLanguage: 'en' });
    expect(worded(made, [])).toBe(made);
  });
});
