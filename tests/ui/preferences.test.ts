/** Swiped away right after a choice: a browser may have written none of it, and the app still comes back as it was left. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type FieldbookDatabase, openDatabase, readState } from '../../src/store/database.ts';

let db: FieldbookDatabase;

/** The app as it is opened: with nothing in memory, and with what the browser has written of its small settings. */
const opened = async (written: ReadonlyMap<string, string> = whatTheBrowserWrote()) => {
  localStorage.clear();
  for (const [name, value] of written) localStorage.setItem(name, value);
  vi.resetModules();
  const [language, { startWords }, { keepPreferences }] = await Promise.all([
    import('../../src/i18n/language.ts'),
    import('../../src/i18n/start.ts'),
    import('../../src/compose/preferences.ts'),
  ]);
  await startWords();
  return {
    ...language,
    looksAtWhatWasKept: () => keepPreferences(db),
    speaks: () => [language.currentLanguage.peek(), language.secondLanguage.peek()],
  };
};
const whatTheBrowserWrote = (): ReadonlyMap<string, string> => new Map(Object.entries({ ...localStorage }) as [string, string][]);
const kept = () => readState(db, 'preferences');
const isKept = (tag: string) => expect.poll(async () => (await kept())?.values).toContainEqual(['language', tag]);

beforeEach(() => {
  localStorage.clear();
  db = openDatabase(`preferences ${Math.random()}`);
});

/** Vietnamese, of which the browser wrote; then Korean beside Filipino, of which it did not. */
const swipedAway = async (): Promise<ReadonlyMap<string, string>> => {
  const app = await opened(new Map());
  await app.looksAtWhatWasKept();
  await app.setLanguage('vi');
  await isKept('vi');
  const early = whatTheBrowserWrote();
  await app.setLanguage('ko');
  app.setSecondLanguage('fil');
  await expect.poll(async () => (await kept())?.values).toContainEqual(['second-language', 'fil']);
  return early;
};

test('what was chosen last comes back, though the browser had not written it', async () => {
  const app = await opened(await swipedAway());
  expect(app.speaks()).toEqual(['vi', null]);
  await app.looksAtWhatWasKept();
  expect(app.speaks()).toEqual(['ko', 'fil']);
  expect((await opened()).speaks()).toEqual(['ko', 'fil']);
});

test('who chooses before that was looked at is not spoken over, and finds their choice the next time', async () => {
  const app = await opened(await swipedAway());
  await Promise.all([app.setLanguage('th'), app.looksAtWhatWasKept()]);
  expect(app.speaks()).toEqual(['th', null]);
  await isKept('th');
  expect((await opened()).speaks()).toEqual(['th', null]);
});

test('a choice that the database missed is not undone by it', async () => {
  const app = await opened(await swipedAway());
  await app.looksAtWhatWasKept();
  db.close();
  await app.setLanguage('my');
  await db.open();
  const again = await opened();
  await again.looksAtWhatWasKept();
  expect(again.speaks()).toEqual(['my', 'fil']);
});

test('what the browser itself asks for is nobody’s choice, and is not kept as one', async () => {
  const app = await opened(new Map());
  await app.looksAtWhatWasKept();
  await app.showLanguage('th');
  expect(whatTheBrowserWrote().size).toBe(0);
});

test('a language that this version does not speak is left alone', async () => {
  await db.state.put({ name: 'preferences', value: { changed: 9000, values: [['language', 'tlh']] } });
  const app = await opened(new Map());
  await app.looksAtWhatWasKept();
  expect(app.speaks()).toEqual(['en', null]);
});
