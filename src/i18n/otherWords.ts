/** Where every file of a language lies that is not in the bundle. A file of its own, because nobody who reads English needs the list. */
import type { Words } from './pseudo.ts';

export const wordFiles = import.meta.glob<Words>(
  [
    '../../locales/*/{app,codes,field,carry,office,library,checklists,directory}.json',
    '!../../locales/en/{app,codes,field,checklists}.json',
  ],
  { import: 'default' },
);

/** How far people have looked at each string (states.ts). */
export const stateFiles = import.meta.glob<unknown>('../../locales/*/review.json', { import: 'default' });

/** Addresses only: a font is fetched when something is written in it (font.ts). */
export const fontFiles = import.meta.glob<string>('./fonts/*.woff2', { eager: true, query: '?url', import: 'default' });
