/**
 * Keeps a run's answers in step. Whatever changed says who reads it, and those look again in the order of their ranks, so that
 * nobody looks twice; an answer touches only what hangs on it. A loop over queues, never a recursion along the form.
 */
import type { Expr } from '../expression/ast.ts';
import { evaluate } from '../expression/evaluate.ts';
import type { ModelNode, Value } from '../expression/model.ts';
import { storedText, toBoolean, toNumber } from '../expression/values.ts';
import { type Offer, stillOffered } from './choosing.ts';
import type { Loaded } from './load.ts';
import { isGone, type Node, nodesUnder, Round, roundAt, stale, waits, wholesUnder } from './nodes.ts';
import type { Reader } from './rows.ts';
import type { KeptRun, RunDeps } from './run.ts';
import { type RunScope, scopeOf } from './scope.ts';
import { typedText } from './typed.ts';

/** No household has so many members, and no form so many answers. */
const mostRounds = 1000;
const mostNodes = 100_000;
/** How often, on average, a node may look again after one answer. Only circles through other rounds ever need more than one. */
const patience = 20;

/** A node, and what it is called however somebody spelt it. */
export interface Place {
  readonly node: Node;
  readonly path: string;
}

export class Recalculation {
  readonly form: Round;
  readonly #loaded: Loaded;
  readonly #scope: RunScope;
  readonly #queues: Node[][];
  #lowest = 0;
  #waiting = 0;
  #nodes = 0;
  #effort = 0;
  /** While an earlier run is taken up again nothing begins or is calculated anew. */
  #resumed: KeptRun | undefined;
  #isOpening = true;
  /** By every path that somebody asked for, until rounds come or go. */
  readonly places = new Map<string, Place>();
  paths: readonly string[] | undefined;

  constructor(loaded: Loaded, deps: RunDeps, kept: KeptRun | undefined) {
    this.#loaded = loaded;
    this.#resumed = kept;
    this.#queues = loaded.rows.map(() => []);
    this.form = new Round(loaded.rows[0], null, true);
    this.#scope = scopeOf(this.form, loaded, deps);
    this.#begin(this.form);
    this.settle();
    this.#resumed = undefined;
    this.#isOpening = false;
  }

  run(expr: Expr, node: Node, from?: ModelNode): Value {
    this.#scope.here = node;
    return evaluate(expr, this.#scope, from);
  }

  offerOf(node: Node): Offer | undefined {
    const { row } = node;
    if (row.isChoosing) row.list ??= this.#loaded.lists.of(row.item);
    const { list } = row;
    return list && { list, filter: row.expressions.choiceFilter, run: (expr, item) => this.run(expr, node, item) };
  }

  touch(node: Node, what: number): void {
    const isQueued = (node.stale & ~waits) !== 0;
    node.stale |= what;
    if (isQueued || (what & ~waits) === 0) return;
    const { rank } = node.row;
    this.#queues[rank]?.push(node);
    this.#waiting++;
    this.#lowest = Math.min(this.#lowest, rank);
  }

  answer(node: Node, text: string): void {
    node.kept = text;
    this.#work(node, stale.answer);
    this.settle();
  }

  /** Ends even where rounds of a repeat read each other in a circle. */
  settle(): void {
    this.#effort = patience * (this.#nodes + 50);
    while (this.#waiting > 0) {
      const rank = this.#lowest++;
      const batch = this.#queues[rank];
      if (batch === undefined || batch.length === 0) continue;
      this.#queues[rank] = [];
      this.#waiting -= batch.length;
      for (const node of batch) {
        const what = node.stale & ~waits;
        node.stale &= waits;
        if (--this.#effort >= 0 && !isGone(node.round)) this.#work(node, what);
      }
    }
    this.#lowest = this.#queues.length;
  }

  /** One more round at the end; `null` when there are too many. */
  grow(range: Node, isWritten = false): Round | null {
    const { row, round } = range;
    const rounds = round.roundsOf(row);
    if (rounds.length >= mostRounds || this.#nodes + row.slots.length > mostNodes) return null;
    const made = new Round(row, round, isWritten);
    rounds.push(made);
    this.#begin(made);
    return made;
  }

  /** Takes out one round; those behind it move up. */
  shrink(range: Node, position: number): void {
    const rounds = range.round.roundsOf(range.row);
    for (const gone of rounds.splice(position - 1, 1)) {
      gone.isGone = true;
      this.#nodes -= gone.nodes.length;
    }
    rounds.forEach((round, index) => {
      round.position = index + 1;
    });
  }

  /** To be said once after growing and shrinking. */
  shapeChanged({ row, round }: Node): void {
    this.places.clear();
    this.paths = undefined;
    for (const watcher of row.watchers) this.#tell(round, watcher);
  }

  #begin(round: Round): void {
    this.#nodes += round.nodes.length;
    this.#effort += patience * round.nodes.length;
    for (const node of round.nodes) {
      if (node.row.isCollected) node.kept = typedText(node.row.item, this.#firstValue(node));
      this.touch(node, stale.begins | waits);
    }
  }

  #firstValue(node: Node): string {
    if (this.#resumed) return this.#resumed.values[node.path()] ?? '';
    return node.row.expressions.default ? '' : (node.row.item.default ?? '');
  }

  /** Everything that a reader means, as seen from where something changed. */
  #tell(from: Round, { row, aspect, depth }: Reader): void {
    const what = stale[aspect];
    const top = roundAt(from, depth);
    if (aspect !== 'repeatCount') for (const node of nodesUnder(top, row)) this.touch(node, what);
    if (row.isRepeat && top.home !== row) for (const node of wholesUnder(top, row)) this.touch(node, what);
  }

  #work(node: Node, what: number): void {
    const was = node.isRelevant;
    if (what & (stale.relevant | stale.around | stale.begins)) this.#decideRelevant(node, what);
    if (node.isRange()) {
      if (what & (stale.repeatCount | stale.begins)) this.#decideCount(node);
    } else if (node.row.isContainer) {
      if (node.isRelevant !== was) for (const child of node.inside()) this.touch(child, stale.around);
    } else {
      this.#decideValue(node, what, node.isRelevant && !was);
      if (what & stale.choiceFilter) node.choices = undefined;
      this.#show(node, (what & stale.begins) !== 0);
    }
  }

  #decideRelevant(node: Node, what: number): void {
    const { relevant } = node.row.expressions;
    if (relevant && what & (stale.relevant | stale.begins)) node.ownRelevant = toBoolean(this.run(relevant, node));
    node.isRelevant = node.ownRelevant && (node.parent?.isRelevant ?? true);
  }

  #wantedRounds(node: Node, now: number): number {
    const kept = this.#resumed?.counts[node.path()];
    if (kept !== undefined) return kept;
    const { repeatCount } = node.row.expressions;
    if (!repeatCount) return node.round.isWritten ? 1 : now;
    const count = toNumber(this.run(repeatCount, node), this.#scope.now);
    return Number.isNaN(count) ? now : Math.max(0, Math.floor(count));
  }

  /** A number that is taken back takes the last rounds with it, as xforms-engine does. No number at all changes nothing. */
  #decideCount(range: Node): void {
    const count = (): number => range.round.roundsOf(range.row).length;
    const before = count();
    const wanted = this.#wantedRounds(range, before);
    while (count() > wanted) this.shrink(range, count());
    while (count() < wanted && this.grow(range, count() === 0) !== null);
    if (count() !== before) this.shapeChanged(range);
  }

  #decideValue(node: Node, what: number, opened: boolean): void {
    const { row } = node;
    if (this.#resumed || !row.isCollected) return;
    const { calculation } = row.expressions;
    if (row.triggers.length > 0) {
      if (what & stale.trigger) node.kept = calculation ? this.#calculated(calculation, node) : '';
    } else if (calculation && node.isRelevant && (opened || what & stale.calculation)) {
      node.kept = this.#calculated(calculation, node);
    }
    const { default: begin } = row.expressions;
    if (begin && what & stale.begins && node.isRelevant) node.kept = this.#calculated(begin, node);
  }

  #calculated(expr: Expr, node: Node): string {
    // once() and `.` look at the answer there is.
    node.value = this.#shown(node);
    return typedText(node.row.item, storedText(this.run(expr, node)));
  }

  #shown(node: Node): string {
    if (!node.isRelevant || node.kept === '') return '';
    const offer = this.offerOf(node);
    return offer ? stillOffered(node, offer) : node.kept;
  }

  /** A question that has only just come does not trigger anything: nobody has answered it yet. */
  #show(node: Node, isNew: boolean): void {
    const before = node.shown;
    node.value = this.#shown(node);
    node.shown = node.value;
    if (node.value === before) return;
    for (const reader of node.row.readers) {
      if (reader.aspect !== 'trigger' || !(isNew || this.#isOpening)) this.#tell(node.round, reader);
    }
  }
}
