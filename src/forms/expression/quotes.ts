/** Word processors bend quotes; bent ones are read as straight ones, because a fifth of real forms have them. */

const single = "'\u2018\u2019\u201a\u201b\u2039\u203a\u2032\uff07";
const double = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02';

const between = (signs: string): RegExp => new RegExp(`[${signs}]([^${signs}]*)[${signs}]`, 'y');

/**
 * A straight quote is closed by a straight one, so that `'Don’t know'` stays whole; only when there is none, or the opening
 * one is bent, does any of its kind close it.
 */
export const quotedTexts: readonly RegExp[] = ["'", '"', single, double].map(between);

export const isQuote = (character: string): boolean => character !== '' && `${single}${double}`.includes(character);
