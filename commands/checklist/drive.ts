/** Fills a form in by lines of JSON, each answered with one: the contract of `checklist drive`. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Checklist } from '../../src/domain/checklist.ts';
import { loadChecklist } from '../../src/forms/engine/load.ts';
import { openRun } from '../../src/forms/engine/open.ts';
import type { NodeState, Run, RunDeps } from '../../src/forms/engine/run.ts';

const Value = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const Line = v.union([
  v.strictObject({ set: v.tuple([v.string(), Value]) }),
  v.strictObject({ add: v.string() }),
  v.strictObject({ remove: v.string() }),
  v.strictObject({ state: v.literal(true) }),
]);
type Line = v.InferOutput<typeof Line>;

const done = { ok: true };
const refused = (error: string) => ({ ok: false, error });

const stateOf = ({ relevant, required, readonly, value, constraintOk, requiredOk, choices }: NodeState) => ({
  relevant,
  required,
  readonly,
  value,
  constraintOk,
  requiredOk,
  choices: choices?.map(({ name }) => name) ?? null,
});

const wholeState = (run: Run): object =>
  Object.fromEntries(
    run.paths().flatMap((path) => {
      const state = run.state(path);
      return state ? [[path, stateOf(state)]] : [];
    }),
  );

/** An acknowledgement is ticked or not. */
const textOf = (value: v.InferOutput<typeof Value>, type: string | undefined): string => {
  if (type === 'acknowledge' && typeof value === 'boolean') return value ? 'OK' : '';
  return value === null ? '' : String(value);
};

const obey = (line: Line, run: Run): object => {
  if ('set' in line) {
    const [path, value] = line.set;
    return run.set(path, textOf(value, run.state(path)?.item.type)) ? done : refused(`There is nothing to answer at ${path}.`);
  }
  if ('add' in line)
    return run.add(line.add) === null ? refused(`There is no repeat at ${line.add} that another could be added to.`) : done;
  if ('remove' in line) return run.remove(line.remove) ? done : refused(`There is nothing to remove at ${line.remove}.`);
  return wholeState(run);
};

const two = (number: number): string => String(Math.trunc(Math.abs(number))).padStart(2, '0');
/** The instant with this computer's offset, as forms keep it. */
const localAt = (now: Date): string => {
  const minutes = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

const hasOffset = /T.*(?:Z|[+-]\d\d:?\d\d)$/i;
/** Without an offset, this computer's own clock is meant; a day alone begins at midnight. */
const given = (now: string): string => (hasOffset.test(now) ? now : localAt(new Date(now.includes('T') ? now : `${now}T00:00:00`)));

const depsAt = (now: string | undefined): RunDeps => ({
  now: now === undefined ? () => localAt(new Date()) : () => given(now),
  random: Math.random,
  newId: randomUUID,
});

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

export const openDriving = (checklist: Checklist, now: string | undefined): ((line: string) => object) => {
  const run = openRun(loadChecklist(checklist), depsAt(now));
  return (text) => {
    const line = v.safeParse(Line, parsed(text));
    return line.success
      ? obey(line.output, run)
      : refused('This line is not one of: {"set":[path,value]}, {"add":path}, {"remove":path}, {"state":true}.');
  };
};
