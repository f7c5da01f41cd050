/**
 * Translation mode: while it is on, a pencil stands beside what is said to people and one above for the words of the screen.
 * Off by default; the choice is remembered on the device, and says nothing of anybody.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { recall, remember } from '../i18n/remembered.ts';

const on = signal(recall('translating') !== null);
export const translating: ReadonlySignal<boolean> = on;

export const setTranslating = (isOn: boolean): void => {
  on.value = isOn;
  remember('translating', isOn ? 'yes' : null);
};

/** What somebody wants to say better: one text, or the texts that the screen has shown since it was opened. */
export type Wanted =
  /** `from`: opened from the list of these texts, which is shown again afterwards. */
  | { readonly type: 'text'; readonly tag: string; readonly key: string; readonly from?: ReadonlyMap<string, readonly string[]> }
  | { readonly type: 'screen'; readonly texts: ReadonlyMap<string, readonly string[]> }
  /** Of a checklist that an organisation brought: its words are changed where it is. */
  | { readonly type: 'own' };

export const wanted = signal<Wanted | null>(null);
