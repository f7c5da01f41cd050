/** Every text of a language one by one, in the forms it counts in, each with what English tells its translators. */
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { everyText, loadEveryText, oneText } from '../../src/i18n/everyText.ts';
import { namespaces } from '../../src/i18n/languages.ts';
import { loadNotes, noteFor } from '../../src/i18n/translatorNotes.ts';
import { wordsIn } from '../support/words.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', fallbackLng: 'en', resources: {}, returnEmptyString: false });
  expect((await loadEveryText('ko')).ok).toBe(true);
});

test('a language has a row for each text and each form it counts in, and no other', () => {
  const keys = everyText('ko').map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('library:wordings.texts.found_other');
  expect(keys).not.toContain('library:wordings.texts.found_one');
  const written = namespaces.flatMap((name) => [...wordsIn(`locales/ko/${name}.json`).keys()].map((key) => `${name}:${key}`));
  expect(keys.sort()).toEqual(written.sort());
});

test('a form that English has not is written from its form for many; what is not there yet says so', () => {
  const many = oneText('ko', 'library:wordings.texts.found_other');
  expect(many).toMatchObject({ english: '{{count}} texts', standing: { state: 'machine-draft' } });
  const polish = everyText('pl', ['library']).filter(({ key }) => key.startsWith('library:wordings.texts.found_'));
  expect(polish.map(({ key, english, text, standing }) => [key.split('_')[1], english, text, standing.state])).toEqual(
    expect.arrayContaining([
      ['few', '{{count}} texts', '', 'missing'],
      ['one', '{{count}} text', '', 'missing'],
    ]),
  );
});

test('a text has its own note, else that of the nearest group around it', async () => {
  const notes = { run: { stop: 'A kind way out.', left: 'Counts questions.' }, save: 'A promise.' };
  expect(['run.stop', 'run.left_other', 'save.problem.full', 'gone.a'].map((key) => noteFor(notes, key))).toEqual([
    'A kind way out.',
    'Counts questions.',
    'A promise.',
    undefined,
  ]);
  for (const namespace of namespaces) {
    const loaded = await loadNotes(namespace);
    const without = everyText('ko', [namespace]).filter(({ key }) => !noteFor(loaded, key.slice(namespace.length + 1)));
    expect(without.map(({ key }) => key)).toEqual([]);
  }
});
