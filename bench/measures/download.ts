import type { Page } from 'playwright-core';
import { type Measure, within } from '../measure.ts';
import { median, takeTurns, told } from '../stats.ts';

const writers = ['Joon Park', 'Thuy Tran', 'Arif Rahman', 'Maya Gurung'];
const days = 25;

/** An organisation whose four workers wrote on 25 days and sent it all: a hundred seal keys. Gives the supervisor's device. */
const aBusyOffice = async (page: Page, count: number): Promise<number> => {
  const office = await page.evaluate(() => window.bench.sealed.found());
  const perDay = Math.ceil(count / writers.length / days);
  for (const [at, name] of writers.entries()) {
    const device = await page.evaluate(([by, said]) => window.bench.sealed.letIn(by, 'worker', said), [office, name] as const);
    for (let day = 1; day <= days; day += 1) {
      await page.evaluate(([number, today]) => window.bench.sealed.setDay(number, today), [
        device,
        `2026-03-${String(day).padStart(2, '0')}`,
      ] as const);
      await page.evaluate(([number, wish]) => window.bench.sealed.save(number, wish), [
        device,
        { seed: 400 + at * days + day, count: perDay, atOnce: 500 },
      ] as const);
    }
    await page.evaluate((number) => window.bench.sealed.exchange(number), device);
    await page.evaluate((number) => window.bench.sealed.drop(number), device);
  }
  await page.evaluate((number) => window.bench.sealed.exchange(number), office);
  await page.evaluate(([number, many]) => window.bench.sealed.untilShown(number, many), [office, perDay * days * writers.length] as const);
  return office;
};

export const download: Measure = {
  name: 'download',
  run: async ({ rounds, size, stand }) => {
    const { ours, plain, bare } = await stand();
    const count = size(10_000);
    await fetch(`${bare.origin}/plain`, { method: 'DELETE' });
    await plain.evaluate((many) => window.bench.plain.send(500, many, false), count);
    const office = await aBusyOffice(ours, count);
    const opened: number[] = [];
    const downloadOurs = async () => {
      const device = await ours.evaluate((by) => window.bench.sealed.letIn(by, 'supervisor', 'Grace Lim'), office);
      const { stored, shown } = await ours.evaluate(([number, many]) => window.bench.sealed.download(number, many), [
        device,
        count,
      ] as const);
      opened.push(shown);
      await ours.evaluate((number) => window.bench.sealed.drop(number), device);
      return stored;
    };
    const downloadPlain = async () => (await plain.evaluate(() => window.bench.plain.download())).ms;
    const taken = await takeTurns(rounds, { ours: downloadOurs, plain: downloadPlain });
    const row = (what: string, values: readonly number[], note: string) => {
      const ratio = median(values) / median(taken.plain);
      return {
        measure: `First download of ${count.toLocaleString('en')} to a new supervisor's device, ${what}`,
        ours: told(values, 'ms'),
        floor: told(taken.plain, 'ms'),
        ratio,
        figure: '≤ 1.5× of plain pages into Dexie',
        verdict: within(ratio, 1.5),
        note,
      };
    };
    return [
      row(
        'stored',
        taken.ours,
        'Notebook open. Four writers, 25 days, a hundred seal keys. Floor: JSON pages of 500, the next on its way while one is stored.',
      ),
      row('stored and opened', opened, 'Until the last record can be shown.'),
    ];
  },
};
