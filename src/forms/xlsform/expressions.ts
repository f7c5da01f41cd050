/** Every expression of the form, read into what the engine takes: yes and no, mended references, nothing kept from another person. */
import type { Texts } from '../../domain/checklist.ts';
import { cleaned } from './cleanText.ts';
import { type Draft, type ExpressionField, expressionFields, placeIn } from './draft.ts';
import type { Findings } from './finding.ts';
import { type KnownNames, type Mended, mendExpression, mendWords } from './mend.ts';
import { condition } from './yesNo.ts';

const lastSaved = /\$\{\s*last-saved#/u;
/** As the engine tells a default that is worked out from one that is a value. */
const isWorkedOut = (text: string): boolean => /\$\{|[\w.:-]\(/u.test(text);
const looksLikeNumber = /^\d+(?:\.0+)?$/u;

const sayMended = ({ respelt, straightened }: Mended, draft: Draft, field: string, findings: Findings): void => {
  const place = placeIn(draft, field);
  if (straightened) findings.add('quotes-straightened', place, { text: draft.row.typed(field) });
  for (const { from, to } of respelt) findings.add('reference-respelt', place, { text: from, suggestion: to, values: { meant: to } });
};

const refuseLastSaved = (draft: Draft, field: ExpressionField, text: string, findings: Findings): void => {
  findings.add('kept-from-another-person', placeIn(draft, field), { text });
  delete draft.expressions[field];
  if (draft.type !== 'calculate' && draft.type !== 'hidden') return;
  draft.supported = false;
  draft.why = 'kept-from-another-person';
};

const readCondition = (draft: Draft, field: 'required' | 'readonly', text: string, findings: Findings): string | undefined => {
  const said = condition(text);
  if (said === undefined) findings.add('yes-no-unclear', placeIn(draft, field), { text });
  return said;
};

/** `yes` alone is `true()` everywhere, as in the reference converter: without quotation marks it could mean nothing else. */
const asWord = (field: ExpressionField, text: string): string => {
  const isWord = field === 'relevant' || field === 'constraint' || field === 'calculation';
  return isWord && /^(?:yes|no|true|false)$/i.test(text) ? (condition(text) ?? text) : text;
};

const isConstant = (text: string): boolean => text === 'true()' || text === 'false()';

const readField = (draft: Draft, field: ExpressionField, names: KnownNames, findings: Findings): void => {
  const written = draft.expressions[field];
  if (written === undefined || (field === 'default' && !isWorkedOut(written))) return;
  if (lastSaved.test(written)) {
    refuseLastSaved(draft, field, written, findings);
    return;
  }
  const text = field === 'required' || field === 'readonly' ? readCondition(draft, field, written, findings) : asWord(field, written);
  delete draft.expressions[field];
  if (text === undefined) return;
  if (isConstant(text)) {
    draft.expressions[field] = text;
    return;
  }
  const mended = mendExpression(text, names);
  sayMended(mended, draft, field, findings);
  if (field === 'repeatCount' && /^[\p{L}\s]+$/u.test(mended.text)) {
    findings.add('count-not-a-number', placeIn(draft, field), { text: mended.text });
    return;
  }
  draft.expressions[field] = field === 'repeatCount' && looksLikeNumber.test(mended.text) ? String(Number(mended.text)) : mended.text;
};

const wordFields = [
  ['labels', 'label'],
  ['hints', 'hint'],
  ['guidance', 'guidance'],
  ['requiredMessages', 'requiredMessage'],
  ['constraintMessages', 'constraintMessage'],
] as const;

const mendTexts = (texts: Texts, draft: Draft, field: string, names: KnownNames, findings: Findings): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, written]) => {
      const mended = mendWords(written, names);
      sayMended(mended, draft, field, findings);
      return [language, mended.text];
    }),
  );

const knownNames = (drafts: readonly Draft[]): KnownNames => {
  const names = new Map<string, string>();
  for (const { writtenName, name } of drafts) {
    // A second of the same name is meant by nobody who writes that name.
    if (!names.has(name)) names.set(name, name);
    const written = cleaned(writtenName, true);
    if (written !== '' && !names.has(written)) names.set(written, name);
  }
  return names;
};

export const readExpressions = (drafts: readonly Draft[], findings: Findings): void => {
  const names = knownNames(drafts);
  for (const draft of drafts) {
    for (const field of expressionFields) readField(draft, field, names, findings);
    for (const [key, field] of wordFields) draft[key] = mendTexts(draft[key], draft, field, names, findings);
    if (draft.trigger) draft.trigger = draft.trigger.map((name) => names.get(name) ?? name);
  }
};
