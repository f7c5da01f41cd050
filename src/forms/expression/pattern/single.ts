/**
 * The parts of a pattern that stand for one character. Each is tested by the JavaScript engine itself, on that one character:
 * nothing can run away there, and classes mean exactly what they mean in JavaScript.
 */
const needlesslyEscaped = (source: string): string =>
  source.replace(/(\\[A-Za-z0-9^$\\.*+?()[\]{}|/-])|\\/g, '$1').replace(/(\\[pP]\{[^}]*\}|\\[dDwWsS])-(?!\])/g, '$1\\-');

const compiled = (source: string, flags: string): RegExp | null => {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    return null;
  }
};

/** A test for one character, or `null` where the source is no pattern. `\p{L}` is a letter here, as in Java. */
export const singleTest = (source: string): ((character: string) => boolean) | null => {
  if (!/^[.([\\]/.test(source)) return (character) => character === source;
  const loose = /\\[pP]\{/.test(source) ? null : compiled(source, '');
  const found = compiled(source, 'u') ?? loose ?? compiled(needlesslyEscaped(source), 'u');
  return found && ((character) => found.test(character));
};
