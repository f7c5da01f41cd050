/**
 * Zawgyi writes Burmese with the same code points as Unicode and other letters behind them: what looks right on the phone it was
 * typed on is unreadable on every other. The tables are those of Google's myanmar-tools (scripts/zawgyiTables.mjs): how likely one
 * sign follows another in either way of writing, and what to put for what. In a file of its own that comes with the Burmese pack.
 */
import chances from './chances.json';
import rules from './rules.json';

interface State {
  readonly usual: number;
  readonly after: ReadonlyMap<number, number>;
}

/** `-0.2 0:0.4 7:-1`: what usually counts after this sign, and after which other signs something else. */
const stateOf = (line: string): State => {
  const [usual, ...pairs] = line.split(' ');
  return { usual: Number(usual), after: new Map(pairs.map((pair) => pair.split(':').map(Number) as [number, number])) };
};
const states = chances.map(stateOf);

/** The ranges that have a place in the tables, in their order; everything else shares place 0. */
const ranges = [
  [0x1000, 0x103f],
  [0x104a, 0x109f],
  [0xaa60, 0xaa7f],
  [0xa9e0, 0xa9ff],
  [0x2000, 0x200b],
] as const;

const placeOf = (code: number): number => {
  let before = 1;
  for (const [from, to] of ranges) {
    if (from <= code && code <= to) return before + code - from;
    before += to - from + 1;
  }
  return 0;
};

/** Below this nothing is said: a doubt is no reason to speak to somebody in the middle of a sentence. */
const certain = 0.95;

export const looksLikeZawgyi = (text: string): boolean => {
  let last = 0;
  let sum = 0;
  for (const place of [...Array.from({ length: text.length }, (_, at) => placeOf(text.charCodeAt(at))), 0]) {
    const state = states[last];
    if ((last !== 0 || place !== 0) && state) sum += state.after.get(place) ?? state.usual;
    last = place;
  }
  return 1 / (1 + Math.exp(sum)) > certain;
};

interface Rule {
  readonly find: RegExp;
  readonly put: string;
  readonly atStart: boolean;
  readonly again: boolean;
}
const phases: readonly (readonly Rule[])[] = rules.map((phase) =>
  phase.map((rule) => ({ find: new RegExp(rule.find, 'u'), put: rule.put, atStart: 'atStart' in rule, again: 'again' in rule })),
);

/** Goes through the text once: each rule that fits at this place is applied, and what it put is left behind unless it asks to be seen again. */
const runPhase = (phase: readonly Rule[], text: string): string => {
  let [done, left] = ['', text];
  for (let isStart = true; left.length > 0; isStart = false) {
    let fitted = false;
    for (const { find, put, atStart, again } of phase) {
      const match = atStart && !isStart ? null : find.exec(left);
      if (!match) continue;
      fitted = true;
      const rest = left.length - match[0].length;
      left = left.replace(find, put);
      const until = again ? 0 : left.length - rest;
      done += left.slice(0, until);
      left = left.slice(until);
    }
    if (!fitted) {
      done += left.slice(0, 1);
      left = left.slice(1);
    }
  }
  return done;
};

export const inUnicode = (zawgyi: string): string => phases.reduce((text, phase) => runPhase(phase, text), zawgyi);
