import type { Page } from 'playwright-core';
import { type Measure, type Row, within } from '../measure.ts';
import { cpuOf } from '../stand.ts';
import { amount, median, takeTurns, told } from '../stats.ts';

const atOnce = 500;
const cpuFigure = 25;

/** A worker's phone that has logged in and sent its day's key, as one that was in use this morning. */
export const aPhoneInUse = async (page: Page): Promise<number> => {
  const office = await page.evaluate(() => window.bench.sealed.found());
  const phone = await page.evaluate((by) => window.bench.sealed.letIn(by, 'worker', 'Joon Park'), office);
  await page.evaluate((number) => window.bench.sealed.drop(number), office);
  await page.evaluate((number) => window.bench.sealed.save(number, { seed: 1, count: 1, atOnce: 1 }), phone);
  await page.evaluate((number) => window.bench.sealed.exchange(number), phone);
  return phone;
};

export const sending: Measure = {
  name: 'sending',
  run: async ({ rounds, size, stand }) => {
    const { ours, plain, endpoint, bare } = await stand();
    const count = size(10_000);
    let seed = 200;
    const cpu: number[] = [];
    const bareCpu: number[] = [];
    const timed = async (pid: number | undefined, into: number[], work: () => Promise<number>): Promise<number> => {
      const before = cpuOf(pid);
      const ms = await work();
      const after = cpuOf(pid);
      if (before !== null && after !== null) into.push(((after - before) * 1000) / count);
      return ms;
    };
    const sendOurs = async (locked: boolean) => {
      const device = await aPhoneInUse(ours);
      await ours.evaluate(([number, wish]) => window.bench.sealed.save(number, wish), [device, { seed: seed++, count, atOnce }] as const);
      if (locked) await ours.evaluate((number) => window.bench.sealed.lock(number), device);
      const ms = await timed(
        endpoint.pid(),
        cpu,
        async () => (await ours.evaluate((number) => window.bench.sealed.exchange(number), device)).sent,
      );
      const { outbox } = await ours.evaluate((number) => window.bench.sealed.counts(number), device);
      if (outbox > 0) throw new Error(`${outbox} entries were not sent`);
      await ours.evaluate((number) => window.bench.sealed.drop(number), device);
      return ms;
    };
    const sendPlain = (gzip: boolean) =>
      timed(
        bare.pid,
        bareCpu,
        async () =>
          (await plain.evaluate(([from, many, packed]) => window.bench.plain.send(from, many, packed), [seed++, count, gzip] as const)).ms,
      );
    const taken = await takeTurns(rounds, {
      locked: () => sendOurs(true),
      plain: () => sendPlain(false),
      open: () => sendOurs(false),
      gzip: () => sendPlain(true),
    });
    const floor = told(taken.plain, 'ms');
    const rowFor = (name: string, values: readonly number[], note: string): Row => {
      const ratio = median(values) / median(taken.plain);
      return {
        measure: `Sending ${count.toLocaleString('en')} entries, loopback, ${name}`,
        ours: told(values, 'ms'),
        floor,
        ratio,
        figure: 'no slower than plain Dexie + fetch',
        verdict: within(ratio, 1),
        note,
      };
    };
    return [
      rowFor(
        'app locked',
        taken.locked,
        `Until every receipt is kept. Floor: plain Dexie outbox, JSON, 500 a request; gzipped it took ${told(taken.gzip, 'ms')}.`,
      ),
      rowFor('notebook open', taken.open, 'The same while the open notebook follows each receipt, as on the screen of what was sent.'),
      {
        measure: 'Server CPU per 1,000 entries taken in',
        ours: cpu.length > 0 ? told(cpu, 'ms') : 'not told by this system',
        floor: amount(median(bareCpu), 'ms'),
        figure: `≤ ${cpuFigure} ms`,
        verdict: cpu.length > 0 ? within(median(cpu), cpuFigure) : 'not measured',
        note: 'Processor time of the whole process while 10,000 came in.',
      },
    ];
  },
};
