/** What was asked for: where, how many devices, how much each writes. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import type { Sentence } from '../keeping/ending.ts';

export interface LoadWishes {
  readonly origin: string;
  readonly devices: number;
  readonly entries: number;
  /** Of one record as JSON, before it is packed and sealed. */
  readonly size: number;
  readonly workers: number;
  readonly json: boolean;
}

const usage = 'Say: npm run load -- --url URL [--devices 20] [--entries 100] [--size 1024] [--workers N] [--json]';
const options = {
  url: { type: 'string' },
  devices: { type: 'string', default: '20' },
  entries: { type: 'string', default: '100' },
  size: { type: 'string', default: '1024' },
  workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
  json: { type: 'boolean', default: false },
} as const;

/** The smallest record there is weighs this much; the largest must fit into one entry. */
const least = { devices: 1, entries: 1, size: 700, workers: 1 };
const most = { devices: 20_000, entries: 100_000, size: 100_000, workers: 64 };

const values = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
};

export const readWishes = (args: readonly string[]): Result<LoadWishes, Sentence> => {
  const said = values(args);
  if (!said?.url || !URL.canParse(said.url)) return failed({ sentence: usage });
  const numbers = { devices: Number(said.devices), entries: Number(said.entries), size: Number(said.size), workers: Number(said.workers) };
  for (const name of ['devices', 'entries', 'size', 'workers'] as const)
    if (!Number.isInteger(numbers[name]) || numbers[name] < least[name] || numbers[name] > most[name])
      return failed({ sentence: `--${name} must be a whole number from ${least[name]} to ${most[name]}.` });
  return ok({ ...numbers, workers: Math.min(numbers.workers, numbers.devices), origin: new URL(said.url).origin, json: said.json });
};
