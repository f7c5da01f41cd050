/** Takes each guard out of the code, one at a time and never in the tree, and looks whether any seed notices. */
import { bundle, timesFound } from './bundle.ts';
import { type Mutation, mutations } from './mutations.ts';
import { type Ended, runShare } from './share.ts';

const seedsTried = 40;
const stepsTried = 200;

const firstFailure = async (program: string, { seed, steps = stepsTried }: Mutation): Promise<Ended | null> => {
  const failed: Ended[] = [];
  const look = (seeds: string, each: number) =>
    runShare(program, ['--seeds', seeds, '--steps', `${each}`, '--until-failure'], (ended) => {
      if (ended.failures.length > 0) failed.push(ended);
    });
  if (seed !== undefined) await look(`${seed}`, steps);
  const code = failed.length > 0 ? 0 : await look(`1-${seedsTried}`, stepsTried);
  return (
    failed[0] ??
    (code === 0 ? null : { seed: 0, failures: ['the process ended by itself'], hash: '', steps: 0, entries: 0, rounds: 0, cpu: 0 })
  );
};

const tryOne = async (mutation: Mutation): Promise<boolean> => {
  const times = timesFound(mutation);
  if (times !== 1) {
    console.log(`OUTDATED ${mutation.name}: its text stands ${times} times in ${mutation.file}`);
    return false;
  }
  const program = await bundle(`without-${mutation.name.replaceAll(/\W+/g, '-')}`, mutation);
  const failure = await firstFailure(program, mutation);
  console.log(failure ? `caught   ${mutation.name}: seed ${failure.seed}: ${failure.failures[0]}` : `SURVIVES ${mutation.name}`);
  return failure !== null;
};

export const tryMutations = async (only: string | null): Promise<boolean> => {
  const wanted = mutations.filter(({ name }) => only === null || only.split(',').some((part) => name.includes(part)));
  let caught = 0;
  for (const mutation of wanted) if (await tryOne(mutation)) caught += 1;
  console.log(`${caught} of ${wanted.length} mutations were caught`);
  return caught === wanted.length && wanted.length > 0;
};
