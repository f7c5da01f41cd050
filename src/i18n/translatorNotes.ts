/** What English tells its translators about each text. Only the office asks for it, so the files come when they are wanted. */
import { withoutPluralEnding } from './flatWords.ts';
import type { Namespace } from './languages.ts';
import type { Words } from './pseudo.ts';

const files = import.meta.glob<Words>('../../locales/en/*.notes.json', { import: 'default' });

/** Throws when the file does not come. */
export const loadNotes = async (namespace: Namespace): Promise<Words> =>
  (await files[`../../locales/en/${namespace}.notes.json`]?.()) ?? {};

/** A text's own note, or that of its plural, else that of the nearest group around it. */
export const noteFor = (notes: Words, key: string): string | undefined => {
  let found: string | undefined;
  let here: string | Words | undefined = notes;
  for (const part of key.split('.')) {
    here = typeof here === 'object' ? (here[part] ?? here[withoutPluralEnding(part)]) : undefined;
    if (typeof here === 'string') found = here;
  }
  return found;
};
