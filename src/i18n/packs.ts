/**
 * Which languages are on this phone. English always is; another one is a pack, which the service worker keeps whole or not at
 * all (docs/decisions/0021-language-packs.md). Where there is no worker nothing is known of packs, and words are simply fetched.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Language, languages } from './languages.ts';
import type { LoadFailure } from './load.ts';

export interface Pack {
  readonly tag: string;
  /** As it travels. */
  readonly bytes: number;
  readonly here: boolean;
}

/** Handed in by the composition; the real one speaks with the service worker. */
export interface PackKeeper {
  /** Comes once there is a worker that keeps anything; where there never is one, never. */
  readonly ready: Promise<void>;
  readonly list: () => Promise<readonly Pack[]>;
  readonly bring: (tag: string) => Promise<boolean>;
  readonly remove: (tag: string) => Promise<void>;
}

let keeper: PackKeeper | null = null;
const known = signal<ReadonlyMap<string, Pack>>(new Map());
const coming = signal<string | null>(null);
const offline = signal(false);

/** The language that is being fetched just now. */
export const languageComing: ReadonlySignal<string | null> = coming;
/** The packs there are, by tag; empty until a worker has told of them. */
export const packs: ReadonlySignal<ReadonlyMap<string, Pack>> = known;

const look = async (): Promise<void> => {
  if (keeper) known.value = new Map((await keeper.list()).map((pack) => [pack.tag, pack]));
};

/** Whole on this phone, or as good: English, and any language while nothing is known of packs. */
export const isHere = (tag: string): boolean => known.value.get(tag)?.here ?? true;

/** Fetches a language that is not here, all of it. */
export const bringPack = async (tag: string): Promise<Result<void, LoadFailure>> => {
  if (!keeper || (known.peek().get(tag)?.here ?? true)) return ok(undefined);
  coming.value = tag;
  const came = await keeper.bring(tag);
  await look();
  if (coming.peek() === tag) coming.value = null;
  return came ? ok(undefined) : failed({ type: 'words-not-loaded' });
};

export const removePack = async (tag: string): Promise<void> => {
  await keeper?.remove(tag);
  await look();
};

const watchConnection = (): void => {
  const tell = () => {
    offline.value = navigator.onLine === false;
  };
  tell();
  addEventListener('online', tell);
  addEventListener('offline', tell);
};

/**
 * `chosen`: what this phone speaks already, because it came over the network before there was a worker to keep it, or is being
 * switched to just now.
 */
export const watchPacks = async (real: PackKeeper, chosen: () => readonly string[]): Promise<void> => {
  watchConnection();
  await real.ready;
  keeper = real;
  await look();
  effect(() => {
    for (const tag of chosen()) void bringPack(tag);
  });
};

/** What can be spoken now: the languages that are here, and while there may be a connection the others too. */
export const languagesInReach = (): readonly Language[] => languages.filter(({ tag }) => !offline.value || isHere(tag));
