/** Questions that choose from a list: whether the default is among the choices, and whether the list is all that is wanted. */
import { typedText } from '../engine/typed.ts';
import type { Checking } from './checking.ts';
import { type Draft, isExpression, itemOf, placeIn } from './draft.ts';
import { nearestTo } from './nearest.ts';

const checkDefault = (draft: Draft, list: string, { factsOf, lists, findings }: Checking): void => {
  const start = draft.expressions.default;
  const names = lists.has(list) ? factsOf(list)?.names : undefined;
  if (start === undefined || !names || /[${}()]/.test(start)) return;
  const wanted = draft.type === 'select_one' ? [start] : start.split(/\s+/);
  for (const text of wanted)
    if (!names.has(text))
      findings.add('default-not-in-list', placeIn(draft, 'default'), { text, suggestion: () => nearestTo(text, names), values: { list } });
};

const typed = new Set(['integer', 'decimal', 'range', 'date', 'time', 'dateTime']);

/** A default that the question would not take from a person either. */
const checkTypedDefault = (draft: Draft, { findings }: Checking): void => {
  const { default: text } = draft.expressions;
  if (text === undefined || !typed.has(draft.type) || isExpression('default', text) || typedText(itemOf(draft), text) !== '') return;
  findings.add('default-not-fitting', placeIn(draft, 'default'), {
    text,
    suggestion: text === 'today' || text === 'now' ? `${text}()` : undefined,
  });
};

export const checkLists = (checking: Checking): void => {
  for (const draft of checking.drafts.values()) {
    checkTypedDefault(draft, checking);
    const { list, appearance = '' } = draft;
    if (list === undefined) continue;
    checkDefault(draft, list, checking);
    if (/\bsearch\s*\(/i.test(appearance)) checking.findings.add('search-not-done', placeIn(draft, 'appearance'), { text: appearance });
  }
};
