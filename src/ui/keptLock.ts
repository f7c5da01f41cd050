/**
 * The lock as it last stood, drawn before anything else of the app is loaded: a slow phone takes the passphrase at once, and the
 * app takes over the very field that somebody is typing into. What is kept is what every stranger sees who opens the app, and
 * never what was typed. It draws from within the page (src/first.ts) and takes over within the app, which share nothing but what
 * stands on the screen; so it brings nothing but what it needs.
 */
import { addFont } from '../i18n/fontFace.ts';
import { recall, remember } from '../i18n/remembered.ts';
import { drawnOf, make, readDrawn } from './drawn.ts';

const place = 'lock';
const isOurs = /^\/assets\/[\w/-]+\.woff2$/;

/** What must be as it was, or the lock is drawn by the app: another version looks otherwise, and another language was chosen elsewhere. */
const standsFor = (): string => JSON.stringify([document.querySelector<HTMLStyleElement>('head style')?.dataset.look, recall('language')]);

/** Of the whole page only these two: a bar or a message that stands there by chance may say more. */
const partsOf = (root: Element): readonly Element[] => [...root.children].filter((part) => part.matches('header, main'));

const fieldIn = (root: Element) => root.querySelector<HTMLInputElement>('form input[type=password]');

/** To be called while the lock stands as it does for everybody who opens the app. `font`: where that of its language lies. */
export const keepLock = (root: Element, font: string | null): void => {
  // With the passphrase shown it is another field.
  if (!fieldIn(root)) return;
  const { lang, dir } = document.documentElement;
  remember(place, JSON.stringify([standsFor(), lang, dir, font, partsOf(root).flatMap(drawnOf)]));
};

export const forgetLock = (): void => remember(place, null);

/** Said on the form itself while the app is not there: whether it was already to be opened. No attribute, so nothing of it is kept. */
const early = Symbol.for('fieldbook.early');
interface EarlyForm extends HTMLFormElement {
  [early]?: 'typing' | 'asked';
}
const earlyForm = (): EarlyForm | null => {
  const form = document.querySelector<EarlyForm>('#app form');
  return form?.[early] ? form : null;
};

const noteAsking = (event: Event): void => {
  event.preventDefault();
  const form = earlyForm();
  if (form) form[early] = 'asked';
};

/** The field and its button work; what needs the app to answer waits for it, and is not pressed in vain. */
const halfAlive = (root: Element): void => {
  const field = fieldIn(root);
  const form: EarlyForm | null | undefined = field?.form;
  if (!field || !form) return;
  for (const list of root.querySelectorAll('select')) list.disabled = true;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[type=button]')) button.inert = true;
  form.addEventListener('submit', noteAsking);
  form[early] = 'typing';
  field.focus();
};

const draw = (root: Element, text: string): void => {
  const [standing, lang, dir, font, parts]: unknown[] = JSON.parse(text);
  const drawn = readDrawn(parts);
  if (standing !== standsFor() || typeof lang !== 'string' || (dir !== 'ltr' && dir !== 'rtl') || !drawn) return;
  Object.assign(document.documentElement, { lang, dir });
  if (typeof font === 'string' && isOurs.test(font)) addFont(lang, font);
  root.replaceChildren(...drawn.map((part) => make(part)));
  halfAlive(root);
};

/** Whether it stands there now. What does not read is as good as not kept. */
export const drawKeptLock = (root: Element): boolean => {
  const kept = recall(place);
  try {
    if (kept !== null) draw(root, kept);
  } catch {
    forgetLock();
  }
  return isKeptLockDrawn();
};

export const isKeptLockDrawn = (): boolean => earlyForm() !== null;

export interface Typed {
  readonly passphrase: string;
  /** Whether it was already to be opened with that. */
  readonly asked: boolean;
}

/** What was typed before the app was there; given once, to the lock that goes on with it. */
export const takeTyped = (): Typed => {
  const form = earlyForm();
  // Something else stands in its place: then it was not for this lock.
  if (!form) return { passphrase: '', asked: false };
  const typed = { passphrase: fieldIn(form)?.value ?? '', asked: form[early] === 'asked' };
  form.removeEventListener('submit', noteAsking);
  delete form[early];
  return typed;
};
