/**
 * Which strings of a language are not the app's own just now: what the organisation accepted lies over them (layOver.ts) while
 * the notebook is open. A signal: whatever shows a state is drawn again when somebody accepted something. What does the laying
 * comes behind the first screen, so words that are loaded tell it here.
 */
import { signal } from '@preact/signals';
import type { Namespace } from './languages.ts';
import type { Standing } from './reviewFile.ts';

const over = signal<ReadonlyMap<string, ReadonlyMap<string, Standing>>>(new Map());

/** A plural is asked for by its stem; the form that every language has speaks for it. */
export const laidOver = (tag: string, key: string): Standing | undefined => {
  const strings = over.value.get(tag);
  return strings?.get(key) ?? strings?.get(`${key}_other`);
};

export const tellLaidOver = (all: ReadonlyMap<string, ReadonlyMap<string, Standing>>): void => {
  over.value = all;
};

type Laying = (tag: string, namespace: Namespace) => void;
let laying: Laying = () => undefined;

/** Who lays accepted wording over words that come. */
export const layWith = (lay: Laying): void => {
  laying = lay;
};
export const wordsCame: Laying = (tag, namespace) => laying(tag, namespace);
