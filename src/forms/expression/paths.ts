/** Follows a path through the form. */
import type { Expr, PathStep } from './ast.ts';
import { nodesAlong } from './axes.ts';
import { type Context, spend } from './context.ts';
import type { ModelNode, Value } from './model.ts';
import { sortedOnce } from './order.ts';
import { toBoolean, toNodes } from './values.ts';

type Evaluate = (expr: Expr, context: Context) => Value;

/** `/data/x`, whatever the author calls the root; and `/x`, where the author left it out. */
const fromRoot = (root: ModelNode, steps: readonly PathStep[]): readonly PathStep[] => {
  const [first, ...rest] = steps;
  const namesRoot = first?.axis === 'child' && (first.name === '*' || root.children(first.name).length === 0);
  return namesRoot ? [{ ...first, axis: 'self', name: 'node()' }, ...rest] : steps;
};

const holdsAt = (value: Value, position: number): boolean => (typeof value === 'number' ? value === position : toBoolean(value));

/** A number chooses by position among all that the step found. */
const filtered = (nodes: readonly ModelNode[], predicate: Expr, context: Context, evaluate: Evaluate): readonly ModelNode[] => {
  const inside: Context = { ...context, size: nodes.length };
  return nodes.filter((node, index) => {
    inside.node = node;
    inside.position = index + 1;
    return spend(context, 1) && holdsAt(evaluate(predicate, inside), index + 1);
  });
};

const isBackwards = ({ axis }: PathStep): boolean => axis.startsWith('ancestor') || axis === 'preceding-sibling';

const found = (nodes: readonly ModelNode[], step: PathStep, context: Context): readonly ModelNode[] => {
  const [only] = nodes;
  if (only && nodes.length === 1) return nodesAlong(step, only);
  const all: ModelNode[] = [];
  for (const node of nodes) {
    const more = nodesAlong(step, node);
    if (!spend(context, more.length + 1)) return [];
    for (const one of more) all.push(one);
  }
  // Children of different nodes are different and already in order; along every other axis ways may meet.
  return step.axis === 'child' || step.axis === 'self' ? all : sortedOnce(all);
};

const stepFrom = (nodes: readonly ModelNode[], step: PathStep, context: Context, evaluate: Evaluate): readonly ModelNode[] => {
  let next = found(nodes, step, context);
  if (!spend(context, next.length)) return [];
  for (const predicate of step.predicates) next = filtered(next, predicate, context, evaluate);
  return isBackwards(step) ? sortedOnce(next) : next;
};

export const follow = (path: Extract<Expr, { kind: 'path' }>, context: Context, evaluate: Evaluate): readonly ModelNode[] => {
  const { from, steps } = path;
  const { root } = context.scope;
  let nodes: readonly ModelNode[];
  if (typeof from === 'string') nodes = [from === 'root' ? root : context.node];
  else nodes = toNodes(evaluate(from, context));
  for (const step of from === 'root' ? fromRoot(root, steps) : steps) nodes = stepFrom(nodes, step, context, evaluate);
  return nodes;
};
