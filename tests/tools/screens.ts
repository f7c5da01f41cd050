/** `npm run screens`: walks past every screen and keeps a picture of each, in each language, under docs/screens. Everybody in them is invented. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { dropProfile, firstPage, launchProfile, newProfile, phone, type Screen } from '../support/browser.ts';
import { startServer } from '../support/process.ts';
import { tourLanguages, tourOfFounding, tourOfInviting, tourOfTheOffice, tourOfThePhone, type Visit } from '../support/tour.ts';

const folder = resolve('docs/screens');
const desk: Screen = { width: 1280, height: 800 };

const clean = (): void => {
  for (const language of tourLanguages) {
    rmSync(join(folder, language), { recursive: true, force: true });
    mkdirSync(join(folder, language), { recursive: true });
  }
};

/** Half the pixels of a phone's screen are enough to read it, and keep the folder small. */
const take =
  (kind: 'phone' | 'office'): Visit =>
  async ({ name, language, page }) => {
    await page.screenshot({ path: join(folder, language, `${kind}-${name}.png`), scale: 'css', animations: 'disabled' });
  };

const run = async (): Promise<void> => {
  clean();
  const server = await startServer();
  const profiles = [newProfile(), newProfile()];
  const contexts: BrowserContext[] = [];
  const open = async (at: number, screen: Screen): Promise<Page> => {
    const context = await launchProfile(profiles[at] as string, screen);
    contexts.push(context);
    return firstPage(context);
  };
  try {
    const office = await open(0, desk);
    const field = await open(1, phone);
    const [atDesk, inHand] = [take('office'), take('phone')];
    const either: Visit = (stop) => (stop.page === field ? inHand(stop) : atDesk(stop));
    await tourOfFounding(office, server.origin, either);
    await tourOfInviting(office, field, either);
    await tourOfThePhone(field, either);
    await tourOfTheOffice(office, either);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await server.dispose();
    profiles.forEach(dropProfile);
  }
};

await run();
console.log(`The pictures are in ${folder}.`);
