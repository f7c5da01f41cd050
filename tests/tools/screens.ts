/** `npm run screens`: walks past every screen and keeps a picture of each, in each language, under docs/screens. Everybody in them is invented. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { phone } from '../support/browser.ts';
import type { Stop } from '../support/look.ts';
import { wholeTour } from '../support/tour.ts';
import { twoDevices } from '../support/twoDevices.ts';

const folder = resolve('docs/screens');
const languages = ['en', 'ko', 'vi'];

const clean = (): void => {
  for (const language of languages) {
    rmSync(join(folder, language), { recursive: true, force: true });
    mkdirSync(join(folder, language), { recursive: true });
  }
};

/** Half the pixels of a phone's screen are enough to read it, and keep the folder small. */
const take =
  (kind: 'phone' | 'office') =>
  async ({ name, language, page }: Stop): Promise<void> => {
    await page.screenshot({ path: join(folder, language, `${kind}-${name}.png`), scale: 'css', animations: 'disabled' });
  };

const run = async (): Promise<void> => {
  clean();
  const { server, desk, hand, putAway } = await twoDevices({ desk: { width: 1280, height: 800 }, hand: phone });
  const [atDesk, inHand] = [take('office'), take('phone')];
  try {
    const see = (stop: Stop) => (stop.page.context() === hand.context() ? inHand(stop) : atDesk(stop));
    await wholeTour(desk, hand, server.origin, { languages: () => languages, see });
  } finally {
    await putAway();
  }
};

await run();
console.log(`The pictures are in ${folder}.`);
