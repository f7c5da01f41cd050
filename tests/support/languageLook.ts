/** One look at one screen in one language: English that was left over, and text that cannot be read. */
import type { Page } from 'playwright-core';
import { communityAreas } from '../../src/domain/areas.ts';
import { spokenLanguages } from '../../src/domain/codes.ts';
import { knownLanguageCodes } from '../../src/forms/xlsform/languageNames.ts';
import { languages as languageList, pseudoLanguage } from '../../src/i18n/languages.ts';
import { ownLanguageName } from '../../src/ui/words.ts';
import { boxTroubles } from './boxes.ts';
import { laptop } from './browser.ts';
import { inventedFormTexts } from './inventedForm.ts';
import { englishFinder, saidOn } from './leftovers.ts';
import type { Stop } from './look.ts';
import { languages } from './words.ts';

/** All of them, and the pseudo-language, which shows what bypasses the translations. */
export const lookedLanguages: readonly string[] = [...languages, pseudoLanguage];

/** So that the pseudo-language is among those to choose from. */
export const offerPseudo = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    try {
      localStorage.setItem('fieldbook.pseudo', 'yes');
    } catch {
      // The empty page before the first.
    }
  });

/** The names of languages in lists, each in itself or, where the browser does not know that, in English. */
const namesOfLanguages = [...knownLanguageCodes, ...spokenLanguages.filter((code) => code !== 'other')].flatMap((tag) => [
  ownLanguageName(tag),
  ...[tag, 'en'].map((within) => new Intl.DisplayNames([within], { type: 'language' }).of(tag) ?? ''),
]);

/** What stays as it is in every language: our name, places in Chicago, what was typed on the walk, the invented form's own words. */
const names = new Set(
  [
    'Fieldbook Excel XLIFF i18next JSON talk.xlsx survey type relevant label [Pseudo] kB KB MB GB AM PM am pm ABUSE BEFREE',
    ...knownLanguageCodes,
    ...communityAreas.map(([, name]) => name),
    ...namesOfLanguages,
    ...languageList.map(({ name }) => name),
    'Lantern House (invented) Mina Joon',
    'Asked to be called on after work. Would like the card in Korean. Waits in a valley. notes txt',
    'The papers are kept by the manager. Wants help with wages first.',
    ...inventedFormTexts,
  ].flatMap((text) => text.match(/\p{Script=Latin}{2,}/gu) ?? []),
);
const finders = new Map(
  lookedLanguages.filter((language) => language !== 'en').map((language) => [language, englishFinder(language, names)]),
);

interface Way {
  readonly name: string;
  readonly width: number;
  /** Of the size that the screen has by itself. */
  readonly type: number;
}
const ways: readonly Way[] = [
  { name: '320 px', width: 320, type: 1 },
  { name: 'type twice as large', width: 360, type: 2 },
];
/** The page's own, in per cent of what the browser is set to (src/ui/styles/base.css). */
const ownType = 112.5;

const seenThisWay = async (page: Page, { width, type }: Way, language: string): Promise<readonly string[]> => {
  // Longer on purpose than any real language.
  const isPseudo = language === pseudoLanguage;
  const { height } = page.viewportSize() ?? laptop;
  await page.setViewportSize({ width, height });
  await page.evaluate(
    (size) => {
      document.documentElement.style.fontSize = size;
    },
    `${type * ownType}%`,
  );
  return boxTroubles(page, { lists: type === 1 && !isPseudo });
};

/** One line for each trouble, with where it was. */
export const lookAt = async ({ name, language, page }: Stop): Promise<readonly string[]> => {
  const before = page.viewportSize() ?? laptop;
  const isLeft = finders.get(language) ?? (() => false);
  const found = (await saidOn(page)).filter(isLeft).map((text) => `English: ${text}`);
  for (const way of ways) found.push(...(await seenThisWay(page, way, language)).map((line) => `${way.name}: ${line}`));
  await page.setViewportSize(before);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  return found.map((line) => `${name} (${language}) ${line}`);
};
