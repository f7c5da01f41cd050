/**
 * English that was left over on a screen in another language: taken from the accessibility tree, so that what only a screen reader
 * says is looked at too. What is marked as being in another language (an original beneath a draft, the person's words) is left out.
 */
import type { CDPSession, Page } from 'playwright-core';
import { pseudoLanguage } from '../../src/i18n/languages.ts';
import { namespacesOf, type Words, wordsIn } from './words.ts';

const mark = 'data-said-in-another-language';

/** Hides from the tree what says of itself that it is in another language, and whatever people typed. */
const hideOthers = (attribute: string): void => {
  const here = document.documentElement.lang;
  for (const element of document.querySelectorAll('[lang], bdi, input, textarea')) {
    const other = element.closest('[lang]')?.getAttribute('lang');
    const isTyped =
      element.matches('input, textarea') && (element as HTMLInputElement).value !== '' && !element.matches('[type=radio], [type=checkbox]');
    if (element === document.documentElement || !(isTyped || element.matches('bdi') || other !== here)) continue;
    if (element.getAttribute('aria-hidden') !== null) continue;
    element.setAttribute('aria-hidden', 'true');
    element.setAttribute(attribute, '');
  }
};

const showOthers = (attribute: string): void => {
  for (const element of document.querySelectorAll(`[${attribute}]`)) {
    element.removeAttribute('aria-hidden');
    element.removeAttribute(attribute);
  }
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();
const sessionOf = (page: Page): Promise<CDPSession> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
};

/** Codes of people are the same in every language. */
const code = /[0-9A-Z]{3}-[0-9A-Z]{3}/g;

/** Every name and description in the tree. */
export const saidOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(hideOthers, mark);
  try {
    const { nodes } = await (await sessionOf(page)).send('Accessibility.getFullAXTree');
    const said = nodes
      // A line of a text is part of the text, which is there as well.
      .filter(({ ignored, role }) => !ignored && role?.value !== 'InlineTextBox')
      .flatMap(({ name, description }) => [name?.value, description?.value])
      .filter((text): text is string => typeof text === 'string')
      .map((text) => text.replaceAll(code, '').trim())
      .filter((text) => text !== '');
    return [...new Set(said)];
  } finally {
    await page.evaluate(showOthers, mark);
  }
};

const latin = /\p{Script=Latin}{2,}/gu;
const latinScripts: ReadonlySet<string> = new Set(['en', 'vi', 'fil', 'id', 'es']);

const everyTextOf = (language: string): Words =>
  new Map(
    namespacesOf('en').flatMap((name) =>
      [...wordsIn(`locales/${language}/${name}.json`)].map(([key, text]) => [`${name}:${key}`, text] as const),
    ),
  );

/** Where letters tell: any word in Latin letters that is neither a name nor in this language's own wording. */
const byLetters = (language: string, names: ReadonlySet<string>) => {
  const own = new Set([...everyTextOf(language).values()].flatMap((text) => text.match(latin) ?? []));
  return (text: string): boolean => (text.match(latin) ?? []).some((word) => !own.has(word) && !names.has(word));
};

/** Where they do not: a whole text of English that this language says otherwise wherever English says it. */
const byTexts = (language: string, names: ReadonlySet<string>) => {
  const [own, english] = [everyTextOf(language), everyTextOf('en')];
  const alsoOwn = new Set(own.values());
  const foreign = new Set([...english.values()].filter((text) => /\p{L}{3}/u.test(text) && !alsoOwn.has(text)));
  return (text: string): boolean => foreign.has(text.trim()) && !names.has(text.trim());
};

/** The pseudo-language has no plain letter of English in it; dates and numbers come from the browser, which takes it for English; placeholders are shown to translators as they are. */
const byPlainLetters = (names: ReadonlySet<string>) => {
  const dates = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun|[AP]M)[a-z]*\b/g;
  return (text: string): boolean =>
    (
      text
        .replaceAll(dates, '')
        .replaceAll(/\{\{.*?\}\}/g, '')
        .match(/\p{L}+/gu) ?? []
    ).some((word) => /[A-Za-z]{2}/.test(word) && !names.has(word));
};

/** `names`: words that stay as they are in every language, those that were typed in on the walk among them. */
export const englishFinder = (language: string, names: ReadonlySet<string>): ((text: string) => boolean) =>
  language === pseudoLanguage ? byPlainLetters(names) : latinScripts.has(language) ? byTexts(language, names) : byLetters(language, names);
