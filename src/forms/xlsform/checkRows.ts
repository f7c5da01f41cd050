/** Whole rows: words with markup, calculations without a calculation, translations that are missing. */
import type { Texts } from '../../domain/checklist.ts';
import { plainWords } from '../plainWords.ts';
import type { Checking } from './checking.ts';
import { type Draft, placeIn } from './draft.ts';
import { wholeForm } from './finding.ts';

const outside =
  /!\[[^[\]\n]{0,500}\]\([^()\n]{0,500}\)|<(?:img|audio|video|iframe|script|object|embed|link)\b|(?:https?:)?\/\/[^\s)"'/]{1,200}\.[a-z]{2,20}|(?:javascript|data|vbscript):/i;
const isDressed = (text: string): boolean => plainWords(text).replace(/\s/g, '') !== text.replace(/\s/g, '');

const wordsOf = ({ labels, hints, guidance, requiredMessages, constraintMessages }: Draft): readonly string[] =>
  [labels, hints, guidance, requiredMessages, constraintMessages].flatMap((texts) => Object.values(texts));

const checkMarkup = ({ drafts, lists, findings }: Checking): void => {
  let rows = 0;
  for (const draft of drafts.values()) {
    const words = wordsOf(draft);
    if (words.some((text) => isDressed(text))) rows += 1;
    const link = words.map((text) => outside.exec(text)?.[0]).find((found) => found !== undefined);
    if (link !== undefined) findings.add('text-outside-link', placeIn(draft, 'label'), { text: link });
  }
  for (const choices of lists.values())
    for (const { choice, place } of choices) {
      const words = Object.values(choice.labels);
      if (words.some((text) => isDressed(text))) rows += 1;
      const link = words.map((text) => outside.exec(text)?.[0]).find((found) => found !== undefined);
      if (link !== undefined) findings.add('text-outside-link', place, { text: link });
    }
  if (rows > 0) findings.add('text-markup', wholeForm, { values: { number: rows } });
};

const checkTranslations = ({ checklist, drafts, lists, findings }: Checking): void => {
  const other = checklist.defaultLanguage;
  const everything: Texts[] = [...drafts.values()].flatMap(({ labels, hints, guidance, requiredMessages, constraintMessages }) => [
    labels,
    hints,
    guidance,
    requiredMessages,
    constraintMessages,
  ]);
  for (const choices of lists.values()) for (const { choice } of choices) everything.push(choice.labels);
  for (const { name } of checklist.languages) {
    const missing = everything.filter((texts) => texts[name] === undefined && Object.keys(texts).length > 0).length;
    if (missing > 0) findings.add('translations-missing', wholeForm, { text: name, values: { language: name, other, number: missing } });
  }
};

const checkCalculations = ({ drafts, findings }: Checking): void => {
  for (const draft of drafts.values()) {
    if (draft.type !== 'calculate' || !draft.supported) continue;
    const { calculation, default: start } = draft.expressions;
    if (calculation === undefined && start === undefined)
      findings.add('calculation-missing', placeIn(draft, 'calculation'), { values: { name: draft.name } });
  }
};

export const checkRows = (checking: Checking): void => {
  checkMarkup(checking);
  checkTranslations(checking);
  checkCalculations(checking);
};
