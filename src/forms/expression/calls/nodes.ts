/** Functions of nodes: counting, choosing among repeats, look-ups in lists and tables. */
import { type Callables, callable, many } from '../callable.ts';
import { type Context, spend } from '../context.ts';
import { type ModelNode, madeNode, type Scope, type Value } from '../model.ts';
import { lineOf } from '../order.ts';
import { shuffled } from '../shuffle.ts';
import { toNodes, toNumber, toText } from '../values.ts';

/** Every node of the form that is called like this one all the way up: all instances, wherever the expression stands. */
const allLike = (node: ModelNode): readonly ModelNode[] =>
  node.parent ? allLike(node.parent).flatMap((above) => above.children(node.name)) : [node];

const within = (value: Value | undefined, above: ModelNode | undefined, context: Context): readonly ModelNode[] => {
  const [example] = toNodes(value);
  const all = example ? allLike(example) : [];
  if (!spend(context, all.length)) return [];
  return above ? all.filter((node) => lineOf(node).includes(above)) : all;
};

/** `indexed-repeat(x, outer, 2, inner, 1)`: repeats may come in any order, the outer one contains the inner. */
const indexedRepeat = ([target, ...pairs]: readonly Value[], context: Context): readonly ModelNode[] => {
  const levels: { readonly repeat: Value; readonly index: number; readonly depth: number }[] = [];
  for (let place = 0; place + 1 < pairs.length; place += 2) {
    const repeat = pairs[place] ?? '';
    levels.push({
      repeat,
      index: toNumber(pairs[place + 1], context.scope.now),
      depth: toNodes(repeat).slice(0, 1).flatMap(lineOf).length,
    });
  }
  let above: ModelNode | undefined;
  for (const { repeat, index } of levels.sort((a, b) => a.depth - b.depth)) {
    above = within(repeat, above, context)[index - 1];
    if (!above) return [];
  }
  return within(target, above, context);
};

const instance = (name: string, scope: Scope): readonly ModelNode[] => {
  const root = scope.instance(name);
  if (!root) return [];
  return [madeNode(name, null, '', (wanted = root.name) => (wanted === root.name ? [root] : []))];
};

/** The column of the first row whose key column holds the key. */
const lookUp = ([table, column, keyColumn, key]: readonly Value[], context: Context): string => {
  const wanted = toText(key);
  const items = context.scope.instance(toText(table))?.children('item') ?? [];
  const row = spend(context, items.length) ? items.find((item) => item.children(toText(keyColumn))[0]?.text() === wanted) : undefined;
  return row?.children(toText(column))[0]?.text() ?? '';
};

const placeAmongSiblings = (node: ModelNode): number => (node.parent?.children(node.name).indexOf(node) ?? 0) + 1;

export const nodes: Callables = {
  count: callable(1, 1, ([value]) => toNodes(value).length),
  'count-non-empty': callable(1, 1, ([value]) => toNodes(value).filter((node) => node.text() !== '').length),
  position: callable(0, 1, ([value], { position }) => {
    if (value === undefined) return position;
    const [first] = toNodes(value);
    return first ? placeAmongSiblings(first) : Number.NaN;
  }),
  last: callable(0, 0, (_, { size }) => size),
  current: callable(0, 0, (_, { scope }) => [scope.here]),
  instance: callable(1, 1, ([name], { scope }) => instance(toText(name), scope)),
  pulldata: callable(4, 4, lookUp),
  'indexed-repeat': callable(3, many, indexedRepeat),
  randomize: callable(1, 2, ([value, seed], { scope }) => shuffled(toNodes(value), seed, scope.random)),
  name: callable(0, 1, ([value], { node }) => (value === undefined ? node.name : (toNodes(value)[0]?.name ?? ''))),
};
