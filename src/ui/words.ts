/** Days, moments, numbers and names of languages, in the reader's language. Intl does it offline where it can; ownDates.ts where it cannot. */
import type { Day } from '../domain/id.ts';
import { type DateParts, type OwnDates, ownDates } from './ownDates.ts';

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

/** Western digits and the calendar of the records, in every language: one report is read by people of many (decision 0021). */
const plain = (lang: string): string => `${lang}-u-ca-gregory-nu-latn`;

type DateKind = 'day' | 'longDay' | 'month' | 'when' | 'time';
const dateForms: Readonly<Record<DateKind, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  when: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
};
const intlForm = cached((key) => {
  const [kind, lang] = key.split(' ') as [DateKind, string];
  return new Intl.DateTimeFormat(plain(lang), dateForms[kind]);
});

const numbersOf = (lang: string): string => plain(ownDates[lang]?.numbersLike ?? lang);
const numberForm = cached((lang) => new Intl.NumberFormat(numbersOf(lang)));
const typedForm = cached((lang) => new Intl.NumberFormat(numbersOf(lang), { maximumFractionDigits: 15 }));
const ungroupedForm = cached((lang) => new Intl.NumberFormat(numbersOf(lang), { maximumFractionDigits: 15, useGrouping: false }));
const languageNames = cached((lang) => new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }));

/** A day has no time and no zone: read as UTC and written as UTC, it stays the day that was meant. */
const dayToDate = (day: string): Date | null => {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
};

const utcParts = (date: Date): DateParts => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
  weekday: date.getUTCDay(),
});
const localParts = (date: Date): DateParts => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
  day: date.getDate(),
  weekday: date.getDay(),
});
const clock = (date: Date): string => `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;

const ownForm = (own: OwnDates, kind: DateKind, date: Date): string => {
  if (kind === 'time') return clock(date);
  return kind === 'when' ? `${own.day(localParts(date))}, ${clock(date)}` : own[kind](utcParts(date));
};

/** What is no date is shown as it came. */
const written = (kind: DateKind, lang: string, date: Date | null, as: string): string => {
  if (!date) return as;
  const own = ownDates[lang];
  return own ? ownForm(own, kind, date) : intlForm(`${kind} ${lang}`).format(date);
};

/** 22 Nov 2026 */
export const formatDay = (day: Day | string, lang: string): string => written('day', lang, dayToDate(day), day);
/** Sunday 22 November */
export const formatLongDay = (day: Day | string, lang: string): string => written('longDay', lang, dayToDate(day), day);
/** `2026-11` or a day: November 2026 */
export const formatMonth = (month: string, lang: string): string => written('month', lang, dayToDate(`${month.slice(0, 7)}-01`), month);

const isoToDate = (iso: string): Date | null => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
};
/** 22 Nov 2026, 21:05, on this device's clock. */
export const formatWhen = (iso: string, lang: string): string => written('when', lang, isoToDate(iso), iso);
export const formatTime = (iso: string, lang: string): string => written('time', lang, isoToDate(iso), iso);
export const formatNumber = (number: number, lang: string): string => numberForm(lang).format(number);

/** A number somebody typed: nothing is rounded, and one that may be a year is not grouped. What is no number stays as it is. */
export const formatTyped = (text: string, lang: string): string => {
  const number = Number(text);
  if (!/^-?\d{1,15}(\.\d{1,10})?$/u.test(text)) return text;
  return (Math.abs(number) < 10_000 ? ungroupedForm : typedForm)(lang).format(number);
};

/** The order of names in a list, as the reader's language has it. */
export const inOrder = cached((lang) => new Intl.Collator(lang).compare);

export const ownLanguageName = (tag: string): string => ownNames[tag] ?? tag;

/** The name in the reader's language, where the browser knows it. */
const readerName = (tag: string, lang: string): string | undefined => {
  // Otherwise the browser would answer in a language of its own.
  if (ownDates[lang]) return undefined;
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
