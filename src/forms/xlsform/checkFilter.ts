/** A choice filter: every bare word in it is a column of the list. */
import type { Expr } from '../expression/ast.ts';
import { partsOf } from '../expression/walk.ts';
import { insideBrackets } from './brackets.ts';
import type { LogicPlace } from './checking.ts';
import { placeIn } from './draft.ts';
import { nearestTo } from './nearest.ts';

/** Not what stands in the brackets of another list. */
const bareWords = (expr: Expr): readonly string[] => {
  const inBrackets = insideBrackets(expr);
  return partsOf(expr).flatMap((part) => {
    if (part.kind !== 'path' || part.from !== 'here' || part.steps.length !== 1 || inBrackets.has(part)) return [];
    const [step] = part.steps;
    return step?.axis === 'child' && step.name !== '*' ? [step.name] : [];
  });
};

export const checkFilter = ({ checking, draft, field, expr }: LogicPlace): void => {
  const facts = field === 'choiceFilter' ? checking.factsOf(draft.list ?? '') : undefined;
  if (!facts) return;
  for (const name of bareWords(expr)) {
    if (facts.columns.has(name)) continue;
    const suggestion = facts.cells.has(name) ? `'${name}'` : nearestTo(name, facts.columns);
    checking.findings.add('filter-column-unknown', placeIn(draft, field), {
      text: name,
      suggestion,
      values: { list: draft.list ?? '', name },
    });
  }
};
