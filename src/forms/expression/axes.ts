/** From a node along an axis, nearest first. */
import type { PathStep } from './ast.ts';
import type { ModelNode } from './model.ts';
import { lineOf } from './order.ts';

type Axis = PathStep['axis'];

const below = (node: ModelNode, found: ModelNode[]): ModelNode[] => {
  found.push(node);
  for (const child of node.children()) below(child, found);
  return found;
};

const siblings = (node: ModelNode): readonly ModelNode[] => node.parent?.children() ?? [];

const along: Readonly<Record<Axis, (node: ModelNode) => readonly ModelNode[]>> = {
  child: (node) => node.children(),
  parent: ({ parent }) => (parent ? [parent] : []),
  self: (node) => [node],
  'descendant-or-self': (node) => below(node, []),
  ancestor: (node) => lineOf(node).slice(1),
  'ancestor-or-self': lineOf,
  'following-sibling': (node) => siblings(node).slice(siblings(node).indexOf(node) + 1),
  'preceding-sibling': (node) =>
    siblings(node)
      .slice(0, Math.max(siblings(node).indexOf(node), 0))
      .reverse(),
  attribute: () => [],
};

export const isAxis = (text: string): text is Axis => Object.hasOwn(along, text);

export const isAnyName = (name: string): boolean => name === '*' || name === 'node()';

export const nodesAlong = ({ axis, name }: PathStep, node: ModelNode): readonly ModelNode[] => {
  if (isAnyName(name)) return along[axis](node);
  return axis === 'child' ? node.children(name) : along[axis](node).filter((one) => one.name === name);
};
