import type { Expr } from '../expression/ast.ts';
import { partsOf } from '../expression/walk.ts';
import { checkChoices } from './checkChoices.ts';
import { checkCount } from './checkCount.ts';
import { checkFilter } from './checkFilter.ts';
import type { LogicPlace } from './checking.ts';
import { checkPaths } from './checkPaths.ts';
import { type Draft, type ExpressionField, placeIn } from './draft.ts';

const namesItself = (part: Expr, draft: Draft): boolean =>
  (part.kind === 'path' && part.from === 'here' && part.steps.length === 0) ||
  (part.kind === 'call' && part.name === 'current' && !draft.children) ||
  (part.kind === 'path' && part.steps.some(({ axis }) => axis === 'self')) ||
  (part.kind === 'reference' && part.name === draft.name) ||
  (part.kind === 'path' && typeof part.from === 'string' && part.steps.at(-1)?.name === draft.name);

const checkConstraint = ({ checking, draft, field, text, expr }: LogicPlace): void => {
  if (field !== 'constraint' || draft.children || partsOf(expr).some((part) => namesItself(part, draft))) return;
  checking.findings.add('constraint-without-value', placeIn(draft, field), { text, suggestion: '.' });
};

/** Where only yes or no is wanted of what stands there. */
const conditionsIn = (expr: Expr): readonly Expr[] =>
  partsOf(expr).flatMap((part) => {
    if (part.kind === 'binary' && (part.op === 'and' || part.op === 'or')) return [part.left, part.right];
    if (part.kind === 'call' && (part.name === 'not' || part.name === 'if')) return part.args.slice(0, 1);
    return [];
  });
const conditional = new Set<ExpressionField>(['relevant', 'required', 'readonly', 'constraint', 'choiceFilter']);

const checkAlone = ({ checking, draft, field, expr }: LogicPlace): void => {
  const conditions = [...(conditional.has(field) ? [expr] : []), ...conditionsIn(expr)];
  for (const part of conditions) {
    if (part.kind === 'text' && part.value !== '') checking.findings.add('text-alone', placeIn(draft, field), { text: part.value });
    if (part.kind !== 'reference') continue;
    const text = `\${${part.name}}`;
    checking.findings.add('reference-alone', placeIn(draft, field), { text, suggestion: `${text} != ''` });
  }
};

const checkDivision = ({ checking, row, draft, field, expr }: LogicPlace): void => {
  for (const part of partsOf(expr)) {
    if (part.kind !== 'path' || typeof part.from === 'string' || part.from.kind !== 'reference') continue;
    const divided = checking.questionNamed(row, part.from.name);
    if (!divided || divided.children || part.steps[0]?.axis !== 'child') continue;
    checking.findings.add('slash-for-division', placeIn(draft, field), {
      text: `\${${part.from.name}}/${part.steps[0].name}`,
      suggestion: 'div',
    });
  }
};

const checkManyOfOneName = ({ checking, row, draft, field, expr }: LogicPlace): void => {
  for (const part of partsOf(expr)) {
    if (part.kind !== 'reference') continue;
    const others = checking.named.get(part.name) ?? [];
    const meant = checking.questionNamed(row, part.name);
    if (others.length < 2 || meant?.parent === draft.parent) continue;
    const rows = others.map((other) => other.row.number).join(', ');
    checking.findings.add('reference-of-many', placeIn(draft, field), { text: `\${${part.name}}`, values: { name: part.name, rows } });
  }
};

const checkDuration = ({ checking, draft, field, text, expr }: LogicPlace): void => {
  if (partsOf(expr).some((part) => part.kind === 'call' && part.name === 'duration'))
    checking.findings.add('duration-not-measured', placeIn(draft, field), { text });
};

export const checkLogic = (place: LogicPlace): void => {
  checkConstraint(place);
  checkAlone(place);
  checkDivision(place);
  checkManyOfOneName(place);
  checkChoices(place);
  checkFilter(place);
  checkPaths(place);
  checkCount(place);
  checkDuration(place);
};
