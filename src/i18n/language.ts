/**
 * Three settings, not one: the language of the interface, a second one the worker reads, and that of the person they sit with.
 * Only the first two are remembered: whom somebody met today is nothing to leave lying in the browser.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import i18next from 'i18next';
import { ok, type Result } from '../domain/result.ts';
import { bestLanguage, findLanguage, type Namespace, pseudoLanguage, sourceLanguage } from './languages.ts';
import { type LoadFailure, loadWords, namespacesInUse } from './load.ts';
import { bringPack } from './packs.ts';
import { recall, remember } from './remembered.ts';

const current = signal<string>(sourceLanguage);
/** The tag of the interface language; screens that read it are drawn again when it changes, and keep their state. */
export const currentLanguage: ReadonlySignal<string> = current;

/** The language that could not be loaded, while the old one stays: the shell offers to try again. */
export const languageMissing = signal<string | null>(null);

export const pseudoOffered = (): boolean => recall('pseudo') !== null;

const isOffered = (tag: string): boolean => findLanguage(tag) !== undefined || (tag === pseudoLanguage && pseudoOffered());

/** For Intl and `lang`: the pseudo-language is English to a browser. */
const show = (tag: string): void => {
  document.documentElement.lang = tag;
  document.documentElement.dir = findLanguage(tag)?.direction ?? 'ltr';
};

/** The last one asked for: of two quick choices the later counts, whichever file comes first. */
let wanted: string | null = null;

/** A screen may ask for its words while others are on their way, and would stand there half in the old language: so to the end. */
const loadAllInUse = async (tag: string): Promise<Result<void, LoadFailure>> => {
  const asked = namespacesInUse();
  const loaded = await loadWords(tag, asked);
  return loaded.ok && namespacesInUse().length > asked.length ? loadAllInUse(tag) : loaded;
};

/** Loads everything in use first and switches then: typed text stays, because no screen is taken down. */
export const showLanguage = async (tag: string): Promise<Result<void, LoadFailure>> => {
  wanted = tag;
  languageMissing.value = null;
  const came = await bringPack(tag);
  const loaded = came.ok ? await loadAllInUse(tag) : came;
  if (wanted !== tag) return loaded;
  if (!loaded.ok) {
    languageMissing.value = tag;
    return loaded;
  }
  await i18next.changeLanguage(tag);
  current.value = tag;
  show(tag);
  return ok(undefined);
};

let chosen = false;
/** Whether somebody has chosen a language since the app was opened: nothing that was kept from before speaks over them. */
export const wasChosen = (): boolean => chosen;

/** Somebody chose it: it comes back when the app does. */
export const setLanguage = async (tag: string): Promise<Result<void, LoadFailure>> => {
  chosen = true;
  const shown = await showLanguage(tag);
  if (shown.ok && current.peek() === tag) remember('language', tag);
  return shown;
};

/** Words a screen needs before it is drawn, in the interface language: in the new one, if that came meanwhile. */
export const needWords = async (wanted: readonly Namespace[]): Promise<Result<void, LoadFailure>> => {
  const tag = current.peek();
  const loaded = await loadWords(tag, wanted);
  return loaded.ok && current.peek() !== tag ? needWords(wanted) : loaded;
};

const recalledSecond = recall('second-language');
const second = signal<string | null>(recalledSecond !== null && findLanguage(recalledSecond) ? recalledSecond : null);
/** The worker's second language, if they named one. */
export const secondLanguage: ReadonlySignal<string | null> = second;
export const showSecondLanguage = (tag: string | null): void => {
  second.value = tag;
};
export const setSecondLanguage = (tag: string | null): void => {
  chosen = true;
  showSecondLanguage(tag);
  remember('second-language', tag);
};

/** What this phone must speak without a connection. */
export const chosenLanguages = (): readonly string[] => [current.value, second.value].filter((tag) => tag !== null);

/** The language of the person in front of the worker, for this conversation. */
export const personLanguage = signal<string | null>(null);

/** What was chosen here before; else what the browser asks for; else English. */
export const firstLanguage = (): string => {
  const chosen = recall('language');
  return chosen !== null && isOffered(chosen) ? chosen : bestLanguage(navigator.languages);
};
