/** Drives both engines through the same random answers and says where they part. */
import type { Item } from '../../../src/domain/checklist.ts';
import { isAsked } from '../../../src/domain/itemTypes.ts';
import type { Run } from '../../../src/forms/engine/run.ts';
import type { Oracle, Said } from './oracle.ts';

/** A small known generator: the same seed, the same answers, on every machine. */
export const randomBy = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
type Random = ReturnType<typeof randomBy>;

export type Step = { readonly set: string; readonly to: string } | { readonly add: string } | { readonly remove: string };

const pools: Readonly<Record<string, readonly string[]>> = {
  text: ['', 'a', 'bb', 'abc', 'cab x', '5', '3', '12.5', 'axb', '2024-05-01'],
  barcode: ['', '123', 'abc'],
  integer: ['', '0', '1', '2', '3', '4', '6', '10', '-2'],
  decimal: ['', '0', '0.5', '2.5', '7.25', '-3.75', '10'],
  date: ['', '2024-02-29', '2024-05-01', '2024-07-31', '2026-01-15', '1999-12-31'],
  time: ['', '08:30:00.000', '23:59:59.000+02:00'],
  dateTime: ['', '2024-05-01T08:30:00.000Z', '2025-12-31T23:15:10.000Z'],
  acknowledge: ['', 'OK'],
  range: ['', '1', '2', '5', '9', '0.5'],
};

const shuffled = (names: readonly string[], random: Random): string[] =>
  names
    .map((name) => [random(1000), name] as const)
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name);

const answerFor = (run: Run, path: string, item: Item, random: Random): string => {
  const all = run.state(path)?.choices?.map(({ name }) => name) ?? [];
  const list = [...new Set([...all, ...(run.loaded.checklist.lists[item.list ?? '']?.map(({ name }) => name) ?? [])])];
  if (item.type === 'rank') return random(4) === 0 ? '' : shuffled([...new Set(all)], random).join(' ');
  if (item.type === 'select_one') return random(5) === 0 ? '' : (list[random(list.length)] ?? '');
  if (item.type === 'select_multiple')
    return shuffled(list, random)
      .slice(0, random(list.length + 1))
      .join(' ');
  const pool = pools[item.type] ?? [''];
  return pool[random(pool.length)] ?? '';
};

const rangesIn = (run: Run): string[] =>
  Object.keys(run.kept().counts).filter((path) => {
    const item = run.state(path)?.item;
    return item?.type === 'repeat' && item.repeatCount === undefined;
  });

export const nextStep = (run: Run, random: Random): Step | undefined => {
  const ranges = rangesIn(run);
  const range = ranges[random(ranges.length)];
  if (range !== undefined && random(4) === 0) {
    const count = run.kept().counts[range] ?? 0;
    if (count < 3 && random(3) > 0) return { add: range };
    if (count > 0) return { remove: `${range}[${1 + random(count)}]` };
  }
  const open = run.paths().filter((path) => {
    const state = run.state(path);
    return state && isAsked(state.item) && !state.readonly;
  });
  const path = open[random(open.length)];
  const state = path === undefined ? undefined : run.state(path);
  return path === undefined || state === undefined ? undefined : { set: path, to: answerFor(run, path, state.item, random) };
};

export const takeStep = (engine: Pick<Run, 'set' | 'add' | 'remove'> | Oracle, step: Step): void => {
  if ('set' in step) engine.set(step.set, step.to);
  else if ('add' in step) engine.add(step.add);
  else engine.remove(step.remove);
};

export const ourStates = (run: Run): Map<string, Said> =>
  new Map(
    run.paths().map((path) => {
      const state = run.state(path);
      if (!state) throw new Error(path);
      const { relevant, required, readonly, value, constraintOk, requiredOk, choices } = state;
      return [path, { relevant, required, readonly, value, constraintOk, requiredOk, choices: choices?.map(({ name }) => name) ?? null }];
    }),
  );

/** `path: what ours theirs` for everything that is not the same. */
export const differences = (ours: ReadonlyMap<string, Said>, theirs: ReadonlyMap<string, Said>): string[] => {
  const found: string[] = [];
  for (const path of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b] = [ours.get(path), theirs.get(path)];
    if (!a || !b) found.push(`${path}: only ${a ? 'ours' : 'theirs'}`);
    else
      for (const key of Object.keys(a) as (keyof Said)[]) {
        const [mine, other] = [JSON.stringify(a[key]), JSON.stringify(b[key])];
        if (mine !== other) found.push(`${path}: ${key} ${mine} ${other}`);
      }
  }
  return found;
};
