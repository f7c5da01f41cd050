/** A short sum of a text, FNV-1a over its UTF-16 units: it tells two texts apart that were meant to differ. It is no seal. */
export const sumOf = (text: string): string => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
};
