/**
 * A name, a number to dial or a code put into a sentence that is written from the right would drag the words around it out of
 * their order. So whatever is filled in there holds together by itself (U+2068 … U+2069), and the sentence too.
 */
import type { FormatterModule } from 'i18next';
import { findLanguage } from './languages.ts';

/** `tag`: of the language all around. */
export const holdTogether = (text: string, tag: string): string => (findLanguage(tag)?.direction === 'rtl' ? `\u2068${text}\u2069` : text);

const isolated = (value: unknown, _form?: string, tag = ''): string =>
  typeof value === 'string' ? holdTogether(value, tag) : String(value ?? '');

/** i18next asks a formatter of every value that is filled in; ours knows no forms of its own. */
export const isolating: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: isolated,
};
