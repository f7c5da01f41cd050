import { raiseStand, cpuOf } from './stand.ts';
import { takeTurns, told } from './stats.ts';
const n = Number(process.env.N ?? 2000);
const s = await raiseStand();
s.ours.on('console', (m) => console.log('page:', m.text()));
try {
  let seed = 1;
  const ours = async () => { const d = await s.ours.evaluate(() => window.bench.sealed.found()); const ms = await s.ours.evaluate(([d, seed, count]) => window.bench.sealed.save(d!, { seed: seed!, count: count!, atOnce: 500 }), [d, seed++, n]); await s.ours.evaluate((d) => window.bench.sealed.drop(d), d); return ms; };
  const plain = () => s.plain.evaluate(([seed, count]) => window.bench.plain.save(seed!, count!), [seed++, n]);
  const save = await takeTurns(3, { ours, plain });
  console.log('save', told(save.ours, 'ms'), 'plain', told(save.plain, 'ms'));
  const d = await s.ours.evaluate(() => window.bench.sealed.found());
  await s.ours.evaluate((d) => window.bench.sealed.exchange(d), d);
  const cpu: number[] = [];
  const send = (locked: boolean) => async () => {
    await s.ours.evaluate(([d, seed, count]) => window.bench.sealed.save(d!, { seed: seed!, count: count!, atOnce: 500 }), [d, seed++, n]);
    if (locked) await s.ours.evaluate((d) => window.bench.sealed.lock(d), d);
    const before = cpuOf(s.endpoint.pid())!;
    const { sent, done } = await s.ours.evaluate((d) => window.bench.sealed.exchange(d), d);
    cpu.push((cpuOf(s.endpoint.pid())! - before) / n * 1000);
    if (locked) await s.ours.evaluate((d) => window.bench.sealed.unlock(d), d);
    return sent;
  };
  const t = await takeTurns(3, { locked: send(true), open: send(false), plain: async () => (await s.plain.evaluate(([seed, count]) => window.bench.plain.send(seed!, count!, false), [seed++, n])).ms, gzip: async () => (await s.plain.evaluate(([seed, count]) => window.bench.plain.send(seed!, count!, true), [seed++, n])).ms });
  for (const [k, v] of Object.entries(t)) console.log('send', k, told(v, 'ms'));
  console.log('cpu per 1000', cpu);
  console.log('unlock', await s.ours.evaluate((d) => window.bench.reading.unlockToList(d), d));
  const se = await s.ours.evaluate((d) => window.bench.reading.search(d), d);
  console.log('search', se.rows, 'index', se.index, told(se.times, 'ms'));
} finally { await s.dispose(); }
process.exit(0);
