/** Forms made up by a seed: rows of every kind that hide, count, filter and calculate from rows written before them. */
import type { Item } from '../../../src/domain/checklist.ts';
import { calculate, date, decimal, group, integer, item, one, type Rest, repeat, several, text } from '../engine/building.ts';
import { randomBy } from './drive.ts';
import { type Form, form } from './forms/form.ts';

type Random = ReturnType<typeof randomBy>;
type Kind = 'number' | 'words' | 'one' | 'several' | 'day';

interface Known {
  readonly name: string;
  readonly kind: Kind;
  readonly list?: string;
  readonly inRepeat: boolean;
}

const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  yn: ['yes', 'no'],
  abc: ['a', 'b', 'c', 'd'],
  states: ['il', 'in', 'wi'],
};

const test = (random: Random, { name, kind, list = 'yn' }: Known): string => {
  const ref = `\${${name}}`;
  const value = () => pick(random, valuesOf[list] ?? ['x']);
  const tests: Readonly<Record<Kind, readonly string[]>> = {
    number: [`${ref} > ${random(6)}`, `${ref} <= ${random(8)}`, `${ref} != ''`, `${ref} = ${random(4)}`, `coalesce(${ref}, 3) < 4`],
    words: [`${ref} != ''`, `string-length(${ref}) > 2`, `contains(${ref}, 'a')`, `regex(${ref}, '^[a-c]+$')`, `not(${ref} = 'bb')`],
    one: [`${ref} = '${value()}'`, `${ref} != '${value()}'`, `selected(${ref}, '${value()}')`, `${ref} = ''`],
    several: [`selected(${ref}, '${value()}')`, `count-selected(${ref}) > 1`, `not(selected(${ref}, '${value()}'))`],
    day: [`${ref} > date('2024-05-01')`, `${ref} != ''`],
  };
  return pick(random, tests[kind]);
};

const condition = (random: Random, known: readonly Known[]): string => {
  const first = test(random, pick(random, known));
  if (random(3) > 0) return first;
  const joined = `${first} ${pick(random, ['and', 'or'])} ${test(random, pick(random, known))}`;
  return random(4) === 0 ? `not(${joined})` : joined;
};

const amount = (random: Random, known: readonly Known[]): string => {
  const numbers = known.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0) return `${random(9)}`;
  const ref = () => `\${${pick(random, numbers).name}}`;
  return pick(random, [
    `${ref()} + ${ref()}`,
    `${ref()} * 2 - 1`,
    `coalesce(${ref()}, 0) + ${random(5)}`,
    `if(${condition(random, known)}, ${ref()}, 0)`,
  ]);
};

const sentence = (random: Random, known: readonly Known[]): string => {
  const ref = () => `\${${pick(random, known).name}}`;
  return pick(random, [
    `concat(${ref()}, '-', ${ref()})`,
    `if(${condition(random, known)}, ${ref()}, 'none')`,
    `string-length(${ref()})`,
    `concat(${ref()}, 'x')`,
  ]);
};

const rulesFor = (random: Random, known: readonly Known[]): Rest => {
  if (known.length === 0) return {};
  return {
    ...(random(3) === 0 && { relevant: condition(random, known) }),
    ...(random(4) === 0 && { required: random(2) === 0 ? 'true()' : condition(random, known) }),
    ...(random(8) === 0 && { readonly: condition(random, known) }),
  };
};

const asked = (random: Random, name: string, known: readonly Known[]): readonly [Item, Omit<Known, 'inRepeat'>] => {
  const rules = rulesFor(random, known);
  const choose = pick(random, ['yn', 'abc', 'states']);
  switch (random(9)) {
    case 0:
      return [integer(name, { ...rules, ...(random(3) === 0 && { constraint: `. > ${random(4)}` }) }), { name, kind: 'number' }];
    case 1:
      return [decimal(name, rules), { name, kind: 'number' }];
    case 2:
      return [text(name, { ...rules, ...(random(3) === 0 && { constraint: 'string-length(.) < 4' }) }), { name, kind: 'words' }];
    case 3:
      return [date(name, rules), { name, kind: 'day' }];
    case 4:
      return [several(name, choose, rules), { name, kind: 'several', list: choose }];
    case 5: {
      const states = known.filter(({ kind, list }) => kind === 'one' && list === 'states');
      const filter = states.length > 0 ? { choiceFilter: `state = \${${pick(random, states).name}}` } : {};
      return [one(name, 'cities', { ...rules, ...filter }), { name, kind: 'words' }];
    }
    case 6:
      return [item(name, 'acknowledge', rules), { name, kind: 'words' }];
    default:
      return [one(name, choose, rules), { name, kind: 'one', list: choose }];
  }
};

const worked = (random: Random, name: string, known: readonly Known[]): readonly [Item, Omit<Known, 'inRepeat'>] =>
  random(2) === 0
    ? [calculate(name, amount(random, known), random(4) === 0 ? { relevant: condition(random, known) } : {}), { name, kind: 'number' }]
    : [calculate(name, sentence(random, known)), { name, kind: 'words' }];

class Weaving {
  readonly #random: Random;
  #count = 0;
  readonly #known: Known[] = [];

  constructor(seed: number) {
    this.#random = randomBy(seed);
  }

  #visible(inRepeat: boolean): Known[] {
    return this.#known.filter((known) => inRepeat || !known.inRepeat);
  }

  rows(size: number, depth: number, inRepeat: boolean): Item[] {
    const made: Item[] = [];
    while (made.length < size) made.push(this.#row(depth, inRepeat));
    return made;
  }

  #row(depth: number, inRepeat: boolean): Item {
    const random = this.#random;
    const name = `q${++this.#count}`;
    const known = this.#visible(inRepeat);
    if (depth > 0 && known.length > 1 && random(5) === 0) return this.#container(name, known, depth, inRepeat);
    const [row, knows] = known.length > 1 && random(3) === 0 ? worked(random, name, known) : asked(random, name, known);
    this.#known.push({ ...knows, inRepeat });
    return row;
  }

  #container(name: string, known: readonly Known[], depth: number, inRepeat: boolean): Item {
    const random = this.#random;
    const rules = random(2) === 0 ? { relevant: condition(random, known) } : {};
    if (inRepeat || random(2) === 0) return group(name, this.rows(3, depth - 1, inRepeat), rules);
    const numbers = known.filter(({ kind }) => kind === 'number');
    const counted = numbers.length > 0 && random(2) === 0 ? { repeatCount: `if(\${${pick(random, numbers).name}} > 2, 2, 1)` } : {};
    const inside = this.rows(3, depth - 1, true);
    // Nothing after the repeat reads what is in it: which of its rounds is meant is for forms written by hand.
    const kept = this.#known.filter((each) => !each.inRepeat);
    this.#known.splice(0, this.#known.length, ...kept);
    return repeat(name, inside, { ...rules, ...counted });
  }
}

export const wovenForm = (seed: number): Form => form(`woven ${seed}`, new Weaving(seed).rows(12, 2, false));
