/** Days, moments, numbers and names of languages, in the reader's language. Intl does it offline; we only choose the form. */
import type { Day } from '../domain/id.ts';

/** People look for their language under its own name, in its own script; never under a flag. */
const ownNames: Readonly<Record<string, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  cmn: '普通话 / 國語',
  yue: '廣東話',
  nan: '閩南語 / 台語',
  ko: '한국어',
  vi: 'Tiếng Việt',
  fil: 'Filipino',
  ur: 'اردو',
  hi: 'हिन्दी',
  gu: 'ગુજરાતી',
  pa: 'ਪੰਜਾਬੀ',
  th: 'ไทย',
  ne: 'नेपाली',
  bn: 'বাংলা',
  my: 'မြန်မာ',
  rhg: 'Ruáingga',
  km: 'ខ្មែរ',
  id: 'Bahasa Indonesia',
  mn: 'Монгол',
  lo: 'ລາວ',
  ja: '日本語',
  ta: 'தமிழ்',
  te: 'తెలుగు',
  ml: 'മലയാളം',
  si: 'සිංහල',
  fa: 'فارسی',
  ps: 'پښتو',
  ar: 'العربية',
  es: 'Español',
};

const cached = <T>(make: (lang: string) => T): ((lang: string) => T) => {
  const made = new Map<string, T>();
  return (lang) => {
    const found = made.get(lang) ?? make(lang);
    made.set(lang, found);
    return found;
  };
};

const dayForm = cached((lang) => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }));
const longDayForm = cached((lang) => new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }));
const monthForm = cached((lang) => new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }));
const whenForm = cached(
  (lang) => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
);
const timeForm = cached((lang) => new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' }));
const numberForm = cached((lang) => new Intl.NumberFormat(lang));
const typedForm = cached((lang) => new Intl.NumberFormat(lang, { maximumFractionDigits: 15 }));
const ungroupedForm = cached((lang) => new Intl.NumberFormat(lang, { maximumFractionDigits: 15, useGrouping: false }));
const languageNames = cached((lang) => new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }));

/** A day has no time and no zone: read as UTC and written as UTC, it stays the day that was meant. */
const dayToDate = (day: string): Date | null => {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
};
const written = (form: Intl.DateTimeFormat, date: Date | null, as: string): string => (date ? form.format(date) : as);

/** 22 Nov 2026 */
export const formatDay = (day: Day | string, lang: string): string => written(dayForm(lang), dayToDate(day), day);
/** Sunday 22 November */
export const formatLongDay = (day: Day | string, lang: string): string => written(longDayForm(lang), dayToDate(day), day);
/** `2026-11` or a day: November 2026 */
export const formatMonth = (month: string, lang: string): string => written(monthForm(lang), dayToDate(`${month.slice(0, 7)}-01`), month);

const isoToDate = (iso: string): Date | null => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
};
/** 22 Nov 2026, 21:05, on this device's clock. */
export const formatWhen = (iso: string, lang: string): string => written(whenForm(lang), isoToDate(iso), iso);
export const formatTime = (iso: string, lang: string): string => written(timeForm(lang), isoToDate(iso), iso);
export const formatNumber = (number: number, lang: string): string => numberForm(lang).format(number);

/** A number somebody typed: nothing is rounded, and one that may be a year is not grouped. What is no number stays as it is. */
export const formatTyped = (text: string, lang: string): string => {
  const number = Number(text);
  if (!/^-?\d{1,15}(\.\d{1,10})?$/u.test(text)) return text;
  return (Math.abs(number) < 10_000 ? ungroupedForm : typedForm)(lang).format(number);
};

export const ownLanguageName = (tag: string): string => ownNames[tag] ?? tag;

/** The name in the reader's language, where the browser knows it. */
const readerName = (tag: string, lang: string): string | undefined => {
  try {
    return languageNames(lang).of(tag);
  } catch {
    return undefined;
  }
};

/** Own name first, then the reader's word for it: `한국어 · Korean`. `other` is for the caller: it is in `codes`. */
export const languageName = (tag: string, lang: string): string => {
  const own = ownLanguageName(tag);
  const reader = readerName(tag, lang);
  return !reader || reader.toLowerCase() === own.toLowerCase() || (own === tag && reader === tag) ? own : `${own} · ${reader}`;
};
