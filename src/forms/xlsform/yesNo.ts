/** `required` and `read_only` as people write them, read into `true()`, `false()` or an expression. */

const yes = new Set(['yes', 'y', 'true', 'true()', '1', '1.0', 't', 'x', 'si', 'sí', 'oui', 'required']);
const no = new Set(['no', 'n', 'false', 'false()', '0', '0.0', 'f', 'non']);
/** A reference, a call, a comparison: anything that can be true or false only when it is worked out. */
const looksWorkedOut = /[${}()=<>/]|\s(?:and|or)\s/;

export const yesOrNo = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
};

/** `undefined` where it is neither. */
export const condition = (text: string): string | undefined => {
  const said = yesOrNo(text);
  if (said !== undefined) return said ? 'true()' : 'false()';
  return looksWorkedOut.test(text) ? text : undefined;
};
