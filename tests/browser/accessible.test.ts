import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, laptop, phone } from '../support/browser.ts';
import type { Visit } from '../support/look.ts';
import { wholeTour } from '../support/tour.ts';
import { type TwoDevices, twoDevices } from '../support/twoDevices.ts';

let devices: TwoDevices;

beforeAll(async () => {
  devices = await twoDevices({ desk: laptop, hand: phone });
});

afterAll(() => devices.putAway());

test('axe finds nothing on any screen, in any language, and no line is wider than the phone', { timeout: 600_000 }, async () => {
  const found: string[] = [];
  let stops = 0;
  const visit: Visit = {
    languages: () => ['en', 'ko', 'vi'],
    see: async ({ name, language, page }) => {
      stops += 1;
      found.push(...(await axeViolations(page)).map((line) => `${name} (${language}): ${line}`));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wider > 0) found.push(`${name} (${language}): ${wider} px wider than the screen`);
    },
  };
  await wholeTour(devices.desk, devices.hand, devices.server.origin, visit);
  expect(found).toEqual([]);
  expect(stops).toBeGreaterThan(100);
});
