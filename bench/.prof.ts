import { raiseStand } from './stand.ts';
import { writeFileSync } from 'node:fs';
const n = Number(process.env.N ?? 1000); const what = process.env.W ?? 'save';
const s = await raiseStand();
try {
  const d = await s.ours.evaluate(() => window.bench.sealed.found());
  const save = () => s.ours.evaluate(([d, seed, count]) => window.bench.sealed.save(d!, { seed: seed!, count: count!, atOnce: 500 }), [d, Math.random() * 1e6 | 0, n]);
  await save();
  if (what === 'unlock' || what === 'send') { await s.ours.evaluate((d) => window.bench.sealed.exchange(d), d); }
  if (what === 'send') await save();
  const cdp = await s.context.newCDPSession(s.ours);
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 }); await cdp.send('Profiler.start');
  const t = performance.now();
  console.log(what, what === 'save' ? await save() : what === 'unlock' ? await s.ours.evaluate((d) => window.bench.reading.unlockToList(d), d) : await s.ours.evaluate((d) => window.bench.sealed.exchange(d), d));
  const wall = performance.now() - t;
  const { profile } = await cdp.send('Profiler.stop') as any;
  const self = new Map<string, number>(); const byId = new Map(profile.nodes.map((x: any) => [x.id, x]));
  profile.samples.forEach((id: number, i: number) => { const f = (byId.get(id) as any).callFrame; const k = `${f.functionName || '(anon)'} ${f.url.split('/').pop()}:${f.lineNumber}:${f.columnNumber}`; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas[i] / 1000); });
  console.log('wall', wall);
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 28)) console.log(v.toFixed(0).padStart(7), k);
} finally { await s.dispose(); }
process.exit(0);
