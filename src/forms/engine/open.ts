/** Opens a run of a checklist: what a screen reads and sets. What follows from an answer is worked out in recalculate.ts. */
import { toBoolean, toText } from '../expression/values.ts';
import { choicesFrom, chosenText } from './choosing.ts';
import type { Loaded } from './load.ts';
import { type Asked, type Node, stale } from './nodes.ts';
import { findNode, nodesIn } from './places.ts';
import { type Place, Recalculation } from './recalculate.ts';
import type { KeptRun, NodeState, Run, RunDeps } from './run.ts';
import { typedText } from './typed.ts';
import { wordsOf } from './words.ts';

/** Nobody waits for these: they are looked at again when somebody asks. */
const holds = (answers: Recalculation, node: Node, aspect: Asked): boolean => {
  const expr = node.row.expressions[aspect];
  if (expr === undefined) return aspect === 'constraint';
  const bit = stale[aspect];
  if (node.stale & bit) node.holds = (node.holds & ~bit) | (toBoolean(answers.run(expr, node)) ? bit : 0);
  node.stale &= ~bit;
  return (node.holds & bit) !== 0;
};

const isReadonly = (answers: Recalculation, node: Node): boolean => {
  for (let around = node.row.isGuarded ? node : null; around; around = around.parent) if (holds(answers, around, 'readonly')) return true;
  return node.row.item.type === 'note';
};

const choicesOf = (answers: Recalculation, node: Node): NodeState['choices'] => {
  if (!node.row.isChoosing) return null;
  const offer = answers.offerOf(node);
  node.choices ??= offer ? choicesFrom(offer) : [];
  return node.choices;
};

const stateOf = (answers: Recalculation, { node, path }: Place): NodeState => {
  const { value, isRelevant, row } = node;
  const { item } = row;
  // What is never asked cannot be missing.
  const required = row.isCollected && item.hidden !== true && holds(answers, node, 'required');
  return {
    path,
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
  const { item, isChoosing } = node.row;
  if (!isChoosing) return typedText(item, text);
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
const placeAt = ({ places, form }: Recalculation, path: string): Place | undefined => {
  const known = places.get(path);
  if (known) return known;
  const node = findNode(form, path);
  const place = node && { node, path: node.path() };
  if (place) places.set(path, place);
  return place;
};

export const openRun = (loaded: Loaded, deps: RunDeps, kept?: KeptRun): Run => {
  const answers = new Recalculation(loaded, deps, kept);
  const at = (path: string): Place | undefined => placeAt(answers, path);
  let revision = 0;
  const reshape = (range: Node): void => {
    answers.shapeChanged(range);
    answers.settle();
    revision += 1;
  };
  return {
    loaded,
    set: (path, value) => {
      const node = at(path)?.node;
      if (!node?.row.isAsked || isReadonly(answers, node)) return false;
      answers.answer(node, answerText(answers, node, value));
      revision += 1;
      return true;
    },
    add: (repeat) => {
      const range = findNode(answers.form, repeat, true);
      if (!range?.isRange() || range.row.expressions.repeatCount) return null;
      const made = answers.grow(range);
      if (made) reshape(range);
      return made?.top().path() ?? null;
    },
    remove: (instance) => {
      const node = at(instance)?.node;
      const range = node?.row.isRepeat && !node.isRange() ? node.round.around?.nodes[node.row.slot] : undefined;
      if (!node || !range || node.row.expressions.repeatCount) return false;
      answers.shrink(range, node.round.position);
      reshape(range);
      return true;
    },
    state: (path) => {
      const place = at(path);
      return place && stateOf(answers, place);
    },
    words: (path, what, language) => {
      const node = at(path)?.node;
      const answerTo = (name: string): string => (node ? toText(answers.run({ kind: 'reference', name }, node)) : '');
      return node ? wordsOf(loaded, node, { what, language, answerTo }) : '';
    },
    paths: () => {
      answers.paths ??= pathsOf(answers);
      return answers.paths;
    },
    revision: () => revision,
    kept: () => keptOf(answers),
  };
};
