/** What an expression sees of the form: a tree of nodes with text. The engine's answers, choices and csv rows all look like this. */

export interface ModelNode {
  readonly name: string;
  readonly parent: ModelNode | null;
  /** Children in document order; with a name, those so called. */
  readonly children: (name?: string) => readonly ModelNode[];
  /** The value as text; blank for what is not relevant. Of a group: blank. */
  readonly text: () => string;
}

/** A node that nobody answers: a row of a list, one of its cells, what is only there for as long as somebody looks. */
export const madeNode = (name: string, parent: ModelNode | null, text = '', children: ModelNode['children'] = () => []): ModelNode => ({
  name,
  parent,
  children,
  text: () => text,
});

/** What the engine hands to an evaluation. Nothing else reaches in: no clock, no randomness of its own. */
export interface Scope {
  /** The context node, and `current()`. */
  readonly here: ModelNode;
  readonly root: ModelNode;
  /** `${name}` as seen from `here`: the nearest in the same repeat instance, or all of them from outside; empty when there is none. */
  readonly find: (name: string) => readonly ModelNode[];
  /** The `root` of a choice list or csv table: `instance('name')`. Its children are `item`s with one child per column. */
  readonly instance: (name: string) => ModelNode | null;
  /** Where a choice's wording is: `jr:choice-name(value, '${question}')`. Blank when there is no such choice. */
  readonly choiceLabel: (value: string, question: readonly ModelNode[]) => string;
  /** The instant, ISO 8601 with the device's offset. */
  readonly now: () => string;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly newId: () => string;
  /** The version of the form, for `version()`. */
  readonly version?: () => string;
}

/** What an expression gives. A node-set is a list of nodes in document order. */
export type Value = string | number | boolean | readonly ModelNode[];
