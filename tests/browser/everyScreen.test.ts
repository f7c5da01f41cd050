/**
 * One walk past every screen, looked at in several ways. In English, and in Korean, Vietnamese and Urdu in turn: axe, and no line
 * wider than the phone. In other languages: no English left over but names, and no text cut off or lying on another, on the narrowest phone and with type at twice
 * its size; each screen in every sixth language in turn, and in the pseudo-language. `npm run languages` sees all of them in all.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { pseudoLanguage } from '../../src/i18n/languages.ts';
import { axeViolations, laptop, phone } from '../support/browser.ts';
import { lookAt, lookedLanguages, offerPseudo } from '../support/languageLook.ts';
import { wholeTour } from '../support/tour.ts';
import { twoDevices } from '../support/twoDevices.ts';

const axeBeside: readonly string[] = ['ko', 'vi', 'ur'];
const barriers: string[] = [];
const unread: string[] = [];
const timesLooked = new Map<string, number>();
let stopsWithAxe = 0;

interface Looked {
  readonly withAxe: readonly string[];
  readonly read: readonly string[];
}

/** The next third of some and the next sixth of all at each screen. */
const inTurn = () => {
  let screens = 0;
  return (): Looked => {
    screens += 1;
    return {
      withAxe: ['en', ...axeBeside.filter((_, at) => (at + screens) % axeBeside.length === 0)],
      read: lookedLanguages.filter((language, at) => language === pseudoLanguage || (at + screens) % 6 === 0),
    };
  };
};

const widerThanTheScreen = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

beforeAll(async () => {
  const devices = await twoDevices({ desk: laptop, hand: phone });
  const next = inTurn();
  let looked: Looked = { withAxe: [], read: [] };
  try {
    await Promise.all([devices.desk, devices.hand].map(offerPseudo));
    await wholeTour(devices.desk, devices.hand, devices.server.origin, {
      languages: () => {
        looked = next();
        return [...new Set([...looked.withAxe, ...looked.read])];
      },
      see: async (stop) => {
        const { name, language, page } = stop;
        if (looked.withAxe.includes(language)) {
          stopsWithAxe += 1;
          barriers.push(...(await axeViolations(page)).map((line) => `${name} (${language}): ${line}`));
          const wider = await widerThanTheScreen(page);
          if (wider > 0) barriers.push(`${name} (${language}): ${wider} px wider than the screen`);
        }
        if (!looked.read.includes(language)) return;
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
  expect(stopsWithAxe).toBeGreaterThan(70);
});

test('no screen has English left over, or text that cannot be read', () => {
  expect(unread).toEqual([]);
  expect([...timesLooked.keys()].sort()).toEqual([...lookedLanguages].sort());
  expect(Math.min(...timesLooked.values())).toBeGreaterThan(7);
});
