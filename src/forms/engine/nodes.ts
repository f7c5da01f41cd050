/** The answers of one run as a tree: one node for every row, and for every round of a repeat its own. Expressions see it as `ModelNode`. */
import type { Choice } from '../../domain/checklist.ts';
import type { ModelNode } from '../expression/model.ts';
import type { Row } from './rows.ts';

/** What must be worked out again. The last three wait until somebody asks. */
export const stale = {
  relevant: 1,
  calculation: 2,
  choiceFilter: 4,
  repeatCount: 8,
  /** The group around it changed. */
  around: 16,
  trigger: 32,
  /** Just made: what it begins with is due. */
  begins: 64,
  /** Somebody answered. */
  answer: 128,
  required: 256,
  readonly: 512,
  constraint: 1024,
} as const;
export type Asked = 'required' | 'readonly' | 'constraint';
export const waits = stale.required | stale.readonly | stale.constraint;

const none: readonly Node[] = [];

/** One time through a repeat; or the form, once. `nodes` by the slots of its home. */
export class Round {
  readonly home: Row;
  readonly around: Round | null;
  readonly depth: number;
  readonly nodes: Node[] = [];
  /** Rounds of the repeats in it, by the repeat's slot. */
  readonly #rounds: Round[][] = [];
  /** From 1; 0 for the form. */
  position: number;
  /** Written in the form, not added by somebody: repeats inside it begin with a round, as in a form from a spreadsheet. */
  readonly isWritten: boolean;
  isGone = false;

  constructor(home: Row, around: Round | null, isWritten: boolean) {
    this.home = home;
    this.around = around;
    this.depth = around === null ? 0 : around.depth + 1;
    this.position = around === null ? 0 : around.roundsOf(home).length + 1;
    this.isWritten = isWritten && (around?.isWritten ?? true);
    const own = new Node(home, this, around?.nodes[home.parent?.slotIn(home.home) ?? 0] ?? null);
    this.nodes.push(own);
    for (const row of home.slots.slice(1)) this.nodes.push(new Node(row, this, this.nodes[row.parent?.slotIn(home) ?? 0] ?? own));
  }

  /** Of a repeat right in it. */
  roundsOf({ slot }: Row): Round[] {
    this.#rounds[slot] ??= [];
    return this.#rounds[slot];
  }

  /** The group that stands for the round itself. */
  top(): Node {
    const [node] = this.nodes;
    if (!node) throw new Error('a round without its own node');
    return node;
  }
}

export class Node implements ModelNode {
  readonly name: string;
  readonly parent: Node | null;
  readonly row: Row;
  /** Of a repeat: its own round, or for the repeat as a whole the round around it. */
  readonly round: Round;
  /** As answered or calculated, whether relevant now or not. */
  kept = '';
  /** As it reads: blank while not relevant, without choices that are filtered out. */
  value = '';
  /** The value that its readers were last told of. */
  shown = '';
  isRelevant = false;
  ownRelevant = true;
  /** What was last found when somebody asked: the bits of the last three. */
  holds = 0;
  choices: readonly Choice[] | undefined = undefined;
  stale = 0;

  constructor(row: Row, round: Round, parent: Node | null) {
    this.name = row.item.name;
    this.row = row;
    this.round = round;
    this.parent = parent;
  }

  text(): string {
    return this.value;
  }

  /** The repeat as a whole, not one of its rounds. */
  isRange(): boolean {
    return this.row.isRepeat && this.round.home !== this.row;
  }

  children(name?: string): readonly Node[] {
    if (!this.row.isContainer || this.isRange()) return none;
    if (name !== undefined) {
      const row = this.row.byName.get(name);
      return row ? nodesUnder(this.round, row) : none;
    }
    return this.row.children.flatMap((row) => nodesUnder(this.round, row));
  }

  /** Who hears when this group opens or closes: what is in it, repeats as a whole and each of their rounds. */
  inside(): readonly Node[] {
    return this.row.children.flatMap((row) => {
      const wholes = wholesUnder(this.round, row);
      return row.isRepeat ? [...wholes, ...nodesUnder(this.round, row)] : wholes;
    });
  }

  path(): string {
    if (this.parent === null) return '';
    const position = this.row.isRepeat && !this.isRange() ? `[${this.round.position}]` : '';
    return `${this.parent.path()}/${this.name}${position}`;
  }
}

/** The round around this one, or this one, that is as deep. */
export const roundAt = (round: Round, depth: number): Round => {
  let found = round;
  while (found.depth > depth && found.around) found = found.around;
  return found;
};

export const isGone = (round: Round): boolean => {
  for (let around: Round | null = round; around; around = around.around) if (around.isGone) return true;
  return false;
};

const roundsUnder = (top: Round, home: Row): readonly Round[] => {
  if (top.home === home) return [top];
  if (home.depth < top.depth || home.home === home) return [];
  return roundsUnder(top, home.home).flatMap((round) => round.roundsOf(home));
};

/** Every node of a row in a round and in the rounds inside it, in document order; of a repeat its rounds' own. */
export const nodesUnder = (top: Round, row: Row): readonly Node[] => {
  if (row.isRepeat) return roundsUnder(top, row).map((round) => round.top());
  return wholesUnder(top, row);
};

/** The same, but repeats as a whole, where rounds are not meant. */
export const wholesUnder = (top: Round, { home, slot }: Row): readonly Node[] => {
  if (top.home !== home) return roundsUnder(top, home).flatMap(({ nodes }) => nodes[slot] ?? []);
  // By far the most: a question in the same round.
  const node = top.nodes[slot];
  return node ? [node] : none;
};
