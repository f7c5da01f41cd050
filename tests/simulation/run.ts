/** Runs one plan from its beginning to the last check. */
import { beginningOf } from './beginning.ts';
import { settleAfterLies, settleAndCheck } from './invariants.ts';
import type { Plan } from './plan.ts';
import { createDoer } from './steps.ts';
import { createWorld, describe } from './world.ts';

export interface Outcome {
  readonly seed: number;
  readonly failures: readonly string[];
  readonly hash: string;
  readonly steps: number;
  readonly entries: number;
  readonly rounds: number;
  readonly turns: number;
}

export const runPlan = (plan: Plan, print: ((line: string) => void) | null = null): Outcome => {
  const beginning = beginningOf(plan);
  const world = createWorld({ seed: plan.seed, isHostile: plan.hostile, print });
  let rounds = 0;
  try {
    if (beginning) world.goOnFrom(beginning);
    else world.begin(plan.supervisors, plan.workers);
    const doer = createDoer(world);
    for (const step of plan.steps) doer.step(step);
    const untimely = plan.steps.some(({ doing }) => doing.do === 'clock') || world.scheduler.now() > 6 * 86_400_000;
    rounds = (plan.hostile ? settleAfterLies(world) : settleAndCheck(world, untimely)).rounds;
  } catch (error) {
    world.fails(`threw: ${describe(error)}`);
  }
  const outcome = {
    seed: plan.seed,
    failures: world.failures,
    hash: world.trace.hash(),
    steps: plan.steps.length,
    entries: world.ledger.saved().length,
    rounds,
    turns: world.scheduler.turns(),
  };
  world.end();
  return outcome;
};
