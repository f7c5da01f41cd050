/**
 * One run of a checklist: its answers as text, and what follows from them. Paths name instances: `/children[2]/age`, with a
 * position behind every repeat and none behind groups. Reading forgives a missing position (the first) and a needless one.
 */
import type { Choice, Item } from '../../domain/checklist.ts';
import type { Loaded } from './load.ts';

export interface RunDeps {
  /** The instant, ISO 8601 with the device's offset. */
  readonly now: () => string;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** A fresh random id for `uuid()`. */
  readonly newId: () => string;
}

/** Everything a run must remember to go on later, on this or another device. By instance path. */
export interface KeptRun {
  /** Not blank, whether relevant now or not; calculated ones too, because of `once()` and `random()`. */
  readonly values: Readonly<Record<string, string>>;
  /** How many instances each repeat has, e.g. `{"/children": 2}`. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface NodeState {
  readonly path: string;
  readonly item: Item;
  readonly relevant: boolean;
  readonly required: boolean;
  readonly readonly: boolean;
  /** Blank while not relevant. Names separated by spaces where several are chosen. */
  readonly value: string;
  /** True while blank or not relevant. */
  readonly constraintOk: boolean;
  readonly requiredOk: boolean;
  /** The choices that the filter lets through, in order; `null` where there is nothing to choose. */
  readonly choices: readonly Choice[] | null;
}

export interface Run {
  readonly loaded: Loaded;
  /** False when there is no such question, or it cannot be answered (a note, a group, a calculation, read-only). */
  readonly set: (path: string, value: string) => boolean;
  /** One more instance at the end of a repeat; its path, or `null` when there is no such repeat or its number is calculated. */
  readonly add: (repeat: string) => string | null;
  readonly remove: (instance: string) => boolean;
  readonly state: (path: string) => NodeState | undefined;
  /** Every instance there is now, in document order, groups and repeat instances included. */
  readonly paths: () => readonly string[];
  /** A label, hint or message with its `${...}` filled in; where the language has no text, the default language's. */
  readonly words: (path: string, what: 'label' | 'hint' | 'guidance' | 'constraint' | 'required', language: string) => string;
  /** Goes up with every change, so that a screen knows whether to draw. */
  readonly revision: () => number;
  readonly kept: () => KeptRun;
}
