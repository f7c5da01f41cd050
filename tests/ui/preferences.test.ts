/** Swiped away right after a choice: a browser may have written none of it, and the app still comes back as it was left. */
import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { keepPreferences } from '../../src/compose/preferences.ts';
import { currentLanguage, secondLanguage, setLanguage, setSecondLanguage, showLanguage } from '../../src/i18n/language.ts';
import { recall } from '../../src/i18n/remembered.ts';
import { startWords } from '../../src/i18n/start.ts';
import { type FieldbookDatabase, openDatabase, readState } from '../../src/store/database.ts';

let db: FieldbookDatabase;
let now = 1000;
const clock = () => now;
const whatTheBrowserWrote = () => new Map(Object.entries({ ...localStorage }) as [string, string][]);
const comesBackWith = async (written: ReadonlyMap<string, string>): Promise<void> => {
  localStorage.clear();
  for (const [name, value] of written) localStorage.setItem(name, value);
  setSecondLanguage(recall('second-language'));
  await showLanguage(recall('language') ?? 'en');
  await keepPreferences(db, clock);
};
const kept = () => readState(db, 'preferences');
const keptAt = (time: number) => expect.poll(async () => (await kept())?.changed).toBe(time);

beforeAll(startWords);

beforeEach(async () => {
  localStorage.clear();
  db = openDatabase(`preferences ${Math.random()}`);
  await setLanguage('en');
  await keepPreferences(db, clock);
});

test('what was chosen last comes back, though the browser had not written it', async () => {
  now = 2000;
  await setLanguage('vi');
  const early = whatTheBrowserWrote();
  now = 3000;
  await setLanguage('ko');
  setSecondLanguage('fil');
  await keptAt(3000);
  await expect.poll(async () => (await kept())?.values).toContainEqual(['second-language', 'fil']);

  await comesBackWith(early);
  expect([currentLanguage.value, secondLanguage.value]).toEqual(['ko', 'fil']);
  expect([recall('language'), recall('second-language')]).toEqual(['ko', 'fil']);
});

test('a choice that the database missed is not undone by it', async () => {
  now = 4000;
  await setLanguage('vi');
  await keptAt(4000);
  db.close();
  now = 5000;
  await setLanguage('ko');
  const written = whatTheBrowserWrote();
  await db.open();
  await comesBackWith(written);
  expect(currentLanguage.value).toBe('ko');
});

test('what the browser itself asks for is nobody’s choice, and is not kept as one', async () => {
  await showLanguage('th');
  expect(recall('language')).not.toBe('th');
});

test('a language that this version does not speak is left alone', async () => {
  await db.state.put({ name: 'preferences', value: { changed: 9000, values: [['language', 'tlh']] } });
  await comesBackWith(new Map());
  expect(currentLanguage.value).toBe('en');
});
