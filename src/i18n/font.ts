/**
 * Scripts that many phones draw badly, or not at all, bring a font with their language (scripts/subsetFonts.mjs). It is made
 * known when the words come and no sooner: a list of languages must not fetch a font for every name in it.
 */
import { addFont } from './fontFace.ts';
import { sourceLanguage } from './languages.ts';

const addresses = new Map<string, string>();

/** The family that scripts.css asks for first, for text in this language wherever it stands. */
export const bringFont = async (tag: string): Promise<void> => {
  if (tag === sourceLanguage || addresses.has(tag) || typeof FontFace === 'undefined') return;
  const { fontFiles } = await import('./otherWords.ts');
  const address = fontFiles[`./fonts/${tag}.woff2`];
  if (address === undefined) return;
  addresses.set(tag, address);
  addFont(tag, address);
};

/** Where the font of a language lies, if it has brought one. */
export const fontOf = (tag: string): string | null => addresses.get(tag) ?? null;
