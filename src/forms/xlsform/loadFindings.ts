/** What the engine found while it made the form ready: what does not parse, what is not there, what goes in a circle. */
import { type LoadProblem, problemsIn, type Where } from '../engine/problems.ts';
import { usesIn } from '../engine/uses.ts';
import type { Checking } from './checking.ts';
import { type Draft, placeIn } from './draft.ts';
import { sayFailure } from './failureFindings.ts';
import { nearestTo } from './nearest.ts';

/** What the engine leaves unasked: only these hold an answer that others wait for. */
const asked = /^(text|integer|decimal|range|date|time|dateTime|select_one|select_multiple|rank|acknowledge|barcode)$/;
const waitsForAnswers = new Set<Where>(['relevant', 'required', 'readonly', 'constraint', 'choiceFilter', 'repeatCount']);
const inWords = new Set<Where>(['label', 'hint', 'guidance', 'constraintMessage', 'requiredMessage']);

const sayUnknown = (problem: Extract<LoadProblem, { type: 'unknown-question' }>, draft: Draft, checking: Checking): void => {
  const { name, where } = problem;
  const suggestion = (): string | undefined => {
    if (where === 'choiceFilter' && checking.factsOf(draft.list ?? '')?.columns.has(name)) return name;
    const near = nearestTo(name, checking.named.keys());
    return near && `\${${near}}`;
  };
  const details = { text: `\${${name}}`, suggestion, values: { name } };
  checking.findings.add(inWords.has(where) ? 'reference-in-text-unknown' : 'reference-unknown', placeIn(draft, where), details);
};

const sayCircle = (paths: readonly string[], draft: Draft, where: Where, checking: Checking): void => {
  const members = paths.map((path) => checking.drafts.get(path)).filter((member) => member !== undefined);
  const names = members.map(({ name }) => name).join(', ');
  const itself = members.length === 1 && where !== 'calculation';
  checking.findings.add(itself ? 'refers-to-itself' : 'circle', placeIn(draft, where), {
    text: draft.row.text(where),
    values: { name: draft.name, names },
  });
};

const sayProblem = (problem: LoadProblem, draft: Draft, checking: Checking): void => {
  const { findings } = checking;
  switch (problem.type) {
    case 'expression':
      sayFailure(problem.failure, placeIn(draft, problem.where), findings);
      return;
    case 'unknown-question':
      sayUnknown(problem, draft, checking);
      return;
    case 'circle':
      sayCircle(problem.paths, draft, problem.where, checking);
      return;
    case 'unknown-list':
      // Said, with the nearest name, where the lists are checked.
      undefined;
      return;
    case 'looks-at-too-much':
      findings.add('expression-too-long', placeIn(draft, problem.where), { text: draft.row.text(problem.where) });
      return;
  }
};

const sayLeftOut = (checking: Checking): void => {
  for (const { path, where, of } of usesIn(checking.loaded)) {
    const [draft, other] = [checking.drafts.get(path), checking.drafts.get(of)];
    if (!draft || !other || other.supported || other.type === 'today' || path === of) continue;
    checking.findings.add('refers-to-left-out', placeIn(draft, where), {
      text: `\${${other.name}}`,
      values: { name: other.name, other: other.row.number },
    });
  }
};

const sayLater = (checking: Checking): void => {
  const order = new Map(checking.loaded.rows.map(({ path, index }) => [path, index]));
  for (const { path, where, of } of usesIn(checking.loaded)) {
    const [draft, other] = [checking.drafts.get(path), checking.drafts.get(of)];
    if (!draft || !other || !waitsForAnswers.has(where) || !asked.test(other.type)) continue;
    if ((order.get(of) ?? 0) <= (order.get(path) ?? 0) || of.startsWith(`${path}/`)) continue;
    checking.findings.add('reference-later', placeIn(draft, where), {
      text: `\${${other.name}}`,
      values: { name: other.name, other: other.row.number },
    });
  }
};

export const sayLoadProblems = (checking: Checking): void => {
  for (const problem of problemsIn(checking.loaded)) {
    const draft = checking.drafts.get(problem.path);
    if (draft) sayProblem(problem, draft, checking);
  }
  sayLeftOut(checking);
  sayLater(checking);
};
