/**
 * Every screen in other languages: no English left over but names, and no text cut off or lying on another, on the narrowest phone
 * and with type at twice its size. Each screen is seen in every sixth language in turn, and in the pseudo-language;
 * `npm run languages` sees all of them in all.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pseudoLanguage } from '../../src/i18n/languages.ts';
import { laptop, phone } from '../support/browser.ts';
import { lookAt, lookedLanguages, offerPseudo } from '../support/languageLook.ts';
import { wholeTour } from '../support/tour.ts';
import { type TwoDevices, twoDevices } from '../support/twoDevices.ts';

let devices: TwoDevices;

beforeAll(async () => {
  devices = await twoDevices({ desk: laptop, hand: phone });
  await Promise.all([devices.desk, devices.hand].map(offerPseudo));
});

afterAll(() => devices.putAway());

/** The next sixth at each screen. */
const inTurn = () => {
  let screens = 0;
  return (): readonly string[] => {
    screens += 1;
    return lookedLanguages.filter((language, at) => language === pseudoLanguage || (at + screens) % 6 === 0);
  };
};

test('no screen has English left over, or text that cannot be read', { timeout: 900_000 }, async () => {
  const found: string[] = [];
  const seen = new Map<string, number>();
  await wholeTour(devices.desk, devices.hand, devices.server.origin, {
    languages: inTurn(),
    see: async (stop) => {
      seen.set(stop.language, (seen.get(stop.language) ?? 0) + 1);
      found.push(...(await lookAt(stop)));
    },
  });
  expect(found).toEqual([]);
  expect([...seen.keys()].sort()).toEqual([...lookedLanguages].sort());
  expect(Math.min(...seen.values())).toBeGreaterThan(7);
});
