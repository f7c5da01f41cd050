/** Whether Burmese that somebody typed will be readable to others. What knows it is fetched only once there is any to look at. */
const burmese = /[\u1000-\u109f]/;

/** The same text as everybody's phone reads it, where this is Zawgyi; else nothing. */
export const readableBurmese = async (text: string): Promise<string | null> => {
  if (!burmese.test(text)) return null;
  try {
    const { inUnicode, looksLikeZawgyi } = await import('./zawgyi/zawgyi.ts');
    return looksLikeZawgyi(text) ? inUnicode(text) : null;
  } catch {
    // Without the Burmese pack and without a connection: what was typed stays as it was typed.
    return null;
  }
};
