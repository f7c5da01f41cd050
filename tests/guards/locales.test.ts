/** Every language is complete and says the same things; every text has a note for translators and is used somewhere. */
import { describe, expect, test } from 'vitest';
import { isPlural, stemOf } from '../../src/i18n/flatWords.ts';
import { says, tellingIn } from '../support/glossary.ts';
import { filesUnder, isThere, textOf, withoutComments } from '../support/source.ts';
import { formsOf, languages, namespacesOf, placeholdersOf, stemsOf, type Words, wordsIn } from '../support/words.ts';
import { type Asked, askedForBy, patternOf } from '../support/wordsUsed.ts';

const namespaces = namespacesOf('en');
const english = new Map(namespaces.map((name) => [name, wordsIn(`locales/en/${name}.json`)]));
const englishOf = (name: string): Words => english.get(name) ?? new Map();
const englishStems = new Map(namespaces.map((name) => [name, stemsOf(englishOf(name), englishOf(name))]));
const stemsIn = (name: string): readonly string[] => englishStems.get(name) ?? [];

test('the list of languages names each folder', () => {
  const listed: { languages: { tag: string }[] } = JSON.parse(textOf('locales/languages.json'));
  expect(listed.languages.map(({ tag }) => tag).sort()).toEqual([...languages].sort());
});

describe.each(languages)('%s', (language) => {
  test('has the files English has', () => {
    expect(namespacesOf(language)).toEqual(namespaces);
  });

  const shared = namespacesOf(language).filter((name) => namespaces.includes(name));

  test.each(shared)('%s has the keys English has', (name) => {
    const [here, there] = [wordsIn(`locales/${language}/${name}.json`), englishOf(name)];
    expect(stemsOf(here, there).sort()).toEqual([...stemsIn(name)].sort());
  });

  test.each(shared)('%s has the plural forms this language needs, and no other', (name) => {
    const [here, there] = [wordsIn(`locales/${language}/${name}.json`), englishOf(name)];
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong = stemsIn(name)
      .filter((stem) => isPlural(stem, there))
      // i18next takes `_zero` in every language, as a kinder word for none.
      .map((stem) => ({ stem, forms: formsOf(stem, here).filter((form) => form !== 'zero') }))
      .filter(({ forms }) => [...forms].sort().join() !== [...needed].sort().join());
    expect(wrong).toEqual([]);
  });

  test.each(shared)('%s keeps every placeholder', (name) => {
    const [here, there] = [wordsIn(`locales/${language}/${name}.json`), englishOf(name)];
    expect([...here].flatMap(([key, text]) => placeholderTrouble(key, text, there))).toEqual([]);
  });

  test.each(shared)('%s has no blank text, and spells letters one way (NFC)', (name) => {
    const wrong = [...wordsIn(`locales/${language}/${name}.json`)].filter(
      ([, text]) => text.trim() === '' || text !== text.normalize('NFC'),
    );
    expect(wrong).toEqual([]);
  });
});

/** A form for one may leave the number out ("one person"); it may not bring a placeholder English does not have. */
const placeholderTrouble = (key: string, text: string, there: Words): string[] => {
  const stem = stemOf(key, there);
  const original = there.get(isPlural(stem, there) ? `${stem}_other` : key) ?? '';
  const [wanted, found] = [placeholdersOf(original), placeholdersOf(text)];
  const mayOmit = isPlural(stem, there) && !key.endsWith('_other') ? ['count'] : [];
  const missing = wanted.filter((name) => !found.includes(name) && !mayOmit.includes(name));
  const foreign = found.filter((name) => !wanted.includes(name));
  return missing.length + foreign.length === 0 ? [] : [`${key}: missing [${missing}], foreign [${foreign}]`];
};

const parentsAndSelf = (key: string): string[] => {
  const parts = key.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
};

describe.each(namespaces)('notes for translators of %s', (name) => {
  const notes = isThere(`locales/en/${name}.notes.json`) ? wordsIn(`locales/en/${name}.notes.json`) : new Map<string, string>();
  const stems = stemsIn(name);

  test('every text has a note, its own or that of its group', () => {
    expect(stems.filter((stem) => !parentsAndSelf(stem).some((key) => notes.has(key)))).toEqual([]);
  });

  test('no note is about a text that is gone', () => {
    const known = new Set(stems.flatMap(parentsAndSelf));
    expect([...notes.keys()].filter((key) => !known.has(stemOf(key, englishOf(name))))).toEqual([]);
  });
});

const asked = [...askedForBy('src', namespaces), ...askedForBy('bench', namespaces)];

const mayMean = ({ key, namespaces: named }: Asked): { readonly name: string; readonly pattern: RegExp }[] => {
  const [before, after] = key.split(':');
  if (after !== undefined) return [{ name: before ?? '', pattern: patternOf(after) }];
  return (named.length > 0 ? named : namespaces).map((name) => ({ name, pattern: patternOf(key) }));
};
const exists = (ask: Asked): boolean => mayMean(ask).some(({ name, pattern }) => stemsIn(name).some((stem) => pattern.test(stem)));

describe('code and wording', () => {
  test('no text is asked for that is not there', () => {
    const missing = asked.filter((ask) => ask.certain && !exists(ask)).map(({ file, key }) => `${file}: ${key}`);
    expect(missing).toEqual([]);
  });

  test.each(namespaces)('no text of %s is left unused', (name) => {
    const patterns = asked
      .flatMap(mayMean)
      .filter((meant) => meant.name === name)
      .map(({ pattern }) => pattern);
    expect(stemsIn(name).filter((stem) => !patterns.some((pattern) => pattern.test(stem)))).toEqual([]);
  });
});

/** What anybody sees who picks up the phone must not say what the app is for (safety: a stranger looks over the shoulder). */
const tellingWords = languages.filter((language) => isThere(`locales/${language}/glossary.json`)).flatMap(tellingIn);
const earlySections = ['welcome', 'found', 'join', 'waiting', 'unlock', 'lock', 'shell'];
const earlyFolders = ['src/ui/screens/gate', 'src/ui/shell', 'src/ui/parts'];
/** The gate's own sections, and whatever else its screens and the frame around every screen say. */
const isSeenBeforeUnlock = (key: string): boolean =>
  earlySections.includes(key.split('.')[0] ?? '') || earlyPatterns.some((pattern) => pattern.test(stemOf(key, englishOf('app'))));
const earlyPatterns = earlyFolders
  .flatMap((folder) => askedForBy(folder, namespaces))
  .filter(({ certain }) => certain)
  .flatMap(mayMean)
  .filter(({ name }) => name === 'app')
  .map(({ pattern }) => pattern);
/** In any language: what the browser and the system show is the same for all. */
const tells = (text: string, words: readonly string[] = tellingWords): readonly string[] => words.filter((word) => says(text, word));

describe('before it is unlocked', () => {
  test('there are such texts', () => {
    expect(stemsIn('app').filter(isSeenBeforeUnlock).length).toBeGreaterThan(20);
  });

  test.each(languages)('no text in %s says what the app is for', (language) => {
    const path = `locales/${language}/app.json`;
    const early = isThere(path) ? [...wordsIn(path)].filter(([key]) => isSeenBeforeUnlock(key)) : [];
    expect(early.filter(([, text]) => tells(text, [...tellingIn('en'), ...tellingIn(language)]).length > 0)).toEqual([]);
  });

  test('nor does what the browser and the system show of it', () => {
    const shown = ['index.html', 'vite.config.ts', ...filesUnder('public', ['.webmanifest', '.json', '.html', '.svg', '.txt'])].filter(
      isThere,
    );
    expect(shown.filter((path) => tells(withoutComments(textOf(path))).length > 0)).toEqual([]);
    expect(filesUnder('public', ['']).filter((path) => tells(path).length > 0)).toEqual([]);
  });
});
