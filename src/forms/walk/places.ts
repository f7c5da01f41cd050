/**
 * What a person meets on the way through a checklist as its answers stand now: questions, words between them, values that are
 * only shown, groups, and parts that repeat. Only what is relevant; nothing here knows a screen.
 */
import type { Item } from '../../domain/checklist.ts';
import { isAsked, isContainer } from '../../domain/itemTypes.ts';
import type { NodeState, Run } from '../engine/run.ts';
import { keysOf } from './keys.ts';
import { onceFor } from './onceFor.ts';

interface Placed {
  readonly path: string;
  readonly item: Item;
}
export interface Asked extends Placed {
  readonly kind: 'question';
  /** Of its answer. */
  readonly key: string;
  readonly state: NodeState;
}
/** A note; or a question of a kind that we never collect, which is said instead of being asked. */
export interface WordsPlace extends Placed {
  readonly kind: 'words';
}
export interface ValuePlace extends Placed {
  readonly kind: 'value';
  readonly state: NodeState;
}
export interface GroupPlace extends Placed {
  readonly kind: 'group';
  readonly places: readonly Place[];
}
/** One instance of a repeat, `at` of `of`. */
export interface InstancePlace extends Placed {
  readonly kind: 'instance';
  readonly at: number;
  readonly of: number;
  readonly grows: boolean;
  readonly places: readonly Place[];
}
/** After the last instance: whether there is another. Not where the number is worked out. */
export interface MorePlace extends Placed {
  readonly kind: 'more';
  readonly count: number;
}
export type Place = Asked | WordsPlace | ValuePlace | GroupPlace | InstancePlace | MorePlace;

/** In a table of choices the first row only repeats their names: there is nothing to answer. */
const isTableHead = ({ appearance }: Item): boolean => /(^|\s)label($|\s)/u.test(appearance ?? '');
const hasWords = ({ labels }: Item): boolean => Object.keys(labels).length > 0;

const leafAt = (run: Run, path: string, item: Item): readonly Place[] => {
  const state = run.state(path);
  if (!state?.relevant) return [];
  if (isAsked(item) && !isTableHead(item)) {
    if (state.readonly) return [{ kind: 'value', path, item, state }];
    return [{ kind: 'question', path, item, state, key: keysOf(run.loaded.checklist).keyOf(path) }];
  }
  return item.type === 'note' || (!item.supported && hasWords(item)) ? [{ kind: 'words', path, item }] : [];
};

const groupAt = (run: Run, path: string, item: Item): readonly Place[] => {
  if (run.state(path)?.relevant === false) return [];
  const places = placesIn(run, path, item.children ?? []);
  return places.length > 0 ? [{ kind: 'group', path, item, places }] : [];
};

const instancesOf = (run: Run, repeat: string): readonly string[] => {
  const paths: string[] = [];
  for (let path = `${repeat}[1]`; run.state(path) !== undefined; path = `${repeat}[${paths.length + 1}]`) paths.push(path);
  return paths;
};

const repeatAt = (run: Run, path: string, item: Item): readonly Place[] => {
  const instances = instancesOf(run, path);
  const [first] = instances;
  if (first !== undefined && run.state(first)?.relevant === false) return [];
  const grows = item.repeatCount === undefined;
  const shown = instances.map((instance, at): InstancePlace => {
    const places = placesIn(run, instance, item.children ?? []);
    return { kind: 'instance', path: instance, item, at: at + 1, of: instances.length, grows, places };
  });
  return grows ? [...shown, { kind: 'more', path, item, count: instances.length }] : shown.filter(({ places }) => places.length > 0);
};

const placeAt = (run: Run, under: string, item: Item): readonly Place[] => {
  const path = `${under}/${item.name}`;
  if (item.hidden) return [];
  if (item.type === 'repeat') return repeatAt(run, path, item);
  return isContainer(item) ? groupAt(run, path, item) : leafAt(run, path, item);
};

const placesIn = (run: Run, under: string, items: readonly Item[]): readonly Place[] => items.flatMap((item) => placeAt(run, under, item));

export const placesOf = onceFor((run): readonly Place[] => placesIn(run, '', run.loaded.checklist.items));

export const placesWithin = (place: Place): readonly Place[] => (place.kind === 'group' || place.kind === 'instance' ? place.places : []);

/** The questions among these and beneath them, in order. */
export const questionsIn = (places: readonly Place[]): readonly Asked[] =>
  places.flatMap((place) => (place.kind === 'question' ? [place] : questionsIn(placesWithin(place))));
