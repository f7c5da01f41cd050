/** One word of a language whose words are loaded (load.ts), and of no other: nothing stands in for it. */
import i18next from 'i18next';

export const wordIn = (tag: string, key: string): string | undefined => {
  const said = i18next.getFixedT(tag)(key, { lngs: [tag], fallbackLng: [], defaultValue: '' });
  return said === '' ? undefined : said;
};
