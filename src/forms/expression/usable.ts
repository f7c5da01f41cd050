/** Whether a call can be run: its function is known, it is given as many arguments as it takes, and a pattern is one that we match. */
import { functionCalled } from './functions.ts';
import { isPatternSupported } from './pattern/matchesPattern.ts';
import type { CallExpr } from './walk.ts';

export const isUsable = ({ name, args }: CallExpr): boolean => {
  const known = functionCalled(name);
  if (!known || args.length < known.least || args.length > known.most) return false;
  const [, pattern] = args;
  return name !== 'regex' || pattern?.kind !== 'text' || isPatternSupported(pattern.value);
};
