/** What must hold of a wording whoever wrote it: nothing blank, every placeholder of the English and no other, not far too long. */

/** `{{count, number}}` and `{{count}}` say the same; `$t(other.key)` is a placeholder too. */
export const placeholdersOf = (text: string): readonly string[] => {
  const found = [...text.matchAll(/\{\{-?\s*([\w.]+)[^{}]*\}\}|\$t\(([^),]+)/g)];
  return [...new Set(found.map((match) => match[1] ?? `$t(${match[2]})`))].sort();
};

/** As they must be written. */
export const asWritten = (names: readonly string[]): string => names.map((name) => (name.startsWith('$') ? name : `{{${name}}}`)).join(' ');

/** Braces that are left over when the placeholders are out: a placeholder that was mistyped would be read aloud. */
const strayBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(/\{\{-?\s*[\w.]+[^{}]*\}\}/g, ''));

export type WordingProblem =
  | { readonly type: 'blank' }
  | { readonly type: 'placeholder-missing'; readonly names: readonly string[] }
  | { readonly type: 'placeholder-foreign'; readonly names: readonly string[] }
  | { readonly type: 'placeholder-broken' }
  | { readonly type: 'too-long' };

export interface ToCheck {
  /** With the ending of a plural form. */
  readonly key: string;
  readonly english: string;
  readonly text: string;
}

/** Short words grow most: three times as long as a word of four letters is nothing. */
const leastLong = 60;
export const mostLength = (english: string): number => Math.max(leastLong, english.length * 3);

/** A form for one may leave the number out ("one person"), in one language and not in another. */
const mayOmit = (key: string): readonly string[] => (/_(?:zero|one|two|few|many)$/.test(key) ? ['count'] : []);

const placeholderProblems = ({ key, english, text }: ToCheck): readonly WordingProblem[] => {
  const [wanted, found] = [placeholdersOf(english), placeholdersOf(text)];
  const missing = wanted.filter((name) => !found.includes(name) && !mayOmit(key).includes(name));
  const foreign = found.filter((name) => !wanted.includes(name) && !mayOmit(key).includes(name));
  return [
    ...(missing.length > 0 ? [{ type: 'placeholder-missing', names: missing } as const] : []),
    ...(foreign.length > 0 ? [{ type: 'placeholder-foreign', names: foreign } as const] : []),
    ...(strayBraces(text) && !strayBraces(english) ? [{ type: 'placeholder-broken' } as const] : []),
  ];
};

export const wordingProblems = (asked: ToCheck): readonly WordingProblem[] => {
  if (asked.text.trim() === '') return [{ type: 'blank' }];
  const tooLong = asked.text.length > mostLength(asked.english) ? [{ type: 'too-long' } as const] : [];
  return [...placeholderProblems(asked), ...tooLong];
};

/** One spelling of each letter, no space at the ends: what looks the same is the same. */
export const tidyWording = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
