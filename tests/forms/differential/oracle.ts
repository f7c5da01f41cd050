/** The other engine, @getodk/xforms-engine, behind the same few words as ours. Needs a document: tests using it run in jsdom. */
import type { AnyNode, RankNode, RootNode, SelectNode } from '@getodk/xforms-engine';
import { loadOtherEngine } from './otherEngine.ts';

const { createInstance } = await loadOtherEngine();

/** What both engines say of a node. */
export interface Said {
  readonly relevant: boolean;
  readonly required: boolean;
  readonly readonly: boolean;
  readonly value: string;
  readonly constraintOk: boolean;
  readonly requiredOk: boolean;
  /** Names of the choices on offer; `null` where there is nothing to choose. */
  readonly choices: readonly string[] | null;
}

const pathOf = (reference: string): string => reference.replace(/^\/data/u, '');

const childrenOf = (node: AnyNode | RootNode): readonly AnyNode[] => node.currentState.children ?? [];

export interface Oracle {
  readonly states: () => ReadonlyMap<string, Said>;
  readonly set: (path: string, value: string) => void;
  readonly add: (repeat: string) => void;
  readonly remove: (instance: string) => void;
}

const violationOf = (node: AnyNode, condition: 'constraint' | 'required'): boolean => {
  const { validationState } = node;
  return 'constraint' in validationState ? validationState[condition].valid : true;
};

const offeredBy = (node: SelectNode | RankNode): string[] => {
  const options: readonly { readonly value: string }[] = node.currentState.valueOptions;
  return options.map(({ value }) => value);
};

const saidOf = (node: AnyNode): Said => {
  const { relevant, required, readonly } = node.currentState;
  const choices = node.nodeType === 'select' || node.nodeType === 'rank' ? offeredBy(node) : null;
  return {
    relevant,
    required,
    readonly,
    value: 'instanceValue' in node.currentState ? node.currentState.instanceValue : '',
    constraintOk: violationOf(node, 'constraint'),
    requiredOk: violationOf(node, 'required'),
    choices,
  };
};

const collect = (node: AnyNode | RootNode, found: Map<string, AnyNode>): void => {
  for (const child of childrenOf(node)) {
    const path = pathOf(child.currentState.reference);
    if (path.startsWith('/meta')) continue;
    found.set(path, child);
    collect(child, found);
  }
};

const setOn = (node: AnyNode, value: string): void => {
  switch (node.nodeType) {
    case 'select':
      node.selectValues(value === '' ? [] : node.selectType === 'select1' ? [value] : value.split(' '));
      return;
    case 'rank':
      node.setValues(value === '' ? [] : value.split(' '));
      return;
    case 'trigger':
      node.setValue(value === 'OK');
      return;
    case 'range':
      node.setValue(value === '' ? null : value);
      return;
    case 'input':
      node.setValue(value);
      return;
    default:
      throw new Error(`a ${node.nodeType} takes no answer`);
  }
};

export const openOracle = async (xml: string): Promise<Oracle> => {
  const { root } = await createInstance(xml);
  const nodes = (): Map<string, AnyNode> => {
    const found = new Map<string, AnyNode>();
    collect(root, found);
    return found;
  };
  const at = (path: string): AnyNode => {
    const node = nodes().get(path);
    if (!node) throw new Error(`the other engine has no ${path}`);
    return node;
  };
  return {
    states: () => {
      const said = new Map<string, Said>();
      for (const [path, node] of nodes()) if (!node.nodeType.startsWith('repeat-range')) said.set(path, saidOf(node));
      return said;
    },
    set: (path, value) => setOn(at(path), value),
    add: (repeat) => {
      const range = at(repeat);
      if (range.nodeType === 'repeat-range:uncontrolled') range.addInstances();
    },
    remove: (instance) => {
      const node = at(instance);
      if (node.nodeType !== 'repeat-instance' || node.parent.nodeType !== 'repeat-range:uncontrolled') return;
      const position = Number(/\[(\d+)\]$/u.exec(instance)?.[1]);
      node.parent.removeInstances(position - 1);
    },
  };
};
