/** What an expression sees of a run: one object that moves from node to node, since evaluations never overlap. */
import { type ModelNode, madeNode, type Scope } from '../expression/model.ts';
import type { Loaded } from './load.ts';
import { Node, nodesUnder, type Round, roundAt } from './nodes.ts';
import { sharedDepth } from './rows.ts';
import type { RunDeps } from './run.ts';

export type RunScope = { -readonly [Key in keyof Scope]: Scope[Key] } & { here: Node };

/** `${name}` as seen from a node: in the same round of a repeat the one, from outside all. */
export const nodesNamed = ({ findRow }: Loaded, here: Node, name: string): readonly Node[] => {
  const row = findRow(here.row, name);
  if (row === null) return [];
  const { round } = here;
  if (!row.isRepeat && row.home === round.home) return nodesUnder(round, row);
  const around = row.isRepeat ? (row.parent ?? row) : row;
  return nodesUnder(roundAt(round, Math.min(sharedDepth(here.row, around), round.depth)), row);
};

const labelOf = ({ checklist, lists }: Loaded, value: string, [question]: readonly ModelNode[]): string => {
  const list = question instanceof Node ? lists.of(question.row.item) : undefined;
  return list?.named(value)[0]?.choice.labels[checklist.defaultLanguage] ?? '';
};

/** The day is not kept where a form wants it noted; what looks at it reads the day all the same. */
const dated = (nodes: readonly Node[], now: () => string): readonly ModelNode[] =>
  nodes[0]?.row.item.type === 'today' ? nodes.map(({ name, parent }) => madeNode(name, parent, now().slice(0, 10))) : nodes;

export const scopeOf = (form: Round, loaded: Loaded, deps: RunDeps): RunScope => {
  const scope: RunScope = {
    ...deps,
    here: form.top(),
    root: form.top(),
    find: (name) => dated(nodesNamed(loaded, scope.here, name), deps.now),
    instance: (name) => loaded.lists.named(name)?.root ?? null,
    choiceLabel: (value, question) => labelOf(loaded, value, question),
    version: () => loaded.checklist.version,
  };
  return scope;
};
