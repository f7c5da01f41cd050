/**
 * `npm run fuzz -- --minutes 60 [--seed 7] [--only expressions]`: strangers' input by the million, guided by which code it
 * reaches. Ends with an error when anything threw, took longer than two seconds, or never came back.
 */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { expressions, patterns } from '../support/fuzzing/expressions.ts';
import { forms } from '../support/fuzzing/forms.ts';
import { diceOf } from '../support/fuzzing/mutate.ts';
import { fuzz } from '../support/fuzzing/rounds.ts';
import { csvFiles, workbooks } from '../support/fuzzing/workbooks.ts';

const targets = [expressions, patterns, forms, workbooks, csvFiles];
const slowest = 2000;
const silentFor = 20_000;
const longestInput = 40_000;

interface Asked {
  readonly until: number;
  readonly seed: number;
  readonly only: string | undefined;
  /** What is being run, for the watcher: its length, then its characters. */
  readonly running: SharedArrayBuffer;
  readonly beats: SharedArrayBuffer;
}

const work = ({ until, seed, only, running, beats }: Asked): void => {
  const characters = new Uint16Array(running);
  const count = new Int32Array(beats);
  const begins = (target: string, input: string): void => {
    const told = `${target}: ${input}`.slice(0, longestInput);
    for (let place = 0; place < told.length; place++) characters[place] = told.charCodeAt(place);
    Atomics.store(count, 1, told.length);
    Atomics.add(count, 0, 1);
  };
  const chosen = targets.filter(({ name }) => only === undefined || name === only);
  const isOurs = (url: string): boolean => url.includes('/dist/server/');
  parentPort?.postMessage(fuzz({ targets: chosen, until, dice: diceOf(seed), isOurs, begins, slowest }));
};

const shown = (input: string, most = 2000): string => JSON.stringify(input.length > most ? `${input.slice(0, most)}…` : input);

const tell = ({ reports, crashes, reached }: ReturnType<typeof fuzz>): void => {
  for (const { target, runs, kept, slowest: took, slowestInput } of reports) {
    console.log(`${target}: ${runs} runs, ${kept} inputs kept, slowest ${took.toFixed(1)} ms: ${shown(slowestInput, 200)}`);
  }
  console.log(`reached ${reached}`);
  for (const { target, problem, input } of crashes) console.log(`CRASH ${target}: ${problem}\n  ${shown(input)}`);
  console.log(`${reports.reduce((sum, { runs }) => sum + runs, 0)} runs, ${crashes.length} different crashes or stalls`);
  process.exitCode = crashes.length === 0 ? 0 : 1;
};

/** A hang cannot be caught from within: this thread looks whether the other one still begins new inputs. */
const watch = (worker: Worker, { running, beats }: Asked): NodeJS.Timeout => {
  const count = new Int32Array(beats);
  let before = -1;
  return setInterval(() => {
    const now = Atomics.load(count, 0);
    if (now === before) {
      const input = String.fromCharCode(...new Uint16Array(running).subarray(0, Math.min(Atomics.load(count, 1), 4000)));
      console.log(`HANGS ${shown(input)}`);
      process.exitCode = 1;
      void worker.terminate();
    }
    before = now;
  }, silentFor);
};

const begin = (): void => {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } });
  const asked: Asked = {
    until: Date.now() + Number(values.minutes ?? 1) * 60_000,
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    only: values.only,
    running: new SharedArrayBuffer(2 * longestInput),
    beats: new SharedArrayBuffer(8),
  };
  console.log(`seed ${asked.seed}`);
  const worker = new Worker(new URL(import.meta.url), { workerData: asked });
  const watcher = watch(worker, asked);
  worker.on('message', tell);
  worker.on('exit', () => clearInterval(watcher));
};

if (isMainThread) begin();
else work(workerData as Asked);
