/**
 * A run of hours can be stopped and gone on with: each finished seed is one line of a file. What another state of the code came to
 * says nothing of this one, so the first line holds a sum of the program that is run, which is one file (bundle.ts).
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Ended, isEnded } from './share.ts';

const sumOf = (program: string): string => createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 16);

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
  if (first !== undefined) console.log(`${file} was written by another program or with other steps: it begins anew`);
  return [];
};

export const openRunLog = (file: string, steps: string, program: string): RunLog => {
  const heading = JSON.stringify({ program: sumOf(program), steps });
  const before = endedIn(file, heading);
  writeFileSync(file, [heading, ...before.map((ended) => JSON.stringify(ended)), ''].join('\n'));
  return { before, add: (ended) => appendFileSync(file, `${JSON.stringify(ended)}\n`) };
};
