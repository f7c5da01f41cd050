/** Word processors bend quotes; bent ones are read as straight ones, because a fifth of real forms have them. */

const single = "'\u2018\u2019\u201a\u201b\u2039\u203a\u2032\uff07";
const double = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02';

export const isQuote = (character: string): boolean => character !== '' && (single.includes(character) || double.includes(character));

const closedBy = (text: string, at: number, closers: string): number => {
  for (let place = at + 1; place < text.length; place++) if (closers.includes(text.charAt(place))) return place;
  return -1;
};

/**
 * Where the text that opens at `at` ends, or -1. A straight quote is closed by a straight one, so that `'Don’t know'` stays
 * whole; only when there is none, or the opening one is bent, does any of its kind close it.
 */
export const closingQuote = (text: string, at: number): number => {
  const open = text.charAt(at);
  const family = single.includes(open) ? single : double;
  const straight = open === family[0] ? text.indexOf(open, at + 1) : -1;
  return straight >= 0 ? straight : closedBy(text, at, family);
};
