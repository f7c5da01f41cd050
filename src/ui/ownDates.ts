/**
 * Days and months in languages whose names Chromium does not have (Nepali, Burmese, Khmer, Mongolian, Lao): there `Intl` would
 * silently answer in English. The names are those of CLDR, which browsers that know these languages show as well
 * (tests/ui/words.test.ts holds them to it). The clock has 24 hours, and digits are Western ones, as everywhere (decision 0021).
 */
export interface DateParts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From Sunday. */
  readonly weekday: number;
}

export interface OwnDates {
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  readonly day: (date: DateParts) => string;
  readonly longDay: (date: DateParts) => string;
  readonly month: (date: DateParts) => string;
  /** Another language that sets off thousands and decimals in the same way. */
  readonly numbersLike: string;
}

type Order = (year: string, month: string, day: string) => string;

const named = (
  months: readonly string[],
  weekdays: readonly string[],
  numbersLike: string,
  {
    day,
    longDay,
    month,
  }: { readonly day: Order; readonly longDay: (weekday: string, month: string, day: string) => string; readonly month: Order },
): OwnDates => {
  const monthOf = (date: DateParts) => months[date.month - 1] ?? '';
  return {
    months,
    weekdays,
    numbersLike,
    day: (date) => day(String(date.year), monthOf(date), String(date.day)),
    longDay: (date) => longDay(weekdays[date.weekday] ?? '', monthOf(date), String(date.day)),
    month: (date) => month(String(date.year), monthOf(date), ''),
  };
};

const yearFirst: Order = (year, month, day) => `${year} ${month} ${day}`.trim();
const dayFirst: Order = (year, month, day) => `${day} ${month} ${year}`.trim();

export const ownDates: Readonly<Record<string, OwnDates>> = {
  ne: named(
    ['जनवरी', 'फेब्रुअरी', 'मार्च', 'अप्रिल', 'मे', 'जुन', 'जुलाई', 'अगस्ट', 'सेप्टेम्बर', 'अक्टोबर', 'नोभेम्बर', 'डिसेम्बर'],
    ['आइतबार', 'सोमबार', 'मङ्गलबार', 'बुधबार', 'बिहिबार', 'शुक्रबार', 'शनिबार'],
    'en-IN',
    { day: yearFirst, month: yearFirst, longDay: (weekday, month, day) => `${month} ${day}, ${weekday}` },
  ),
  my: named(
    ['ဇန်နဝါရီ', 'ဖေဖော်ဝါရီ', 'မတ်', 'ဧပြီ', 'မေ', 'ဇွန်', 'ဇူလိုင်', 'ဩဂုတ်', 'စက်တင်ဘာ', 'အောက်တိုဘာ', 'နိုဝင်ဘာ', 'ဒီဇင်ဘာ'],
    ['တနင်္ဂနွေ', 'တနင်္လာ', 'အင်္ဂါ', 'ဗုဒ္ဓဟူး', 'ကြာသပတေး', 'သောကြာ', 'စနေ'],
    'en',
    { day: yearFirst, month: yearFirst, longDay: (weekday, month, day) => `${month} ${day} ${weekday}` },
  ),
  km: named(
    ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'],
    ['អាទិត្យ', 'ចន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍'],
    'en',
    { day: dayFirst, month: dayFirst, longDay: (weekday, month, day) => `${weekday} ${day} ${month}` },
  ),
  // Months are counted in Mongolian, and written with the number wherever there is little room.
  mn: named(
    Array.from({ length: 12 }, (_, at) => `${at + 1}-р сар`),
    ['ням', 'даваа', 'мягмар', 'лхагва', 'пүрэв', 'баасан', 'бямба'],
    'en',
    {
      day: (year, month, day) => `${year} оны ${month}ын ${day}`,
      month: (year, month) => `${year} оны ${month}`,
      longDay: (weekday, month, day) => `${month}ын ${day}, ${weekday}`,
    },
  ),
  lo: named(
    ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ'],
    ['ວັນອາທິດ', 'ວັນຈັນ', 'ວັນອັງຄານ', 'ວັນພຸດ', 'ວັນພະຫັດ', 'ວັນສຸກ', 'ວັນເສົາ'],
    'id',
    { day: dayFirst, month: dayFirst, longDay: (weekday, month, day) => `${weekday} ${day} ${month}` },
  ),
};
