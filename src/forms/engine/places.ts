/** From paths to nodes and back. Reading forgives a missing position (the first) and a needless one. */
import type { Node, Round } from './nodes.ts';
import type { Row } from './rows.ts';

const stepPattern = /\/([^/[]+)(?:\[(\d+)\])?/gu;

/** Of a repeat without a round to show: the repeat as a whole. `whole`: so too where it has rounds and none is named. */
export const findNode = (form: Round, path: string, whole = false): Node | undefined => {
  let node: Node | undefined = form.top();
  let length = 0;
  for (const [step, name = '', position] of path.matchAll(stepPattern)) {
    length += step.length;
    const row: Row | undefined = node.isRange() ? undefined : node.row.byName.get(name);
    if (row === undefined) return undefined;
    const around: Round = node.round;
    const range: Node | undefined = around.nodes[row.slot];
    const round: Round | undefined = row.isRepeat ? around.roundsOf(row)[Number(position ?? 1) - 1] : undefined;
    const meansWhole: boolean = position === undefined && length === path.length && (whole || round === undefined);
    node = !row.isRepeat || meansWhole ? range : round?.top();
    if (node === undefined) return undefined;
  }
  return length > 0 && length === path.length ? node : undefined;
};

/** In document order; repeats as a whole before their rounds. */
export const nodesIn = (round: Round): readonly Node[] =>
  round.nodes.flatMap((node) => (node.isRange() ? [node, ...round.roundsOf(node.row).flatMap(nodesIn)] : [node]));
