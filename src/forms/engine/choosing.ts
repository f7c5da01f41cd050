/** Which choices a question offers now, and which of the chosen ones still count. A filter is only run where its answer is needed. */
import type { Choice } from '../../domain/checklist.ts';
import type { Expr } from '../expression/ast.ts';
import { isAnyName } from '../expression/axes.ts';
import type { ModelNode, Value } from '../expression/model.ts';
import { toBoolean, toText } from '../expression/values.ts';
import { partsOf } from '../expression/walk.ts';
import { type List, ListItem } from './lists.ts';
import type { Node } from './nodes.ts';
import { namesIn } from './typed.ts';

export interface Offer {
  readonly list: List;
  readonly filter: Expr | undefined;
  /** Runs an expression for the question, with a row of the list as `.` where one is given. */
  readonly run: (expr: Expr, from?: ModelNode) => Value;
}

const columnIn = (expr: Expr): string | undefined => {
  if (expr.kind !== 'path' || expr.from !== 'here' || expr.steps.length !== 1) return undefined;
  const [step] = expr.steps;
  return step?.axis === 'child' && step.predicates.length === 0 && !isAnyName(step.name) ? step.name : undefined;
};

interface Wanted {
  readonly column: string;
  readonly wanted: Expr;
}

const wantedIn = (one: Expr, wanted: Expr): Wanted | undefined => {
  const column = columnIn(one);
  return column !== undefined && (wanted.kind === 'reference' || wanted.kind === 'text') ? { column, wanted } : undefined;
};

/** `column = ${x}` or `column = 'x'`, somewhere between `and`s: the rows it leaves are found in an index. */
const indexable = (filter: Expr): Wanted | undefined => {
  if (filter.kind !== 'binary') return undefined;
  const { op, left, right } = filter;
  if (op === 'and') return indexable(left) ?? indexable(right);
  return op === '=' ? (wantedIn(left, right) ?? wantedIn(right, left)) : undefined;
};

/** Counting places in the list needs the whole list; a bare number is a place. */
const countsPlaces = (filter: Expr): boolean =>
  filter.kind === 'number' || partsOf(filter).some((part) => part.kind === 'call' && (part.name === 'position' || part.name === 'last'));

/** The filter between the brackets of a path over the whole list, where places are what they are. */
const overList = (root: ModelNode, filter: Expr, run: Offer['run']): readonly Choice[] => {
  const rows: Expr = { kind: 'path', from: 'here', steps: [{ axis: 'child', name: 'item', predicates: [filter] }] };
  const found = run(rows, root);
  return typeof found === 'object' ? found.flatMap((node) => (node instanceof ListItem ? [node.choice] : [])) : [];
};

const candidates = ({ list, run }: Offer, filter: Expr): readonly ListItem[] => {
  const index = indexable(filter);
  const wanted = index && run(index.wanted);
  // Of several rounds any may fit.
  if (index === undefined || wanted === undefined || (typeof wanted === 'object' && wanted.length !== 1)) return list.items();
  return list.having(index.column, toText(wanted));
};

/** `among`: only these of the list are asked about. */
export const choicesFrom = (offer: Offer, among?: readonly ListItem[]): readonly Choice[] => {
  const { list, filter, run } = offer;
  if (filter === undefined) return among?.map(({ choice }) => choice) ?? list.choices;
  if (countsPlaces(filter)) return overList(list.root, filter, run);
  return (among ?? candidates(offer, filter)).filter((item) => toBoolean(run(filter, item))).map(({ choice }) => choice);
};

const isOffered = (name: string, offer: Offer): boolean =>
  choicesFrom(offer, offer.list.named(name)).some((choice) => choice.name === name);

const namesOf = (choices: readonly Choice[]): readonly string[] => [...new Set(choices.map(({ name }) => name))];
const chosenIn = (type: string, text: string): readonly string[] => (type === 'select_one' ? [text] : namesIn(text));

/** A ranking holds every choice there is: what is new comes last. */
const ranked = (chosen: readonly string[], offered: readonly Choice[]): readonly string[] => {
  const all = new Set(namesOf(offered));
  return [...new Set([...chosen.filter((name) => all.has(name)), ...all])];
};

/** What of an answer is left once the filter has spoken. Nothing is forgotten: it counts again when it is offered again. */
export const stillOffered = ({ row, kept }: Node, offer: Offer): string => {
  const chosen = chosenIn(row.item.type, kept);
  const left = row.item.type === 'rank' ? ranked(chosen, choicesFrom(offer)) : chosen.filter((name) => isOffered(name, offer));
  return left.join(' ');
};

/** An answer as given: only what is offered, several in the order of the list. */
export const chosenText = (type: string, text: string, offered: readonly Choice[]): string => {
  if (text === '') return '';
  const chosen = new Set(chosenIn(type, text));
  const taken = type === 'rank' ? ranked([...chosen], offered) : namesOf(offered).filter((name) => chosen.has(name));
  return taken.join(' ');
};
