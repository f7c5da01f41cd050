/**
 * `npm run languages -- FOLDER`: sees every screen in every language, keeps a picture of each in the folder, and says what English was
 * left over and which text cannot be read. Ends with an error if there is any. About ten minutes.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { phone } from '../support/browser.ts';
import { lookAt, lookedLanguages, offerPseudo } from '../support/languageLook.ts';
import type { Stop } from '../support/look.ts';
import { wholeTour } from '../support/tour.ts';
import { twoDevices } from '../support/twoDevices.ts';

const folder = resolve(process.argv[2] ?? 'languages-seen');
const chosen = process.argv.slice(3);
const languages = chosen.length > 0 ? chosen : lookedLanguages;
for (const language of languages) mkdirSync(join(folder, language), { recursive: true });

const { server, desk, hand, putAway } = await twoDevices({ desk: { width: 1280, height: 800 }, hand: phone });
let troubles = 0;

const see = async (stop: Stop): Promise<void> => {
  await stop.page.screenshot({ path: join(folder, stop.language, `${stop.name}.png`), scale: 'css', animations: 'disabled' });
  for (const line of await lookAt(stop)) {
    troubles += 1;
    console.log(line);
  }
};

try {
  await Promise.all([desk, hand].map(offerPseudo));
  await wholeTour(desk, hand, server.origin, { languages: () => languages, see });
} finally {
  await putAway();
}
console.log(`${troubles} troubles; the pictures are in ${folder}.`);
process.exitCode = troubles === 0 ? 0 : 1;
