/**
 * Founding an organisation and letting everybody in takes as long as many steps, so most worlds go on from one that was prepared:
 * the same for every seed, made from a seed of its own. Each eighth world is founded for itself.
 */
import type { Plan } from './plan.ts';
import { type Beginning, createWorld } from './world.ts';

const prepared = new Map<string, Beginning | null>();

const prepare = (supervisors: number, workers: number): Beginning | null => {
  const world = createWorld({ name: `beginning ${supervisors} ${workers}`, seed: 0, print: null });
  world.begin(supervisors, workers);
  for (const device of world.devices) device.kill();
  const beginning = {
    devices: world.devices.map(({ role, disk }) => ({ role, image: disk.image() })),
    endpoint: world.endpoint.backup(),
    signers: world.cryptography.signers(),
    ms: world.scheduler.now(),
  };
  world.end();
  return world.failures.length > 0 ? null : beginning;
};

/** `null`: this world is founded for itself, as one that could not be prepared. */
export const beginningOf = ({ seed, supervisors, workers }: Plan): Beginning | null => {
  if (seed % 8 === 3) return null;
  const name = `${supervisors} ${workers}`;
  const there = prepared.get(name);
  if (there !== undefined) return there;
  const beginning = prepare(supervisors, workers);
  prepared.set(name, beginning);
  return beginning;
};
