/** Node-sets hold each node once and are in document order: the first of them is what a text or number is made from. */
import type { ModelNode } from './model.ts';

/** The node itself and whatever is around it, outward. */
export const lineOf = <Part extends { readonly parent: Part | null }>(part: Part): Part[] => {
  const line: Part[] = [];
  for (let up: Part | null = part; up; up = up.parent) line.push(up);
  return line;
};

const inOrder = (a: ModelNode, b: ModelNode): number => {
  const [lineA, lineB] = [lineOf(a).reverse(), lineOf(b).reverse()];
  const fork = lineA.findIndex((node, place) => node !== lineB[place]);
  const [childA, childB] = [lineA[fork], lineB[fork]];
  if (fork < 0 || !childA || !childB) return lineA.length - lineB.length;
  const among = childA.parent?.children() ?? [];
  return among.indexOf(childA) - among.indexOf(childB);
};

export const sortedOnce = (nodes: readonly ModelNode[]): readonly ModelNode[] => [...new Set(nodes)].sort(inOrder);
