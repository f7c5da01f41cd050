/** Whether the app stays as quick in languages whose words are many, whose script is heavy, and which bring a font of their own. */
import khmer from '../../locales/km/field.json';
import urdu from '../../locales/ur/field.json';
import type { AppStand } from '../appStand.ts';
import type { Measure, Row } from '../measure.ts';
import { answering, shownFromCache } from './checklist.ts';
import { coldStartRows } from './coldStart.ts';

const others = [
  { tag: 'ur', language: ', in Urdu', ...urdu.run },
  { tag: 'km', language: ', in Khmer', ...khmer.run },
];

/** As a person does, at the switch that is on every screen; over when the language and all it brings is here. */
const switchTo = (stand: AppStand, tag: string): Promise<void> =>
  stand.visit(async ({ page }) => {
    await page.goto(stand.endpoint.origin);
    await page.locator('.language-select').first().selectOption(tag);
    await page.locator(`html[lang="${tag}"]`).waitFor();
    // The lock is kept when there is time, and the browser writes preferences late.
    await page.waitForTimeout(1500);
  });

const rowsIn = async (stand: AppStand, rounds: number, { tag, language, next, goOn }: (typeof others)[number]): Promise<Row[]> => {
  await switchTo(stand, tag);
  return [
    ...(await coldStartRows(stand, rounds, language)),
    await shownFromCache(stand, rounds, language),
    ...(await answering(stand, rounds, { next, goOn, language })),
  ];
};

export const otherLanguages: Measure = {
  name: 'languages',
  run: async ({ rounds, app }) => {
    const stand = await app();
    const rows: Row[] = [];
    try {
      for (const language of others) rows.push(...(await rowsIn(stand, rounds, language)));
    } finally {
      await switchTo(stand, 'en');
    }
    return rows;
  },
};
