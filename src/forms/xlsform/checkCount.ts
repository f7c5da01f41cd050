/** How often a repeat is asked: whether what stands there can be a number at all. */
import type { LogicPlace } from './checking.ts';
import { placeIn } from './draft.ts';

/** A choice may be called 1, 2, 3. */
const neverNumbers = new Set(['text', 'select_multiple', 'rank', 'date', 'time', 'dateTime', 'note', 'acknowledge', 'group', 'repeat']);

export const checkCount = ({ checking, row, draft, field, expr }: LogicPlace): void => {
  if (field !== 'repeatCount' || expr.kind !== 'reference') return;
  const asked = checking.questionNamed(row, expr.name);
  if (!asked || !neverNumbers.has(asked.type) || asked.expressions.calculation !== undefined) return;
  if (asked.type === 'text' && /numbers/i.test(asked.appearance ?? '')) return;
  const text = `\${${expr.name}}`;
  const counts = asked.type === 'select_multiple' || asked.type === 'rank' ? `count-selected(${text})` : undefined;
  const suggestion = asked.type === 'repeat' ? `count(${text})` : counts;
  checking.findings.add('count-in-words', placeIn(draft, field), { text, suggestion, values: { name: expr.name } });
};
