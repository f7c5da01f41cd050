import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Notebook } from '../store/notebook.ts';
import { useFieldbook } from './fieldbook.ts';

/**
 * The open notebook, drawn again after every change. For screens inside the lock only: the shell takes them away when it
 * locks, and in the moment between they keep the one they had, whose writes then answer `locked`.
 */
export const useNotebook = (): Notebook => {
  const fieldbook = useFieldbook();
  const held = useRef<Notebook | null>(null);
  held.current = fieldbook.notebook.peek() ?? held.current;
  const notebook = held.current;
  if (!notebook) throw new Error('a screen asked for the notebook while it is locked');
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  // With the drawing itself and not after it: what arrives between the two would never be shown.
  useLayoutEffect(() => notebook.watch(() => drawAgain(undefined)), [notebook]);
  return notebook;
};
