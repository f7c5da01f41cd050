import type { Page } from 'playwright-core';
import { type AppStand, seenAt, throttle } from '../appStand.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, told } from '../stats.ts';

const coldLock = async (page: Page, origin: string): Promise<number> => {
  await throttle(page, 6);
  await page.goto(origin);
  return seenAt(page, 'lock');
};

/** In the language the stand was left in. */
export const coldStartRow = async (stand: AppStand, rounds: number, language = ''): Promise<Row> => {
  const times = await stand.withoutServer(async () => {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await stand.visit(({ page }) => coldLock(page, stand.endpoint.origin)));
    return taken;
  });
  return {
    measure: `Cold start offline to a usable lock screen, 6× slowed CPU${language}`,
    ours: told(times, 'ms'),
    figure: '≤ 1,000 ms',
    verdict: within(median(times), 1000),
    note: 'New browser on the same profile, in which the app was opened twice before; server process stopped; from the navigation to the passphrase field and one frame.',
  };
};

export const coldStart: Measure = {
  name: 'cold-start',
  run: async ({ rounds, app }) => [await coldStartRow(await app(), rounds)],
};
