import { slowCpu } from '../../tests/support/browser.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, quantile, told } from '../stats.ts';

const unlocks = [
  { count: 5_000, rate: 1, figure: 1_500 },
  { count: 5_000, rate: 4, figure: 1_500 },
  { count: 100_000, rate: 1, figure: 2_000 },
] as const;

export const reading: Measure = {
  name: 'reading',
  run: async ({ rounds, size, stand }) => {
    const { ours } = await stand();
    const aDeviceWith = async (count: number): Promise<number> => {
      const device = await ours.evaluate(() => window.bench.sealed.found());
      await ours.evaluate(([number, wish]) => window.bench.sealed.save(number, wish), [
        device,
        { seed: 600, count, atOnce: 1000 },
      ] as const);
      // What was written long ago has long been sent.
      await ours.evaluate((number) => window.bench.sealed.forgetOutbox(number), device);
      return device;
    };
    const rows: Row[] = [];
    for (const { count: full, rate, figure } of unlocks) {
      const count = size(full);
      const device = await aDeviceWith(count);
      await slowCpu(ours, rate);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { ms, rows: shown } = await ours.evaluate((number) => window.bench.reading.unlockToList(number), device);
        if (shown !== count) throw new Error(`${shown} of ${count} records in the list`);
        times.push(ms);
      }
      await slowCpu(ours, 1);
      await ours.evaluate((number) => window.bench.sealed.drop(number), device);
      const slowed = rate > 1 ? `, ${rate}× slowed CPU` : '';
      rows.push({
        measure: `Unlock to list of ${count.toLocaleString('en')} records${slowed}`,
        ours: told(times, 'ms'),
        figure: `≤ ${figure.toLocaleString('en')} ms after the KDF`,
        verdict: within(median(times), figure),
        note:
          rate > 1
            ? "Slows the page, not the browser's own cipher and database threads."
            : 'From the vault key to the sorted rows of the list.',
      });
    }
    const count = size(10_000);
    const device = await aDeviceWith(count);
    const { times, index } = await ours.evaluate((number) => window.bench.reading.search(number), device);
    await ours.evaluate((number) => window.bench.sealed.drop(number), device);
    rows.push({
      measure: `Search in ${count.toLocaleString('en')} opened records`,
      ours: `${told(times, 'ms')}, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
      figure: '≤ 10 ms',
      verdict: within(median(times), 10),
      note: `Six queries in three languages, ten times each. Folding the texts for it, once, took ${Math.round(index)} ms.`,
    });
    return rows;
  },
};
