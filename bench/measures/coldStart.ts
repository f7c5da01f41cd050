import { seenAt, throttle } from '../appStand.ts';
import { type Measure, within } from '../measure.ts';
import { median, told } from '../stats.ts';

export const coldStart: Measure = {
  name: 'cold-start',
  run: async ({ rounds, app }) => {
    const stand = await app();
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
    return [
      {
        measure: 'Cold start offline to a usable lock screen, 6× slowed CPU',
        ours: told(times, 'ms'),
        figure: '≤ 1,000 ms',
        verdict: within(median(times), 1000),
        note: 'New browser on the same profile, server process stopped; from the navigation to the passphrase field and one frame.',
      },
    ];
  },
};
