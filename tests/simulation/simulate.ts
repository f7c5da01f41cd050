/**
 * `npm run simulate -- --seeds 10000 --steps 500`: many invented organisations, each going through its own faults, and what must
 * hold afterwards. With `--log FILE` a run that was stopped is gone on with. `--seed S --trace` shows one; `--mutations` proves that each guard in the code is missed when it is gone.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { openRunLog, type RunLog } from './runLog.ts';
import { readSeeds, spellSeeds } from './seedRanges.ts';
import { type Ended, runShare } from './share.ts';
import { count, createTally, spellTally } from './tally.ts';
import { tryMutations } from './tryMutations.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    log: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'string' },
    trace: { type: 'boolean', default: false },
    mutations: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const repeatWith = (seed: number, kept?: readonly number[]): string =>
  `npm run simulate -- --seed ${seed} --steps ${values.steps} --trace${kept ? ` --keep ${kept.join(',')}` : ''}`;

const tell = ({ seed, failures, kept }: Ended): void => {
  console.log(`seed ${seed} fails: ${failures[0]}`);
  for (const failure of failures.slice(1, 5)) console.log(`  and ${failure}`);
  console.log(`  again: ${repeatWith(seed)}`);
  if (kept) console.log(`  ${kept.length} steps are enough: ${repeatWith(seed, kept)}`);
};

const everySoOften = 20_000;

/** Those that are left, in as many stretches as there are processes. */
const dealt = (seeds: readonly number[], workers: number): readonly string[] => {
  const each = Math.ceil(seeds.length / workers);
  return Array.from({ length: workers }, (_, at) => spellSeeds(seeds.slice(at * each, (at + 1) * each))).filter(Boolean);
};

const simulate = async (program: string, log: RunLog | null): Promise<void> => {
  const began = performance.now();
  const wanted = readSeeds(`${values.from}-${Number(values.from) + Number(values.seeds) - 1}`);
  const tally = createTally();
  const known = new Set<number>();
  for (const ended of log?.before ?? []) {
    if (!wanted.includes(ended.seed) || known.has(ended.seed)) continue;
    known.add(ended.seed);
    count(tally, ended);
  }
  const stepsBefore = tally.steps;
  const soFar = () => {
    const seconds = (performance.now() - began) / 1000;
    return { seconds: Math.round(seconds), stepsPerSecond: Math.round((tally.steps - stepsBefore) / seconds) };
  };
  if (known.size > 0) console.log(`${known.size} seeds are known from before`);
  const progress = setInterval(() => {
    if (!values.json)
      console.log(`${tally.seeds} of ${wanted.length} seeds, ${tally.failed} failed, ${soFar().stepsPerSecond} steps a second`);
  }, everySoOften);
  const heard = (ended: Ended): void => {
    log?.add(ended);
    count(tally, ended);
    if (ended.failures.length > 0) tell(ended);
  };
  const left = wanted.filter((seed) => !known.has(seed));
  const ends = await Promise.all(
    dealt(left, Math.max(1, Number(values.workers))).map((seeds) =>
      runShare(program, ['--seeds', seeds, '--steps', values.steps, '--shrink'], heard),
    ),
  );
  clearInterval(progress);
  const { seconds, stepsPerSecond } = soFar();
  const told = { ...tally, seconds, stepsPerSecond };
  console.log(values.json ? JSON.stringify(told) : `${spellTally(tally)}; ${seconds} s, ${stepsPerSecond} steps a second`);
  for (const code of ends) if (code !== 0) console.log(`a process ended by itself (${code}) with seeds left to run`);
  if (tally.failed > 0 || tally.seeds < wanted.length || ends.some((code) => code !== 0)) process.exitCode = 1;
};

const one = async (seed: string): Promise<void> => {
  const program = await bundle('as-it-is', null);
  const args = [
    '--seeds',
    seed,
    '--steps',
    values.steps,
    ...(values.keep === undefined ? [] : ['--keep', values.keep]),
    ...(values.trace ? ['--trace'] : []),
  ];
  const code = await runShare(program, args, (ended) => {
    console.log(JSON.stringify(ended, null, 2));
    if (ended.failures.length > 0) process.exitCode = 1;
  });
  if (code !== 0) process.exitCode = 1;
};

if (values.mutations) process.exitCode = (await tryMutations(values.only ?? null)) ? 0 : 1;
else if (values.seed !== undefined) await one(values.seed);
else {
  const program = await bundle('as-it-is', null);
  await simulate(program, values.log === undefined ? null : openRunLog(values.log, values.steps, program));
}
