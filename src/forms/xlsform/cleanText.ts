/** Text as it comes out of a cell, made tidy the way the reference converter does, so that both read the same words. */

const curly: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
};
const curlyQuotes = /[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f]/g;

export const hasCurlyQuotes = (text: string): boolean => /[\u2018-\u201f]/.test(text);
export const straightened = (text: string): string => text.replace(curlyQuotes, (quote) => curly[quote] ?? quote);

/** Runs of spaces are one; line breaks stay. */
const collapsed = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

/** `false` where the settings say clean_text_values = no: only the quotes are straightened then. */
export const cleaned = (text: string, spaces: boolean): string => straightened(spaces ? collapsed(text) : text);

/** For headings, types and names of sheets: capitals and spaces do not count. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
