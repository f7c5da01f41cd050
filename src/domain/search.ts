/**
 * Search over what is already in memory. Case and diacritics are folded away on both sides, so that "nguoi" finds
 * "người"; Hangul falls apart into its letters, so that half a syllable finds the whole.
 */

/** Built in two steps so that an index over ten thousand texts is made once and asked often. */
export interface SearchRow<T> {
  readonly of: T;
  readonly text: string;
}

export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

export const searchRow = <T>(of: T, words: readonly (string | undefined)[]): SearchRow<T> => ({
  of,
  text: foldText(words.filter((word) => word !== undefined && word !== '').join(' \n')),
});

/** Every word of the query somewhere in the text, in any order. An empty query finds all. */
export const findRows = <T>(rows: readonly SearchRow<T>[], query: string): readonly T[] => {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows.map(({ of }) => of);
  return rows.filter(({ text }) => words.every((word) => text.includes(word))).map(({ of }) => of);
};
