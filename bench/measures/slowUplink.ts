import { type Measure, within } from '../measure.ts';
import { layLink, slow4G } from '../slowLink.ts';
import { openAt } from '../stand.ts';
import { amount, median, takeTurns, told } from '../stats.ts';
import { aPhoneInUse } from './sending.ts';

const kilobytes = (bytes: number): string => amount(bytes / 1000, 'kB');

export const slowUplink: Measure = {
  name: 'slow-uplink',
  run: async ({ rounds, size, stand }) => {
    const { context, endpoint, bare } = await stand();
    const count = size(500);
    const [toOurs, toPlain] = [await layLink(endpoint.port, slow4G), await layLink(Number(new URL(bare.origin).port), slow4G)];
    const [ours, plain] = [await openAt(await context.newPage(), toOurs.origin), await openAt(await context.newPage(), toPlain.origin)];
    let seed = 300;
    const bytes = { ours: 0, plain: 0 };
    const device = await aPhoneInUse(ours);
    const sendOurs = async () => {
      await ours.evaluate(([number, wish]) => window.bench.sealed.save(number, wish), [
        device,
        { seed: seed++, count, atOnce: 25 },
      ] as const);
      const before = toOurs.bytesUp();
      toOurs.setSlow(true);
      const { sent } = await ours.evaluate((number) => window.bench.sealed.exchange(number), device);
      toOurs.setSlow(false);
      bytes.ours = toOurs.bytesUp() - before;
      return sent;
    };
    const sendPlain = async () => {
      const before = toPlain.bytesUp();
      toPlain.setSlow(true);
      const { ms } = await plain.evaluate(([from, many]) => window.bench.plain.send(from, many, true), [seed++, count] as const);
      toPlain.setSlow(false);
      bytes.plain = toPlain.bytesUp() - before;
      return ms;
    };
    const taken = await takeTurns(rounds, { ours: sendOurs, plain: sendPlain });
    await Promise.all([ours.close(), plain.close()]);
    toOurs.close();
    toPlain.close();
    const ratio = median(taken.ours) / median(taken.plain);
    return [
      {
        measure: `Sending ${count} entries over slow 4G (150 ms, 750 kbps up)`,
        ours: `${told(taken.ours, 'ms')}, ${kilobytes(bytes.ours)} up`,
        floor: `${told(taken.plain, 'ms')}, ${kilobytes(bytes.plain)} up`,
        ratio,
        figure: '≤ 1.2× of plain gzipped JSON',
        verdict: within(ratio, 1.2),
        note: 'A slow TCP link of our own; bytes are of the last round, headers included. The floor compresses 500 records in one piece, each of ours is compressed and sealed alone.',
      },
      {
        measure: 'The same against PouchDB and RxDB',
        ours: '–',
        figure: '≥ 4× faster',
        verdict: 'not measured',
        note: 'Neither is installed here. Elsewhere, for 500 records of 1 KiB on such a link: plain gzipped JSON 1,460 ms, rxdb-server 6,142 ms, RxDB 6,100 ms, PouchDB 8,069 ms.',
      },
    ];
  },
};
