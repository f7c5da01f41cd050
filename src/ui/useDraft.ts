/**
 * What a person is typing, kept at most a quarter of a second after each change, and at once when the page is hidden or
 * the screen goes away. A change of language, a lock or a killed tab loses nothing that was on screen for that long.
 */
import { type Signal, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Notebook } from '../store/notebook.ts';
import { openDrafts } from './openDrafts.ts';
import { useNotebook } from './useNotebook.ts';

export type DraftState = 'saved' | 'saving' | 'failed';

export interface DraftOf<T> {
  readonly value: Signal<T>;
  /** Lays a patch over the value and keeps it soon. */
  readonly set: (patch: Partial<T>) => void;
  readonly state: DraftState;
  /** Stops keeping and waits for what is on its way, so that no late draft outlives the entry it became. Call before `write`. */
  readonly pause: () => Promise<void>;
  /** Keeps again, at once: when the entry could not be saved. `set` does so too. */
  readonly resume: () => Promise<void>;
  /** Keeps now what was not kept yet. */
  readonly keepNow: () => Promise<void>;
  /** Away with it, from the disk too. */
  readonly drop: () => Promise<void>;
}

export const keepWithin = 200;

type Drafts = () => Notebook['drafts'];

export const createDraft = <T extends object>(id: string, initial: T, drafts: Drafts): DraftOf<T> => {
  const kept = drafts().find(id)?.value;
  // Laid over the initial value, so that a draft kept by an older version has the fields this one expects.
  const value = signal<T>(typeof kept === 'object' && kept !== null ? { ...initial, ...(kept as Partial<T>) } : initial);
  const state = signal<DraftState>('saved');
  let dirty = false;
  let paused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keeping: Promise<void> = Promise.resolve();
  const keepOnce = async () => {
    if (!dirty || paused) return;
    dirty = false;
    const kept = await drafts().keep(id, value.peek());
    if (!kept.ok) dirty = true;
    state.value = kept.ok ? (dirty ? 'saving' : 'saved') : 'failed';
  };
  const keepNow = () => {
    clearTimeout(timer);
    timer = undefined;
    keeping = keeping.then(keepOnce, keepOnce);
    return keeping;
  };
  const pause = async () => {
    paused = true;
    clearTimeout(timer);
    timer = undefined;
    await keeping;
  };
  return {
    value,
    set: (patch) => {
      value.value = { ...value.peek(), ...patch };
      dirty = true;
      paused = false;
      if (state.peek() !== 'failed') state.value = 'saving';
      timer ??= setTimeout(() => void keepNow(), keepWithin);
    },
    get state() {
      return state.value;
    },
    pause,
    resume: () => {
      paused = false;
      return keepNow();
    },
    keepNow,
    drop: async () => {
      await pause();
      await drafts().drop(id);
    },
  };
};

export const useDraft = <T extends object>(id: string, initial: T): DraftOf<T> => {
  const notebook = useNotebook();
  const latest = useRef(notebook);
  latest.current = notebook;
  const held = useRef<{ readonly id: string; readonly draft: DraftOf<T> } | null>(null);
  if (held.current?.id !== id) held.current = { id, draft: createDraft(id, initial, () => latest.current.drafts) };
  const { draft } = held.current;
  useEffect(() => {
    const keep = () => void draft.keepNow();
    const whenHidden = () => document.visibilityState === 'hidden' && keep();
    const forget = openDrafts.add(draft.keepNow);
    document.addEventListener('visibilitychange', whenHidden);
    addEventListener('pagehide', keep);
    return () => {
      forget();
      document.removeEventListener('visibilitychange', whenHidden);
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [draft]);
  return draft;
};
