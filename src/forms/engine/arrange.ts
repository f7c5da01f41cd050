/** Who must look again when a row changes, in which order, and who waits for whom in a circle. */
import type { Expr } from '../expression/ast.ts';
import { lineOf } from '../expression/order.ts';
import { grouped } from '../grouped.ts';
import { componentsOf } from './order.ts';
import type { Read } from './reads.ts';
import { type Aspect, type Row, sharedDepth } from './rows.ts';

/** One expression, and what it looks at. */
export interface Written {
  readonly row: Row;
  readonly where: Aspect | 'default';
  readonly expr: Expr;
  readonly reads: readonly Read[];
  readonly namesItself: boolean;
}

/** What a row's value follows from. The others are looked at when somebody asks, and nobody waits for them. */
const decides = (where: Written['where']): boolean =>
  where === 'relevant' || where === 'calculation' || where === 'choiceFilter' || where === 'repeatCount';

const isTriggered = ({ row, where }: Written): boolean => where === 'calculation' && row.triggers.length > 0;

/** Its own earlier value, as in once(), or another round of the same repeat, as in a running total: no circle by itself. */
const isEarlier = ({ row, where }: Written, read: Read): boolean =>
  (where === 'calculation' && read.row === row) || (read.far && row.depth > 0 && sharedDepth(row, read.row) > 0 && !read.row.isContainer);

/** A group that asks whether to show by what is in it: while it does not show, all of that is blank, so it goes by blanks (as xforms-engine). */
export const asksWithin = ({ row, where }: Written, read: Read): boolean =>
  where === 'relevant' && read.row !== row && lineOf(read.row).includes(row);

const readsAround = (one: Written): readonly Read[] => one.reads.filter((read) => !asksWithin(one, read));

/** Whom a row's value cannot be worked out before. */
const waitsFor = (one: Written): readonly Read[] =>
  decides(one.where) && !isTriggered(one) ? readsAround(one).filter((read) => !isEarlier(one, read)) : [];

/** Better looked at after these, though it also works the other way round. */
const comesAfter = (one: Written): readonly Read[] => (decides(one.where) || one.where === 'default' ? readsAround(one) : []);

const edgesOf = (rows: readonly Row[], all: readonly Written[], readsOf: (one: Written) => readonly Read[]): number[][] => {
  const edges = rows.map(({ parent, triggers }) => [...triggers, ...(parent ? [parent] : [])].map(({ index }) => index));
  for (const one of all) for (const { row } of readsOf(one)) edges[one.row.index]?.push(row.index);
  return edges;
};

/** Expressions between the members of a circle. */
const findCircles = (rows: readonly Row[], all: readonly Written[]): readonly (readonly Written[])[] => {
  const componentOf = new Int32Array(rows.length);
  const components = componentsOf(edgesOf(rows, all, waitsFor));
  for (const [index, members] of components.entries()) for (const member of members) componentOf[member] = index;
  const component = ({ row }: Read | Written) => componentOf[row.index];
  const isInCircle = (one: Written): boolean =>
    waitsFor(one).some((read) => component(read) === component(one)) ||
    (one.where === 'calculation' && one.namesItself && !isTriggered(one));
  return [...grouped(all.filter(isInCircle), component).values()];
};

const register = (one: Written, aspect: Aspect): void => {
  const { row } = one;
  for (const { row: read, far } of readsAround(one)) {
    const isOwnCalculation = aspect === 'calculation' && read === row && !far;
    if (!isOwnCalculation) read.readers.push({ row, aspect, depth: far ? 0 : sharedDepth(row, read) });
    for (const repeat of lineOf(read).filter(({ isRepeat }) => isRepeat)) {
      const fromOutside = sharedDepth(row, repeat) <= repeat.depth || far || read === repeat;
      if (fromOutside) repeat.watchers.push({ row, aspect, depth: far ? 0 : sharedDepth(row, repeat.parent ?? repeat) });
    }
  }
};

/** Fills in ranks, readers and expressions; gives back the circles. */
export const arrange = (rows: readonly Row[], all: readonly Written[]): readonly (readonly Written[])[] => {
  const circles = findCircles(rows, all);
  const dropped = new Set(circles.flat());
  const kept = all.filter((one) => !dropped.has(one));
  const order = componentsOf(edgesOf(rows, kept, comesAfter)).flat();
  for (const [rank, index] of order.entries()) {
    const row = rows[index];
    if (row) row.rank = rank;
  }
  for (const one of kept) {
    const { row, where, expr } = one;
    row.expressions[where] = expr;
    if (where !== 'default' && !isTriggered(one)) register(one, where);
  }
  for (const row of rows) {
    row.isGuarded = row.expressions.readonly !== undefined || row.parent?.isGuarded === true;
    for (const trigger of row.triggers) trigger.readers.push({ row, aspect: 'trigger', depth: sharedDepth(row, trigger) });
  }
  return circles;
};
