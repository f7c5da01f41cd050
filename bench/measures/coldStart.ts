import { type AppStand, seenAt, throttle } from '../appStand.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, told } from '../stats.ts';

/** In the language the stand was left in. */
export const coldStartRow = async (stand: AppStand, rounds: number, language = ''): Promise<Row> => {
  await stand.endpoint.stop();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { context, page } = await stand.open();
    await throttle(page, 6);
    await page.goto(stand.endpoint.origin);
    times.push(await seenAt(page, 'lock'));
    await context.close();
  }
  await stand.endpoint.start();
  return {
    measure: `Cold start offline to a usable lock screen, 6× slowed CPU${language}`,
    ours: told(times, 'ms'),
    figure: '≤ 1,000 ms',
    verdict: within(median(times), 1000),
    note: 'New browser on the same profile, server process stopped; from the navigation to the passphrase field and one frame.',
  };
};

export const coldStart: Measure = {
  name: 'cold-start',
  run: async ({ rounds, app }) => [await coldStartRow(await app(), rounds)],
};
