/** Functions of answers with several choices, which are names separated by spaces. */
import { type Callables, callable, many, ofTexts } from '../callable.ts';
import type { Scope, Value } from '../model.ts';
import { isNodes, numbersOf, textsOf, toBoolean, toNumber, toText } from '../values.ts';

const names = (text: string): readonly string[] => text.trim().split(/[ \t\r\n]+/);

/** One truth for each node, or one for the whole value: an answered node is a ticked one. */
const ticks = (value: Value): readonly boolean[] =>
  isNodes(value) ? textsOf([value]).map((text) => text.trim() !== '') : [toBoolean(value)];

/** At least `min`, at most `max`; a `max` of -1 is no bound. */
const isBetween = (total: number, min: Value | undefined, max: Value | undefined, { now }: Scope): boolean => {
  const most = toNumber(max, now);
  return total >= toNumber(min, now) && (most === -1 || total <= most);
};

export const selects: Callables = {
  selected: ofTexts(2, 2, (list, name) => names(list).includes(name.trim())),
  'selected-at': callable(2, 2, ([list, place], { scope }) => names(toText(list))[Math.trunc(toNumber(place, scope.now))] ?? ''),
  'count-selected': ofTexts(1, 1, (list) => (list.trim() === '' ? 0 : names(list).length)),
  checklist: callable(2, many, ([min, max, ...rest], { scope }) => isBetween(rest.flatMap(ticks).filter(Boolean).length, min, max, scope)),
  'weighted-checklist': callable(2, many, ([min, max, ...rest], { scope }) => {
    let total = 0;
    for (let place = 0; place + 1 < rest.length; place += 2) {
      const weighed = numbersOf([rest[place + 1] ?? ''], scope.now);
      ticks(rest[place] ?? '').forEach((ticked, index) => {
        if (ticked) total += weighed[index] ?? 0;
      });
    }
    return isBetween(total, min, max, scope);
  }),
};
