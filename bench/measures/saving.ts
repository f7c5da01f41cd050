import type { Page } from 'playwright-core';
import { slowCpu } from '../../tests/support/browser.ts';
import { type AppStand, fillContact, saveWords, unlock } from '../appStand.ts';
import { chanceFrom, inventNote } from '../invented.ts';
import { type Measure, within } from '../measure.ts';
import { quantile } from '../stats.ts';

const figure = 150;

/** Taps Save and waits for the words; both ends are timed in the page, so that the driver's own time is left out. */
const tapSave = (page: Page): Promise<number> =>
  page.evaluate(
    ({ button, done }) =>
      new Promise<number>((saved, failed) => {
        const save = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === button);
        if (!save) return failed(new Error('there is no button to save with'));
        const tapped = performance.now();
        const look = () => {
          if (document.querySelector('main')?.textContent?.includes(done)) requestAnimationFrame(() => saved(performance.now() - tapped));
          else setTimeout(look);
        };
        save.click();
        look();
      }),
    saveWords,
  );

const saveMany = async (stand: AppStand, page: Page, count: number): Promise<number[]> => {
  await page.goto(stand.endpoint.origin);
  await unlock(page);
  await page.getByRole('navigation').first().waitFor();
  const chance = chanceFrom(1200);
  // As in a kitchen without signal.
  return stand.withoutServer(async () => {
    await slowCpu(page, 4);
    const times: number[] = [];
    while (times.length < count) {
      await fillContact(page, inventNote(chance, 'en', 300));
      times.push(await tapSave(page));
    }
    return times;
  });
};

export const saving: Measure = {
  name: 'saving',
  run: async ({ quick, app }) => {
    const stand = await app();
    const times = await stand.visit(({ page }) => saveMany(stand, page, quick ? 4 : 20));
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    return [
      {
        measure: 'Save tap to “Saved on this phone”, 4× slowed CPU',
        ours: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
        figure: `p95 ≤ ${figure} ms`,
        verdict: within(p95, figure),
        note: `${times.length} contacts through the real form, server stopped. A new person’s own record is saved with each.`,
      },
    ];
  },
};
