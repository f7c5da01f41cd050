/** Where an evaluation stands. One object moves along a list while a predicate is tried, so that a long list costs no memory. */
import type { ModelNode, Scope } from './model.ts';

export interface Context {
  readonly scope: Scope;
  /** What `.` is. */
  node: ModelNode;
  /** `position()` and `last()`. */
  position: number;
  size: number;
  /** Shared by all contexts of one evaluation. */
  readonly effort: Effort;
}

/** How much may still be looked at: `//*[//*[//*]]` over a long form would otherwise never end. */
export interface Effort {
  left: number;
}

const mostNodes = 1_000_000;

export const contextOf = (scope: Scope, node: ModelNode): Context => ({ scope, node, position: 1, size: 1, effort: { left: mostNodes } });

/** False once the evaluation has looked at too much; whatever is asked then finds nothing more. */
export const spend = ({ effort }: Context, nodes: number): boolean => {
  effort.left -= nodes;
  return effort.left > 0;
};
