/** What a list of languages says of those that are not on this phone: how large they are to fetch. */
import { type Language, pseudoLanguage, sourceLanguage } from '../i18n/languages.ts';
import { isHere, packs } from '../i18n/packs.ts';

/** Making one takes longer than a tap may: the list of languages stands on every screen. */
const kilobytes = new Map<string, Intl.NumberFormat>();
const kilobytesIn = (lang: string): Intl.NumberFormat => {
  const form = kilobytes.get(lang) ?? new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilobyte', maximumSignificantDigits: 2 });
  kilobytes.set(lang, form);
  return form;
};

/** 180 kB, holding together wherever it stands. Not in words.ts: this is needed before the first screen, and the rest of that file is not. */
export const formatSize = (bytes: number, lang: string): string => `\u2068${kilobytesIn(lang).format(bytes / 1000)}\u2069`;

/** The size of a language that would have to be fetched. */
export const sizeToFetch = (tag: string, lang: string): string | null => {
  const pack = packs.value.get(tag);
  return pack && !pack.here ? formatSize(pack.bytes, lang) : null;
};

/** Between two languages on one line the name holds together by itself (U+2068, U+2069), whichever way either is written. */
export const nameInList = ({ tag, name }: Pick<Language, 'tag' | 'name'>, lang: string): string => {
  const size = sizeToFetch(tag, lang);
  return size === null ? name : `\u2068${name}\u2069 · ${size}`;
};

/** A pack that lies on this phone; English is no pack. */
export const isKeptPack = (tag: string): boolean => tag !== sourceLanguage && tag !== pseudoLanguage && packs.value.has(tag) && isHere(tag);
