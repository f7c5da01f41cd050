/**
 * `npm run simulate -- --seeds 10000 --steps 500`: many invented organisations, each going through its own faults, and what must
 * hold afterwards. `--seed S --trace` shows one; `--mutations` proves that each guard in the code is missed when it is gone.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { type Ended, runShare } from './share.ts';
import { tryMutations } from './tryMutations.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
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

const simulate = async (program: string): Promise<void> => {
  const began = performance.now();
  const workers = Math.max(1, Number(values.workers));
  const [from, seeds] = [Number(values.from), Number(values.seeds)];
  let [done, steps, entries, failed, most] = [0, 0, 0, 0, 0];
  const heard = (ended: Ended): void => {
    done += 1;
    steps += ended.steps;
    entries += ended.entries;
    most = Math.max(most, ended.rounds);
    if (ended.failures.length > 0) {
      failed += 1;
      tell(ended);
    }
    if (!values.json && done % 500 === 0) console.log(`${done} of ${seeds} seeds`);
  };
  const share = (at: number) =>
    runShare(
      program,
      ['--from', `${from + at}`, '--seeds', `${seeds - at}`, '--every', `${workers}`, '--steps', values.steps, '--shrink'],
      heard,
    );
  const ends = await Promise.all(Array.from({ length: workers }, (_, at) => share(at)));
  const seconds = (performance.now() - began) / 1000;
  const told = {
    seeds: done,
    steps,
    entries,
    failed,
    mostRounds: most,
    seconds: Math.round(seconds),
    stepsPerSecond: Math.round(steps / seconds),
  };
  console.log(
    values.json
      ? JSON.stringify(told)
      : `${done} seeds, ${steps} steps, ${entries} confirmed saves, ${failed} seeds failed; quiet after ${most} rounds at most; ${told.seconds} s, ${told.stepsPerSecond} steps a second`,
  );
  if (failed > 0 || done < seeds || ends.some((code) => code !== 0)) process.exitCode = 1;
};

const one = async (program: string, seed: string): Promise<void> => {
  const args = [
    '--from',
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
else {
  const program = await bundle('as-it-is', null);
  await (values.seed === undefined ? simulate(program) : one(program, values.seed));
}
