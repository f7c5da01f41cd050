/** Parts that repeat: one more, one less. Answers are kept by place, so those behind a removed instance move up by one. */
import type { Answers } from '../../domain/screening.ts';
import type { Run } from '../engine/run.ts';
import { textOf } from './answers.ts';
import { keysOf } from './keys.ts';
import { questionsIn } from './places.ts';
import { questionsToAsk } from './questions.ts';

interface Instance {
  /** `/children` of `/children[2]`. */
  readonly repeat: string;
  readonly at: number;
}

const instanceIn = (path: string): Instance | null => {
  const found = /^(.*)\[(\d+)\]$/su.exec(path);
  return found?.[1] !== undefined ? { repeat: found[1], at: Number(found[2]) } : null;
};

/** Where a path is once the instance is gone; `null` for what goes with it. */
const movedUp = (path: string, { repeat, at }: Instance): string | null => {
  const found = path.startsWith(`${repeat}[`) ? /^\[(\d+)\](.*)$/su.exec(path.slice(repeat.length)) : null;
  if (!found) return path;
  const place = Number(found[1]);
  if (place === at) return null;
  return place > at ? `${repeat}[${place - 1}]${found[2]}` : path;
};

/** Takes an instance out of the run and gives the answers without it. */
export const removeInstance = (run: Run, answers: Answers, path: string): Answers => {
  const gone = instanceIn(path);
  if (!gone || !run.remove(path)) return answers;
  const { keyOf, pathOf } = keysOf(run.loaded.checklist);
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => {
      const moved = movedUp(pathOf(key), gone);
      return moved === null ? [] : [[keyOf(moved), answer]];
    }),
  );
};

/** One more instance; where its first question is kept, or its own path where it has none. */
export const addInstance = (run: Run, repeat: string): string | null => {
  const path = run.add(repeat);
  if (path === null) return null;
  return questionsToAsk(run).find((asked) => asked.path.startsWith(`${path}/`))?.key ?? path;
};

/** What an instance may be called by: the first thing that was said in it. */
export const nameOfInstance = (places: Parameters<typeof questionsIn>[0], answers: Answers): string | null => {
  const [first] = questionsIn(places);
  const text = first?.item.type === 'text' ? textOf(answers[first.key]).trim() : '';
  return text === '' ? null : text;
};
