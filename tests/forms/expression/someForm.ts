/** A form as an expression sees it, from plain answers: a text is an answer, an object a group, a list the instances of a repeat. */
import type { ModelNode, Scope } from '../../../src/forms/expression/model.ts';

export interface Answers {
  readonly [name: string]: string | Answers | readonly Answers[];
}

export interface Row {
  readonly [column: string]: string;
}

export interface SomeForm {
  readonly answers?: Answers;
  /** Names of the nodes down to where the expression stands, with the instance of a repeat counted from 1: `children[2]/age`. */
  readonly here?: string;
  readonly lists?: Readonly<Record<string, readonly Row[]>>;
  readonly now?: string;
}

type Content = Answers | string;

const isSeveral = (content: Answers[string]): content is readonly Answers[] => Array.isArray(content);

const nodeOf = (name: string, content: Content, parent: ModelNode | null): ModelNode => {
  const children: ModelNode[] = [];
  const node: ModelNode = {
    name,
    parent,
    children: (wanted) => (wanted === undefined ? children : children.filter((child) => child.name === wanted)),
    text: () => (typeof content === 'string' ? content : ''),
  };
  if (typeof content === 'string') return node;
  for (const [childName, inside] of Object.entries(content)) {
    for (const one of isSeveral(inside) ? inside : [inside]) children.push(nodeOf(childName, one, node));
  }
  return node;
};

const nodeAt = (root: ModelNode, path: string): ModelNode =>
  path.split('/').reduce((node, step) => {
    const [, name = step, place = '1'] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
    const found = node.children(name)[Number(place) - 1];
    if (!found) throw new Error(`no ${step} in the form of this test`);
    return found;
  }, root);

const allBelow = (node: ModelNode): readonly ModelNode[] => [node, ...node.children().flatMap(allBelow)];

/** The nearest of that name: what is in the same instance before what is further away. */
const findFrom = (here: ModelNode, name: string): readonly ModelNode[] => {
  for (let up: ModelNode | null = here; up; up = up.parent) {
    const found = allBelow(up).filter((node) => node.name === name);
    if (found.length > 0) return found;
  }
  return [];
};

const label = (lists: SomeForm['lists'], value: string): string =>
  Object.values(lists ?? {})
    .flat()
    .find((row) => row.name === value)?.label ?? '';

/** Every random number is 0.25, every new id the same: an expression must not be able to tell tests apart. */
export const scopeOf = ({ answers = {}, here, lists, now = '2026-11-22T09:30:15.250-06:00' }: SomeForm): Scope => {
  const root = nodeOf('data', answers, null);
  const node = here === undefined ? root : nodeAt(root, here);
  const listNodes = new Map(Object.entries(lists ?? {}).map(([name, rows]) => [name, nodeOf('root', { item: rows }, null)]));
  return {
    here: node,
    root,
    find: (name) => findFrom(node, name),
    instance: (name) => listNodes.get(name) ?? null,
    choiceLabel: (value, question) => (question.length > 0 ? label(lists, value) : ''),
    now: () => now,
    random: () => 0.25,
    newId: () => '0b0e7f6c-5a1d-4c7e-9a3b-2f4d6c8e0a1b',
    version: () => '2026-11-a',
  };
};
