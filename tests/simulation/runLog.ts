/**
 * A run of hours can be stopped and gone on with: each finished seed is one line of a file. What another state of the code came to
 * says nothing of this one, so the first line holds a sum of the sources.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { filesUnder, textOf } from '../support/source.ts';
import { type Ended, isEnded } from './share.ts';

const sourcesSum = (): string => {
  const sum = createHash('sha256');
  for (const folder of ['src', 'server', 'tests/simulation'])
    for (const file of [...filesUnder(folder, ['.ts', '.tsx'])].sort()) sum.update(`${file}\n${textOf(file)}\n`);
  return sum.digest('hex').slice(0, 16);
};

export interface RunLog {
  /** Seeds that ended before this run began. */
  readonly before: readonly Ended[];
  readonly add: (ended: Ended) => void;
}

/** The last line of a run that was killed may be half a line. */
const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const endedIn = (file: string, heading: string): readonly Ended[] => {
  const [first, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  if (first === heading) return lines.map(jsonIn).filter(isEnded);
  if (first !== undefined) console.log(`${file} was written by other sources or with other steps: it begins anew`);
  return [];
};

export const openRunLog = (file: string, steps: string): RunLog => {
  const heading = JSON.stringify({ sources: sourcesSum(), steps });
  const before = endedIn(file, heading);
  writeFileSync(file, [heading, ...before.map((ended) => JSON.stringify(ended)), ''].join('\n'));
  return { before, add: (ended) => appendFileSync(file, `${JSON.stringify(ended)}\n`) };
};
