/** Whether the app stays as quick in languages whose words are many, whose script is heavy, and which bring a font of their own. */
import khmer from '../../locales/km/field.json';
import urdu from '../../locales/ur/field.json';
import type { AppStand } from '../appStand.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, told } from '../stats.ts';
import { answering, shown } from './checklist.ts';
import { coldStartRow } from './coldStart.ts';

const others = [
  { tag: 'ur', language: ', in Urdu', ...urdu.run },
  { tag: 'km', language: ', in Khmer', ...khmer.run },
];

/** As a person does, at the switch that is on every screen; over when the language and all it brings is here. */
const switchTo = async (stand: AppStand, tag: string): Promise<void> => {
  const { context, page } = await stand.open();
  await page.goto(stand.endpoint.origin);
  await page.locator('.language-select').first().selectOption(tag);
  await page.locator(`html[lang="${tag}"]`).waitFor();
  // The browser writes preferences late.
  await page.waitForTimeout(1500);
  await context.close();
};

const shownRow = async (stand: AppStand, rounds: number, language: string): Promise<Row> => {
  const times = await shown(stand, rounds, false);
  return {
    measure: `Checklist shown from the offline cache, 4× slowed CPU${language}`,
    ours: told(times, 'ms'),
    figure: '≤ 700 ms',
    verdict: within(median(times), 700),
  };
};

export const otherLanguages: Measure = {
  name: 'languages',
  run: async ({ rounds, app }) => {
    const stand = await app();
    const rows: Row[] = [];
    for (const { tag, language, next, goOn } of others) {
      await switchTo(stand, tag);
      rows.push(
        await coldStartRow(stand, rounds, language),
        await shownRow(stand, rounds, language),
        ...(await answering(stand, { next, goOn, language })),
      );
    }
    await switchTo(stand, 'en');
    return rows;
  },
};
