/**
 * When a question is asked, as somebody picks it: these answers to those questions. Written as an expression like everybody else's, and
 * read back from one where it has that shape; one that says more stays as its author wrote it, and the editor shows its text.
 */
import type { Item } from '../../domain/checklist.ts';
import type { BinaryOp, Expr } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';

export type Pick =
  /** One of these answers was given, or (`is-not`) none of them; not answered at all is none of them too. */
  | { readonly question: string; readonly says: 'is' | 'is-not'; readonly answers: readonly string[] }
  | { readonly question: string; readonly says: 'at-least' | 'at-most'; readonly number: number }
  | { readonly question: string; readonly says: 'answered' };

export interface Condition {
  readonly match: 'all' | 'any';
  readonly picks: readonly Pick[];
}

/** Which questions hold several answers: the same choice is asked for in another way there. */
export type HoldsSeveral = (question: string) => boolean;

export const holdsSeveral = ({ type }: { readonly type: Item['type'] }): boolean => type === 'select_multiple' || type === 'rank';

/** Names and choices cannot hold both kinds of quotes in what people pick here; the reader renames such choices. */
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

const oneOf = (question: string, answers: readonly string[], several: boolean): string =>
  answers.map((answer) => (several ? `selected(\${${question}}, ${quoted(answer)})` : `\${${question}} = ${quoted(answer)}`)).join(' or ');

const textOf = (pick: Pick, several: HoldsSeveral): string => {
  const reference = `\${${pick.question}}`;
  switch (pick.says) {
    case 'is':
      return oneOf(pick.question, pick.answers, several(pick.question));
    case 'is-not':
      return `not(${oneOf(pick.question, pick.answers, several(pick.question))})`;
    case 'at-least':
      return `${reference} >= ${pick.number}`;
    case 'at-most':
      return `${reference} <= ${pick.number}`;
    case 'answered':
      return `${reference} != ''`;
  }
};

const isEmpty = (pick: Pick): boolean => 'answers' in pick && pick.answers.length === 0;

/** `undefined`: asked always, because nothing was picked. */
export const expressionOf = ({ match, picks }: Condition, several: HoldsSeveral): string | undefined => {
  const texts = picks.filter((pick) => !isEmpty(pick)).map((pick) => textOf(pick, several));
  if (texts.length <= 1) return texts[0];
  return match === 'any'
    ? texts.join(' or ')
    : texts.map((text) => (text.includes(' or ') && !text.startsWith('not(') ? `(${text})` : text)).join(' and ');
};

const chain = (expr: Expr, op: BinaryOp): readonly Expr[] =>
  expr.kind === 'binary' && expr.op === op ? [...chain(expr.left, op), ...chain(expr.right, op)] : [expr];

const comparison = (op: BinaryOp, question: string, right: Expr): Pick | null => {
  if (right.kind === 'number' && op === '>=') return { question, says: 'at-least', number: right.value };
  if (right.kind === 'number' && op === '<=') return { question, says: 'at-most', number: right.value };
  const answer = right.kind === 'text' ? right.value : right.kind === 'number' ? String(right.value) : null;
  if (answer === null) return null;
  if (op === '!=' && answer === '') return { question, says: 'answered' };
  if (answer === '') return null;
  if (op === '=') return { question, says: 'is', answers: [answer] };
  return op === '!=' ? { question, says: 'is-not', answers: [answer] } : null;
};

const selectedPick = (args: readonly Expr[]): Pick | null => {
  const [of, answer] = args;
  return of?.kind === 'reference' && answer?.kind === 'text' ? { question: of.name, says: 'is', answers: [answer.value] } : null;
};

/** Neighbours about one question, all of them `is`, are one pick with several answers. */
const joined = (picks: readonly Pick[]): readonly Pick[] => {
  const done: Pick[] = [];
  for (const pick of picks) {
    const last = done.at(-1);
    const same = last?.says === 'is' && pick.says === 'is' && last.question === pick.question;
    if (same) done[done.length - 1] = { ...last, answers: [...last.answers, ...pick.answers] };
    else done.push(pick);
  }
  return done;
};

const onePick = (expr: Expr): Pick | null => {
  if (expr.kind === 'binary' && expr.op === 'or') {
    const picks = allOf(chain(expr, 'or'));
    const one = picks && joined(picks);
    return one?.length === 1 ? (one[0] ?? null) : null;
  }
  if (expr.kind === 'binary' && expr.left.kind === 'reference') return comparison(expr.op, expr.left.name, expr.right);
  if (expr.kind !== 'call') return null;
  if (expr.name === 'selected') return selectedPick(expr.args);
  const inner = expr.name === 'not' && expr.args[0] ? onePick(expr.args[0]) : null;
  return inner?.says === 'is' ? { ...inner, says: 'is-not' } : null;
};

const allOf = (parts: readonly Expr[]): readonly Pick[] | null => {
  const picks = parts.map(onePick);
  return picks.every((pick) => pick !== null) ? picks : null;
};

/** What was picked, or `null` for an expression that says more than can be picked. Nothing written is nothing picked. */
export const conditionOf = (expression: string | undefined): Condition | null => {
  if (expression === undefined || expression.trim() === '') return { match: 'all', picks: [] };
  const parsed = parseExpression(expression);
  if (!parsed.ok) return null;
  const single = onePick(parsed.value);
  if (single) return { match: 'all', picks: [single] };
  const { value } = parsed;
  const match = value.kind === 'binary' && value.op === 'or' ? 'any' : 'all';
  const picks = allOf(chain(value, match === 'any' ? 'or' : 'and'));
  return picks && { match, picks: match === 'any' ? joined(picks) : picks };
};
