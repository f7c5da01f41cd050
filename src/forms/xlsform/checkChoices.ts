/** Answers that expressions wait for: whether the list has such a choice, and whether it is written as one. */
import type { Expr } from '../expression/ast.ts';
import { partsOf } from '../expression/walk.ts';
import { insideBrackets } from './brackets.ts';
import type { LogicPlace } from './checking.ts';
import { type Draft, placeIn } from './draft.ts';
import type { ListFacts } from './listFacts.ts';
import { nearestTo } from './nearest.ts';

const chooses = ({ type }: Draft): boolean => type === 'select_one' || type === 'select_multiple' || type === 'rank';
/** A full stop is a path without any step. */
const isOwnValue = (part: Expr): boolean => part.kind === 'path' && part.from === 'here' && part.steps.every(({ axis }) => axis === 'self');

const askedBy = (part: Expr | undefined, { checking, row, draft, field }: LogicPlace): Draft | undefined => {
  if (part?.kind === 'reference') return checking.questionNamed(row, part.name);
  return part && field !== 'choiceFilter' && isOwnValue(part) ? draft : undefined;
};

const factsOf = (question: Draft, { checking }: LogicPlace): ListFacts | undefined =>
  checking.lists.has(question.list ?? '') ? checking.factsOf(question.list ?? '') : undefined;

const checkText = (value: string, question: Draft, place: LogicPlace): void => {
  const names = factsOf(question, place)?.names;
  if (!names || value === '' || names.has(value)) return;
  const { checking, draft, field } = place;
  const values = { name: question.name, list: question.list ?? '' };
  const suggestion = () => nearestTo(value, names);
  checking.findings.add('choice-not-in-list', placeIn(draft, field), { text: value, suggestion, values });
};

const checkNumber = (value: number, question: Draft, place: LogicPlace): void => {
  if (!factsOf(question, place)?.numbers.has(value)) checkText(String(value), question, place);
};

/** `${a} = yes`: read as a question or a column called yes. */
const checkBare = (part: Expr, question: Draft, place: LogicPlace): void => {
  if (part.kind !== 'path' || part.from !== 'here' || part.steps.length !== 1 || place.field === 'choiceFilter') return;
  const [step] = part.steps;
  if (step?.axis !== 'child') return;
  if (place.explained.has(part)) return;
  place.explained.add(part);
  const names = factsOf(question, place)?.names ?? new Set<string>();
  const near = (): string => (names.has(step.name) ? step.name : (nearestTo(step.name, names) ?? step.name));
  const { checking, draft, field } = place;
  checking.findings.add('choice-not-quoted', placeIn(draft, field), {
    text: step.name,
    suggestion: () => `'${near()}'`,
    values: { name: question.name },
  });
};

const checkComparison = (question: Draft, other: Expr, isEquals: boolean, place: LogicPlace): void => {
  if (other.kind === 'number') {
    checkNumber(other.value, question, place);
    return;
  }
  if (other.kind === 'path') {
    checkBare(other, question, place);
    return;
  }
  if (other.kind !== 'text') return;
  checkText(other.value, question, place);
  if (!isEquals || question.type === 'select_one' || other.value === '') return;
  const { checking, draft, field } = place;
  const suggestion = `selected(\${${question.name}}, '${other.value}')`;
  checking.findings.add('equals-on-several', placeIn(draft, field), { text: other.value, suggestion, values: { name: question.name } });
};

const checkSelected = (args: readonly Expr[], place: LogicPlace): void => {
  const [first, second] = args;
  const question = askedBy(first, place);
  if (!question || !chooses(question)) return;
  if (second?.kind === 'text') checkText(second.value, question, place);
  else if (second?.kind === 'number') checkNumber(second.value, question, place);
  else if (second) checkBare(second, question, place);
};

export const checkChoices = (place: LogicPlace): void => {
  // In brackets a bare word is a column or a question of the round, as it should be.
  for (const part of insideBrackets(place.expr)) place.explained.add(part);
  for (const part of partsOf(place.expr)) {
    if (part.kind === 'call' && part.name === 'selected') checkSelected(part.args, place);
    if (part.kind !== 'binary' || (part.op !== '=' && part.op !== '!=')) continue;
    for (const [one, other] of [
      [part.left, part.right],
      [part.right, part.left],
    ] as const) {
      const question = askedBy(one, place);
      if (question && chooses(question)) checkComparison(question, other, part.op === '=', place);
    }
  }
};
