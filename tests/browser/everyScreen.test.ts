/**
 * One walk past every screen, looked at in several ways. In three languages: axe, and no line wider than the phone. In other
 * languages: no English left over but names, and no text cut off or lying on another, on the narrowest phone and with type at twice
 * its size; each screen in every sixth language in turn, and in the pseudo-language. `npm run languages` sees all of them in all.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { pseudoLanguage } from '../../src/i18n/languages.ts';
import { axeViolations, laptop, phone } from '../support/browser.ts';
import { lookAt, lookedLanguages, offerPseudo } from '../support/languageLook.ts';
import { wholeTour } from '../support/tour.ts';
import { twoDevices } from '../support/twoDevices.ts';

const axeLanguages: readonly string[] = ['en', 'ko', 'vi'];
const barriers: string[] = [];
const unread: string[] = [];
const timesLooked = new Map<string, number>();
let stopsWithAxe = 0;

/** The next sixth at each screen. */
const inTurn = () => {
  let screens = 0;
  return (): readonly string[] => {
    screens += 1;
    return lookedLanguages.filter((language, at) => language === pseudoLanguage || (at + screens) % 6 === 0);
  };
};

const widerThanTheScreen = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

beforeAll(async () => {
  const devices = await twoDevices({ desk: laptop, hand: phone });
  const sixth = inTurn();
  let looked: readonly string[] = [];
  try {
    await Promise.all([devices.desk, devices.hand].map(offerPseudo));
    await wholeTour(devices.desk, devices.hand, devices.server.origin, {
      languages: () => {
        looked = sixth();
        return [...new Set([...axeLanguages, ...looked])];
      },
      see: async (stop) => {
        const { name, language, page } = stop;
        if (axeLanguages.includes(language)) {
          stopsWithAxe += 1;
          barriers.push(...(await axeViolations(page)).map((line) => `${name} (${language}): ${line}`));
          const wider = await widerThanTheScreen(page);
          if (wider > 0) barriers.push(`${name} (${language}): ${wider} px wider than the screen`);
        }
        if (!looked.includes(language)) return;
        timesLooked.set(language, (timesLooked.get(language) ?? 0) + 1);
        unread.push(...(await lookAt(stop)));
      },
    });
  } finally {
    await devices.putAway();
  }
}, 900_000);

test('axe finds nothing on any screen, and no line is wider than the phone', () => {
  expect(barriers).toEqual([]);
  expect(stopsWithAxe).toBeGreaterThan(100);
});

test('no screen has English left over, or text that cannot be read', () => {
  expect(unread).toEqual([]);
  expect([...timesLooked.keys()].sort()).toEqual([...lookedLanguages].sort());
  expect(Math.min(...timesLooked.values())).toBeGreaterThan(7);
});
