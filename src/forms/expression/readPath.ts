/** The part of the grammar below the operators: values, calls, paths with their steps and predicates. */
import type { Expr, PathStep } from './ast.ts';
import { isAxis } from './axes.ts';
import type { Reader } from './reader.ts';

type Axis = PathStep['axis'];

const stepTo = (axis: Axis, name = 'node()'): PathStep => ({ axis, name, predicates: [] });

const isNodeTest = (text: string): boolean => text === 'node' || text === 'text';

const readArgs = (reader: Reader): readonly Expr[] => {
  const args: Expr[] = [];
  if (reader.is(')')) return args;
  do args.push(reader.expression());
  while (reader.takes(','));
  return args;
};

const readCall = (reader: Reader): Expr => {
  const { text, at } = reader.next();
  reader.next();
  const args = readArgs(reader);
  reader.needs(')');
  return { kind: 'call', name: text, args, at };
};

const readEnclosed = (reader: Reader, sign: ')' | ']'): Expr => {
  reader.next();
  const inside = reader.expression();
  reader.needs(sign);
  return inside;
};

const readPredicates = (reader: Reader): readonly Expr[] => {
  const predicates: Expr[] = [];
  while (reader.is('[')) predicates.push(readEnclosed(reader, ']'));
  return predicates;
};

/** A name, `*`, `node()`, or `text()`: a node of ours is its own text. */
const readTest = (reader: Reader, axis: Axis | undefined): PathStep => {
  if (reader.peek().kind !== 'name') reader.fail();
  const { text } = reader.next();
  if (!reader.is('(')) return stepTo(axis ?? 'child', text);
  if (!isNodeTest(text) || !reader.is(')', 1)) reader.fail();
  reader.next();
  reader.next();
  return stepTo(axis ?? (text === 'text' ? 'self' : 'child'));
};

const readAxis = (reader: Reader): Axis | undefined => {
  if (reader.takes('@')) return 'attribute';
  if (!reader.is('::', 1)) return undefined;
  const { text } = reader.peek();
  if (!isAxis(text)) {
    reader.fail();
    return undefined;
  }
  reader.next();
  reader.next();
  return text;
};

const readStep = (reader: Reader): PathStep => {
  if (reader.takes('..')) return stepTo('parent');
  if (reader.takes('.')) return stepTo('self');
  return { ...readTest(reader, readAxis(reader)), predicates: readPredicates(reader) };
};

/** Steps behind a slash, for as long as slashes follow. */
const readSteps = (reader: Reader, first: readonly PathStep[]): readonly PathStep[] => {
  const steps = [...first];
  for (;;) {
    if (reader.takes('//')) steps.push(stepTo('descendant-or-self'));
    else if (!reader.takes('/')) return steps;
    reader.countOperator();
    steps.push(readStep(reader));
  }
};

const startsStep = (reader: Reader, ahead = 0): boolean =>
  reader.peek(ahead).kind === 'name' || ['.', '..', '@'].some((sign) => reader.is(sign, ahead));

const readAbsolute = (reader: Reader): Expr => {
  const steps = reader.is('/') && !startsStep(reader, 1) && reader.next() ? [] : readSteps(reader, []);
  return { kind: 'path', from: 'root', steps };
};

const readRelative = (reader: Reader): Expr => {
  const needless = reader.is('.');
  const first = readStep(reader);
  return { kind: 'path', from: 'here', steps: readSteps(reader, needless ? [] : [first]) };
};

const readPrimary = (reader: Reader): Expr => {
  const { kind, text, at } = reader.peek();
  if (reader.is('(')) return readEnclosed(reader, ')');
  if (kind === 'name') return readCall(reader);
  if (kind !== 'reference' && kind !== 'number' && kind !== 'text') reader.fail();
  reader.next();
  if (kind === 'reference') return { kind, name: text };
  if (kind === 'number') return { kind, value: Number(text) };
  return { kind: 'text', value: text, at };
};

const isCall = (reader: Reader): boolean => reader.is('(', 1) && !isNodeTest(reader.peek().text);

export const readPath = (reader: Reader): Expr => {
  if (reader.is('/') || reader.is('//')) return readAbsolute(reader);
  if (startsStep(reader) && !isCall(reader)) return readRelative(reader);
  const from = readPrimary(reader);
  const predicates = readPredicates(reader);
  const steps = readSteps(reader, predicates.length > 0 ? [{ ...stepTo('self'), predicates }] : []);
  return steps.length > 0 ? { kind: 'path', from, steps } : from;
};
