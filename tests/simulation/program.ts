/** The simulating process: runs its share of the seeds and says of each, one line of JSON at a time, how it ended. */
import './ground.ts';
import { parseArgs } from 'node:util';
import { inOwnTurn, longStacks } from './ground.ts';
import { type Plan, planFrom } from './plan.ts';
import { type Outcome, runPlan } from './run.ts';
import { readSeeds } from './seedRanges.ts';
import { keepOnly, shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '500' },
    keep: { type: 'string' },
    trace: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
    'until-failure': { type: 'boolean', default: false },
  },
});

const say = (said: object): void => void process.stdout.write(`${JSON.stringify(said)}\n`);
const print = values.trace ? (line: string) => void process.stdout.write(`${line}\n`) : null;

/** A process that was killed in the middle of a request leaves promises that nobody waits for. */
let unhandled: string[] = [];
process.on('unhandledRejection', (problem) => {
  if (!/^Error: (killed|this process is gone)$/.test(String(problem))) unhandled.push(String(problem));
});

const run = async (plan: Plan): Promise<Outcome> => {
  unhandled = [];
  const outcome = await inOwnTurn(() => runPlan(plan, print));
  await inOwnTurn(() => undefined);
  return { ...outcome, failures: [...outcome.failures, ...unhandled.map((problem) => `unhandled: ${problem}`)] };
};

const kindOf = (failure: string | undefined): string => failure?.split(':')[0] ?? '';

const shrunk = (plan: Plan, outcome: Outcome) =>
  inOwnTurn(() => shrink(plan, (smaller) => runPlan(smaller).failures.some((failure) => kindOf(failure) === kindOf(outcome.failures[0]))));

longStacks(values.trace);
// Libraries make themselves ready at their first use, which costs them a turn: no world that counts is the first.
await inOwnTurn(() => runPlan(planFrom(0, 0)));
for (const seed of readSeeds(values.seeds)) {
  const whole = planFrom(seed, Number(values.steps));
  const plan = values.keep === undefined ? whole : keepOnly(whole, values.keep.split(',').filter(Boolean).map(Number));
  const outcome = await run(plan);
  const smaller = values.shrink && outcome.failures.length > 0 ? await shrunk(plan, outcome) : null;
  say({
    ...outcome,
    failures: outcome.failures.slice(0, 20),
    ...(smaller ? { kept: smaller.kept } : {}),
    cpu: process.cpuUsage().user / 1000,
  });
  if (values['until-failure'] && outcome.failures.length > 0) break;
}
