/** Functions of numbers. Whatever is asked of a blank is not a number, never 0. */
import { type Callable, type Callables, callable, many } from '../callable.ts';
import { numbersOf, toBoolean, toNumber } from '../values.ts';

const ofNumbers = (least: number, most: number, run: (first: number, second: number) => number): Callable =>
  callable(least, most, ([first, second = 0], { scope }) => run(toNumber(first, scope.now), toNumber(second, scope.now)));

/** Halves go away from zero: -2.5 gives -3, as in both web engines. */
const round = (number: number, decimals: number): number => {
  const shift = 10 ** decimals;
  return (Math.sign(number) * Math.round(Math.abs(number) * shift)) / shift;
};

/** Of nothing, or with anything blank among them, there is no smallest, largest or sum. */
const ofAll =
  (pick: (sofar: number, next: number) => number): Callable['run'] =>
  (values, { scope }) => {
    const [first = Number.NaN, ...rest] = numbersOf(values, scope.now);
    return rest.reduce((sofar, next) => pick(sofar, next), first);
  };

/** Called the same here and in JavaScript, and meaning the same. */
const plain = ['floor', 'abs', 'sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const;

export const numbers: Callables = {
  ...Object.fromEntries(plain.map((name) => [name, ofNumbers(1, 1, Math[name])])),
  number: callable(0, 1, ([value], { node, scope }) => toNumber(value ?? node.text(), scope.now)),
  int: ofNumbers(1, 1, Math.trunc),
  round: ofNumbers(1, 2, round),
  ceiling: ofNumbers(1, 1, Math.ceil),
  pow: ofNumbers(2, 2, (base, exponent) => base ** exponent),
  exp10: ofNumbers(1, 1, (exponent) => 10 ** exponent),
  atan2: ofNumbers(2, 2, Math.atan2),
  pi: ofNumbers(0, 0, () => Math.PI),
  min: callable(0, many, ofAll(Math.min)),
  max: callable(0, many, ofAll(Math.max)),
  sum: callable(
    1,
    1,
    ofAll((sofar, next) => sofar + next),
  ),
  random: callable(0, 0, (_, { scope }) => scope.random()),
  true: callable(0, 0, () => true),
  false: callable(0, 0, () => false),
  not: callable(1, 1, ([value]) => !toBoolean(value)),
  boolean: callable(1, 1, ([value]) => toBoolean(value)),
};
