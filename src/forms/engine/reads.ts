/**
 * Which rows an expression looks at, found without running it: from the paths in it and from where it stands. Too much is
 * harmless (somebody looks again for nothing); too little would leave an old value standing.
 */
import type { Expr, PathStep } from '../expression/ast.ts';
import { isAnyName } from '../expression/axes.ts';
import { partsRightIn } from '../expression/walk.ts';
import type { FindRow } from './names.ts';
import { isInside, type Row } from './rows.ts';

export interface Read {
  readonly row: Row;
  /** Not only in the same round: other rounds of a repeat around the reader too. */
  readonly far: boolean;
}

export interface Reads {
  readonly reads: readonly Read[];
  /** References to questions that are not there. */
  readonly unknown: readonly string[];
  /** It names the very question it belongs to. */
  readonly namesItself: boolean;
}

/** Rows that a part of an expression may stand for; none for rows of choice lists and for plain values. */
interface Found {
  readonly rows: readonly Row[];
  readonly far: boolean;
}
const nothing: Found = { rows: [], far: false };

const named = (rows: readonly Row[], name: string): readonly Row[] =>
  isAnyName(name) ? rows : rows.filter(({ item }) => item.name === name);
const listOf = (row: Row | null | undefined): readonly Row[] => (row ? [row] : []);

/** Along the rarer axes, simply every row so called. */
const stepFrom = (row: Row, { axis, name }: PathStep, all: readonly Row[]): readonly Row[] => {
  switch (axis) {
    case 'child':
      return isAnyName(name) ? row.children : listOf(row.byName.get(name));
    case 'parent':
      return listOf(row.parent);
    case 'self':
      return [row];
    case 'descendant-or-self':
      return named(all.slice(row.index, row.end + 1), name);
    case 'attribute':
      return [];
    default:
      return named(all, name);
  }
};

export interface Standing {
  readonly here: Row;
  /** What `.` is; `null` where it is a row of a list. */
  readonly context: Row | null;
  readonly all: readonly Row[];
  readonly find: FindRow;
}

class Reading {
  readonly reads = new Map<Row, boolean>();
  readonly unknown: string[] = [];
  namesItself = false;
  readonly #standing: Standing;

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  visit(part: Expr, context: Found): void {
    this.#note(this.#nodes(part, context), part);
  }

  #note({ rows, far }: Found, part: Expr): void {
    this.namesItself ||= part.kind === 'reference' && !far && rows[0] === this.#standing.here;
    for (const row of rows) this.reads.set(row, far || this.reads.get(row) === true);
  }

  #nodes(part: Expr, context: Found): Found {
    switch (part.kind) {
      case 'reference':
        return this.#reference(part.name);
      case 'path':
        return this.#path(part, context);
      case 'call':
        return this.#call(part, context);
      case 'union': {
        const [left, right] = [this.#nodes(part.left, context), this.#nodes(part.right, context)];
        return { rows: [...left.rows, ...right.rows], far: left.far || right.far };
      }
      default:
        for (const inside of partsRightIn(part)) this.visit(inside, context);
        return nothing;
    }
  }

  #reference(name: string): Found {
    const { here, find } = this.#standing;
    const row = find(here, name);
    if (row === null) this.unknown.push(name);
    return row === null ? nothing : { rows: [row], far: row.isRepeat && (row === here || isInside(here, row)) };
  }

  #path({ from, steps }: Extract<Expr, { kind: 'path' }>, context: Found): Found {
    if (from !== 'root') return this.#follow(from === 'here' ? context : this.#nodes(from, context), steps);
    // `/data/x`, and `/x` where the author left the root out.
    const [form] = this.#standing.all;
    const [first, ...rest] = steps;
    const namesRoot = first?.axis === 'child' && !form?.byName.has(first.name);
    return this.#follow({ rows: listOf(form), far: true }, namesRoot ? rest : steps);
  }

  #follow(start: Found, steps: readonly PathStep[]): Found {
    return steps.reduce((from, step) => this.#take(from, step), start);
  }

  #take(from: Found, step: PathStep): Found {
    const rows = new Set(from.rows.flatMap((row) => stepFrom(row, step, this.#standing.all)));
    const leavesRound = from.rows.some(({ isRepeat }) => isRepeat) && step.axis !== 'child' && step.axis !== 'self';
    const found = { rows: [...rows], far: from.far || leavesRound || /sibling|ancestor/u.test(step.axis) };
    for (const predicate of step.predicates) this.visit(predicate, found);
    return found;
  }

  #call({ name, args }: Extract<Expr, { kind: 'call' }>, context: Found): Found {
    if (name === 'current') return { rows: [this.#standing.here], far: false };
    // It looks its first argument up in every round, wherever the expression stands.
    const everywhere = name === 'indexed-repeat';
    const found = args.map((arg) => {
      const each = this.#nodes(arg, context);
      const reached = everywhere ? { ...each, far: true } : each;
      this.#note(reached, arg);
      return reached;
    });
    return everywhere || name === 'randomize' ? (found[0] ?? nothing) : nothing;
  }
}

export const readsOf = (expr: Expr, standing: Standing): Reads => {
  const reading = new Reading(standing);
  reading.visit(expr, { rows: listOf(standing.context), far: false });
  const { reads, unknown, namesItself } = reading;
  return { reads: [...reads].map(([row, far]) => ({ row, far })), unknown, namesItself };
};
