import { type Measure, within } from '../measure.ts';
import { median, takeTurns, told } from '../stats.ts';

/** Records in one transaction, on both sides. */
const atOnce = 500;

export const bulkSave: Measure = {
  name: 'bulk-save',
  run: async ({ rounds, size, stand }) => {
    const { ours, plain } = await stand();
    const count = size(10_000);
    let seed = 100;
    const saveOurs = async () => {
      const device = await ours.evaluate(() => window.bench.sealed.found());
      const ms = await ours.evaluate(([number, wish]) => window.bench.sealed.save(number, wish), [
        device,
        { seed: seed++, count, atOnce },
      ] as const);
      await ours.evaluate((number) => window.bench.sealed.drop(number), device);
      return ms;
    };
    const savePlain = () => plain.evaluate(([from, many]) => window.bench.plain.save(from, many), [seed++, count] as const);
    const taken = await takeTurns(rounds, { ours: saveOurs, plain: savePlain });
    const ratio = median(taken.ours) / median(taken.plain);
    return [
      {
        measure: `Bulk save of ${count.toLocaleString('en')} sealed entries, notebook open`,
        ours: told(taken.ours, 'ms'),
        floor: told(taken.plain, 'ms'),
        ratio,
        figure: '≤ 1.1× of plain Dexie',
        verdict: within(ratio, 1.1),
        note: `Portions of ${atOnce}, strict durability on both sides. Floor: the same records as plain objects, indexed by id, kind and day.`,
      },
    ];
  },
};
