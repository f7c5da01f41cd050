/**
 * A walk past screens, each looked at in several ways. In English, and in Korean, Vietnamese and Urdu in turn: axe, and no line
 * wider than the phone. In other languages: no English left over but names, and no text cut off or lying on another, on the narrowest
 * phone and with type at twice its size; each screen in every sixth language in turn, and in the pseudo-language.
 */
import type { Page } from 'playwright-core';
import { pseudoLanguage } from '../../src/i18n/languages.ts';
import { axeViolations, laptop, phone } from './browser.ts';
import { lookAt, lookedLanguages, offerPseudo } from './languageLook.ts';
import type { Visit } from './look.ts';
import { type TwoDevices, twoDevices } from './twoDevices.ts';

export interface LookedWalk {
  /** What axe found, and what was too wide. */
  readonly barriers: readonly string[];
  /** English left over, and text that cannot be read. */
  readonly unread: readonly string[];
  readonly stopsWithAxe: number;
  readonly timesLooked: ReadonlyMap<string, number>;
}

const axeBeside: readonly string[] = ['ko', 'vi', 'ur'];

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

const barriersAt = async (page: Page): Promise<readonly string[]> => {
  const found = await axeViolations(page);
  const wider = await widerThanTheScreen(page);
  return wider > 0 ? [...found, `${wider} px wider than the screen`] : found;
};

export const lookedWalk = async (walk: (devices: TwoDevices, visit: Visit) => Promise<void>): Promise<LookedWalk> => {
  const [barriers, unread, timesLooked]: [string[], string[], Map<string, number>] = [[], [], new Map()];
  let stopsWithAxe = 0;
  const next = inTurn();
  let looked: Looked = { withAxe: [], read: [] };
  const visit: Visit = {
    languages: () => {
      looked = next();
      return [...new Set([...looked.withAxe, ...looked.read])];
    },
    see: async (stop) => {
      const { name, language, page } = stop;
      if (looked.withAxe.includes(language)) {
        stopsWithAxe += 1;
        barriers.push(...(await barriersAt(page)).map((line) => `${name} (${language}): ${line}`));
      }
      if (!looked.read.includes(language)) return;
      timesLooked.set(language, (timesLooked.get(language) ?? 0) + 1);
      unread.push(...(await lookAt(stop)));
    },
  };
  const devices = await twoDevices({ desk: laptop, hand: phone });
  try {
    await Promise.all([devices.desk, devices.hand].map(offerPseudo));
    await walk(devices, visit);
  } finally {
    await devices.putAway();
  }
  return { barriers, unread, stopsWithAxe, timesLooked };
};
