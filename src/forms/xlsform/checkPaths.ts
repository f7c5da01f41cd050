/** Paths that lead nowhere: a bare word where `${...}`, quotation marks or brackets were meant, or a step to no question. */
import { readsOf } from '../engine/reads.ts';
import type { Expr } from '../expression/ast.ts';
import { functions } from '../expression/functions.ts';
import { type PathExpr, partsOf } from '../expression/walk.ts';
import type { LogicPlace } from './checking.ts';
import { placeIn } from './draft.ts';
import { nearestTo } from './nearest.ts';

/** What every form has beside its questions. */
const besideQuestions = /^(?:meta|model|instance|instanceID|instanceName)$/;

const bareWord = ({ from, steps: [first, ...rest] }: PathExpr): string | undefined =>
  from === 'here' && rest.length === 0 && first?.axis === 'child' && first.name !== '*' ? first.name : undefined;

const isChecked = (part: Expr, place: LogicPlace): part is PathExpr => {
  const { field, explained } = place;
  if (part.kind !== 'path' || part.steps.length === 0 || explained.has(part)) return false;
  if (part.steps.some(({ axis, name }) => axis === 'attribute' || besideQuestions.test(name))) return false;
  return part.from === 'root' || (part.from === 'here' && field !== 'choiceFilter') || climbsOutOfList(part, place);
};

/** A filter is tried on rows of the list, and nothing of the form is above those. */
const climbsOutOfList = ({ from, steps }: PathExpr, { field }: LogicPlace): boolean =>
  field === 'choiceFilter' && from === 'here' && steps[0]?.axis === 'parent';

const leadsNowhere = (part: PathExpr, place: LogicPlace): boolean => {
  const { checking, row } = place;
  if (climbsOutOfList(part, place)) return true;
  const { rows, findRow } = checking.loaded;
  return readsOf(part, { here: row, context: row, all: rows, find: findRow }).reads.length === 0;
};

const textOf = ({ from, steps }: PathExpr): string => {
  const words = steps.map(({ axis, name }) => (axis === 'parent' ? '..' : axis === 'self' ? '.' : name)).join('/');
  return from === 'root' ? `/${words}` : words;
};

const meantBy = (part: PathExpr, { checking }: LogicPlace): string | undefined => {
  const word = bareWord(part);
  const last = part.steps.at(-1)?.name ?? '';
  const question = checking.named.has(last) ? last : nearestTo(last, checking.named.keys());
  if (word === undefined) return question && `\${${question}}`;
  if (checking.named.has(word)) return `\${${word}}`;
  if (Object.hasOwn(functions, word.toLowerCase()) && functions[word.toLowerCase()]?.least === 0) return `${word.toLowerCase()}()`;
  return `'${word}'`;
};

export const checkPaths = (place: LogicPlace): void => {
  const { checking, draft, field, expr } = place;
  for (const part of partsOf(expr)) {
    if (!isChecked(part, place) || !leadsNowhere(part, place)) continue;
    checking.findings.add('path-unknown', placeIn(draft, field), { text: textOf(part), suggestion: () => meantBy(part, place) });
  }
};
