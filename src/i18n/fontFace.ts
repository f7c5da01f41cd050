/** A font of our own, made known to the browser, which fetches it where text asks for it. In a file of its own for whoever is there before the words. */
export const addFont = (tag: string, address: string): void => {
  const family = `Fieldbook ${tag}`;
  if ([...document.fonts].some((font) => font.family.replace(/^"|"$/g, '') === family)) return;
  document.fonts.add(new FontFace(family, `url(${address})`, { display: 'swap', weight: '400 700' }));
};
