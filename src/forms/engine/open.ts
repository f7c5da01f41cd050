/** Opens a run of a checklist: what a screen reads and sets. What follows from an answer is worked out in recalculate.ts. */
import { isAsked } from '../../domain/itemTypes.ts';
import { toBoolean, toText } from '../expression/values.ts';
import { choicesFrom, choosesFromList, chosenText } from './choosing.ts';
import type { Loaded } from './load.ts';
import { type Asked, type Node, stale } from './nodes.ts';
import { findNode, nodesIn } from './places.ts';
import { isCollected, Recalculation } from './recalculate.ts';
import type { KeptRun, NodeState, Run, RunDeps } from './run.ts';
import { typedText } from './typed.ts';
import { wordsOf } from './words.ts';

/** Nobody waits for these: they are looked at again when somebody asks. */
const holds = (answers: Recalculation, node: Node, aspect: Asked): boolean => {
  const expr = node.row.expressions[aspect];
  if (expr === undefined) return aspect === 'constraint';
  if (node.stale & stale[aspect]) node.truths[aspect] = toBoolean(answers.run(expr, node));
  node.stale &= ~stale[aspect];
  return node.truths[aspect] === true;
};

const isReadonly = (answers: Recalculation, node: Node): boolean => {
  for (let around: Node | null = node; around; around = around.parent) if (holds(answers, around, 'readonly')) return true;
  return node.row.item.type === 'note';
};

const choicesOf = (answers: Recalculation, node: Node): NodeState['choices'] => {
  if (!choosesFromList(node.row.item)) return null;
  const offer = answers.offerOf(node);
  node.choices ??= offer ? choicesFrom(offer) : [];
  return node.choices;
};

const stateOf = (answers: Recalculation, node: Node): NodeState => {
  const { value, isRelevant, row } = node;
  const { item } = row;
  // What is never asked cannot be missing.
  const required = isCollected(row) && item.hidden !== true && holds(answers, node, 'required');
  return {
    path: node.path(),
    item,
    relevant: isRelevant,
    required,
    readonly: isReadonly(answers, node),
    value,
    constraintOk: value === '' || holds(answers, node, 'constraint'),
    requiredOk: !isRelevant || !required || value !== '',
    choices: choicesOf(answers, node),
  };
};

const answerText = (answers: Recalculation, node: Node, text: string): string => {
  const { item } = node.row;
  if (!choosesFromList(item)) return typedText(item, text);
  return chosenText(item.type, text, choicesOf(answers, node) ?? []);
};

const keptOf = ({ form }: Recalculation): KeptRun => {
  const values: Record<string, string> = {};
  const counts: Record<string, number> = {};
  for (const node of nodesIn(form)) {
    if (node.isRange()) counts[node.path()] = node.round.roundsOf(node.row).length;
    else if (node.kept !== '') values[node.path()] = node.kept;
  }
  return { values, counts };
};

const pathsOf = ({ form }: Recalculation): readonly string[] =>
  nodesIn(form)
    .filter((node) => !node.isRange())
    .map((node) => node.path())
    .slice(1);

/** What was found stays found until rounds come or go. */
const finderIn = (answers: Recalculation) => {
  const nodes = new Map<string, Node>();
  let paths: readonly string[] = [];
  let { shape } = answers;
  const lookAgain = (): void => {
    if (shape === answers.shape) return;
    shape = answers.shape;
    nodes.clear();
    paths = [];
  };
  return {
    at: (path: string): Node | undefined => {
      lookAgain();
      const node = nodes.get(path) ?? findNode(answers.form, path);
      if (node) nodes.set(path, node);
      return node;
    },
    paths: (): readonly string[] => {
      lookAgain();
      if (paths.length === 0) paths = pathsOf(answers);
      return paths;
    },
  };
};

export const openRun = (loaded: Loaded, deps: RunDeps, kept?: KeptRun): Run => {
  const answers = new Recalculation(loaded, deps, kept);
  const { at, paths } = finderIn(answers);
  let revision = 0;
  const settle = (range?: Node): void => {
    if (range) answers.shapeChanged(range);
    answers.settle();
    revision += 1;
  };
  return {
    loaded,
    set: (path, value) => {
      const node = at(path);
      if (!node || !isAsked(node.row.item) || isReadonly(answers, node)) return false;
      node.kept = answerText(answers, node, value);
      answers.touch(node, stale.answer);
      settle();
      return true;
    },
    add: (repeat) => {
      const range = findNode(answers.form, repeat, true);
      if (!range?.isRange() || range.row.expressions.repeatCount) return null;
      const made = answers.grow(range);
      if (made) settle(range);
      return made?.top().path() ?? null;
    },
    remove: (instance) => {
      const node = at(instance);
      const range = node?.row.isRepeat && !node.isRange() ? node.round.around?.nodes[node.row.slot] : undefined;
      if (!node || !range || node.row.expressions.repeatCount) return false;
      answers.shrink(range, node.round.position);
      settle(range);
      return true;
    },
    state: (path) => {
      const node = at(path);
      return node && stateOf(answers, node);
    },
    words: (path, what, language) => {
      const node = at(path);
      const answerTo = (name: string): string => (node ? toText(answers.run({ kind: 'reference', name, at: 0 }, node)) : '');
      return node ? wordsOf(loaded, node, { what, language, answerTo }) : '';
    },
    paths,
    revision: () => revision,
    kept: () => keptOf(answers),
  };
};
