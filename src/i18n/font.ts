/**
 * Scripts that many phones draw badly, or not at all, bring a font with their language (scripts/subsetFonts.mjs). It is made
 * known when the words come and no sooner: a list of languages must not fetch a font for every name in it.
 */
import { sourceLanguage } from './languages.ts';

const made = new Set<string>();

/** The family that scripts.css asks for first, for text in this language wherever it stands. */
export const bringFont = async (tag: string): Promise<void> => {
  if (tag === sourceLanguage || made.has(tag) || typeof FontFace === 'undefined') return;
  made.add(tag);
  const { fontFiles } = await import('./otherWords.ts');
  const address = fontFiles[`./fonts/${tag}.woff2`];
  if (address) document.fonts.add(new FontFace(`Fieldbook ${tag}`, `url(${address})`, { display: 'swap', weight: '400 700' }));
};
