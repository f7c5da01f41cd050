/** The app's own words, so that a story clicks what the person reads, in whichever language. */
import { pseudoLanguage } from '../../src/i18n/languages.ts';
import { pseudoText } from '../../src/i18n/pseudo.ts';
import { textOf } from './source.ts';

const files = new Map<string, unknown>();

const fileOf = (language: string, namespace: string): unknown => {
  const path = `locales/${language}/${namespace}.json`;
  if (!files.has(path)) files.set(path, JSON.parse(textOf(path)));
  return files.get(path);
};

/** `say('ko')('field:contact.save')`; placeholders are filled from `values`. */
export const say =
  (language: string) =>
  (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const [namespace = '', path = ''] = key.split(':');
    const spoken = language === pseudoLanguage ? 'en' : language;
    const text = path
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], fileOf(spoken, namespace));
    if (typeof text !== 'string') throw new Error(`${language} has no words for ${key}`);
    return (language === pseudoLanguage ? pseudoText(text) : text).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  };
export type Say = ReturnType<typeof say>;
