import { loadChecklist } from '../engine/load.ts';
import { nameFinder } from '../engine/names.ts';
import type { Row } from '../engine/rows.ts';
import { parseExpression } from '../expression/parse.ts';
import { checkFiles } from './checkFiles.ts';
import type { Checking, FormToCheck } from './checking.ts';
import { checkLists } from './checkLists.ts';
import { checkLogic } from './checkLogic.ts';
import { checkRows } from './checkRows.ts';
import { type Draft, expressionFields, isExpression } from './draft.ts';
import { listFacts } from './listFacts.ts';
import { sayLoadProblems } from './loadFindings.ts';

const checkExpressions = (checking: Checking): void => {
  for (const row of checking.loaded.rows.slice(1)) {
    const draft = checking.drafts.get(row.path);
    if (!draft) continue;
    for (const field of expressionFields) {
      const text = draft.expressions[field];
      if (text === undefined || !isExpression(field, text)) continue;
      const parsed = parseExpression(text);
      if (!parsed.ok) continue;
      checkLogic({ checking, row, draft, field, text, expr: parsed.value, explained: new Set() });
    }
  }
};

const byName = (drafts: Iterable<Draft>): ReadonlyMap<string, readonly Draft[]> => {
  const named = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const others = named.get(draft.name);
    if (others) others.push(draft);
    else named.set(draft.name, [draft]);
  }
  return named;
};

export const checkForm = (form: FormToCheck): void => {
  const loaded = loadChecklist(form.checklist);
  const find = nameFinder(loaded.rows);
  const questionNamed = (here: Row, name: string): Draft | undefined => form.drafts.get(find(here, name)?.path ?? '');
  const named = byName(form.drafts.values());
  const checking: Checking = {
    ...form,
    loaded,
    named,
    factsOf: listFacts(form.lists, form.checklist.tables, form.choiceTable),
    questionNamed,
  };
  checkRows(checking);
  checkLists(checking);
  sayLoadProblems(checking);
  checkExpressions(checking);
  checkFiles(checking);
};
