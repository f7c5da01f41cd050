/** The languages there are. Adding one: a folder in locales/ and a line in languages.json; how far people have looked at it is states.ts. */
import listed from '../../locales/languages.json';

export const namespaces = ['app', 'codes', 'field', 'carry', 'office', 'library', 'checklists', 'directory'] as const;
export type Namespace = (typeof namespaces)[number];

export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where there is room for two or three letters, and those of the tag would mean another language or none. */
  readonly short?: string | undefined;
}

export const sourceLanguage = 'en';
/** Not a language: English with every string wrapped and lengthened, so that a test or an eye finds what was forgotten. */
export const pseudoLanguage = 'en-XA';

/** The list is ours and a test holds its shape: a parser would have to be loaded before the first screen. */
export const languages: readonly Language[] = listed.languages.map(({ direction, ...rest }) => ({
  ...rest,
  direction: direction === 'rtl' ? 'rtl' : 'ltr',
}));

export const findLanguage = (tag: string): Language | undefined => languages.find((language) => language.tag === tag);

/** Ways to call it that only a table of languages knows: `zh-TW` is also `zh-Hant`, `tl` is `fil`. */
const furtherNames = (tag: string): readonly string[] => {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [`${language}-${script}`, language];
  } catch {
    // Not a tag: a browser may be told anything.
    return [];
  }
};

const ourNameOf = (asked: string): string | undefined => {
  const known = (tag: string) => findLanguage(tag) !== undefined;
  // `ko-KR` is `ko`: most need no table, and on a slow phone the table takes some frames to come.
  return [asked, asked.split('-')[0] ?? asked].find(known) ?? furtherNames(asked).find(known);
};

/** The first of what the browser asks for that we have. */
export const bestLanguage = (asked: readonly string[]): string => {
  for (const tag of asked) {
    const ours = ourNameOf(tag);
    if (ours !== undefined) return ours;
  }
  return sourceLanguage;
};
