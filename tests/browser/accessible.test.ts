import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, dropProfile, firstPage, laptop, launchProfile, newProfile, phone } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { tourOfFounding, tourOfInviting, tourOfTheOffice, tourOfThePhone, type Visit } from '../support/tour.ts';

let server: ServerProcess;
const profiles: string[] = [];
const contexts: BrowserContext[] = [];

const device = async (screen: typeof phone): Promise<Page> => {
  const dir = newProfile();
  const context = await launchProfile(dir, screen);
  profiles.push(dir);
  contexts.push(context);
  return firstPage(context);
};

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await server.dispose();
  profiles.forEach(dropProfile);
});

test('axe finds nothing on any screen, in any language, and no line is wider than the phone', { timeout: 600_000 }, async () => {
  const [desk, hand] = [await device(laptop), await device(phone)];
  const found: string[] = [];
  let stops = 0;
  const visit: Visit = async ({ name, language, page }) => {
    stops += 1;
    found.push(...(await axeViolations(page)).map((line) => `${name} (${language}): ${line}`));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) found.push(`${name} (${language}): ${wider} px wider than the screen`);
  };
  await tourOfFounding(desk, server.origin, visit);
  await tourOfInviting(desk, hand, visit);
  await tourOfThePhone(hand, visit);
  await tourOfTheOffice(desk, visit);
  expect(found).toEqual([]);
  expect(stops).toBeGreaterThan(100);
});
