/** A form open in @getodk/xforms-engine, as far as the bench has to answer in it. */
import type { AnyNode, RootNode } from '@getodk/xforms-engine';
import { loadOtherEngine } from '../tests/forms/differential/otherEngine.ts';

export interface OtherForm {
  readonly answer: (path: string, value: string) => void;
  readonly read: (path: string) => unknown;
}

const find = (root: RootNode, path: string): AnyNode => {
  let children: readonly AnyNode[] = root.currentState.children;
  let found: AnyNode | undefined;
  for (const name of path.split('/').slice(1)) {
    found = children.find(({ currentState }) => currentState.reference.endsWith(`/${name}`));
    children = found?.currentState.children ?? [];
  }
  if (!found) throw new Error(`no ${path}`);
  return found;
};

export const otherOpener = async (): Promise<(xform: string) => Promise<OtherForm>> => {
  const { createInstance } = await loadOtherEngine();
  return async (xform) => {
    const { root } = await createInstance(xform);
    const known = new Map<string, AnyNode>();
    const at = (path: string): AnyNode => {
      const node = known.get(path) ?? find(root, path);
      known.set(path, node);
      return node;
    };
    return {
      answer: (path, value) => {
        const node = at(path);
        if (node.nodeType === 'select') node.selectValue(value);
        else if (node.nodeType === 'input') node.setValue(value);
        else throw new Error(`${path} takes no answer`);
      },
      read: (path) => {
        const { relevant, required, readonly, value } = at(path).currentState;
        return [relevant, required, readonly, value];
      },
    };
  };
};
