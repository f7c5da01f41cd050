/**
 * Finds things in a note that could lead somebody to a person: numbers, addresses, birth dates, perhaps a name (R25).
 * It only warns while somebody types; it stops nobody and keeps nothing. Better one warning too many than a name kept.
 * No lookbehind in these patterns: Safari before 16.4 would not load a file that has one.
 */
import { communityAreas } from './areas.ts';
import { namesIn } from './noteNames.ts';

export const noteConcerns = ['name', 'phone', 'email', 'account', 'birth-date', 'address', 'id-number', 'licence-plate'] as const;
export type NoteConcern = (typeof noteConcerns)[number];
export interface NoteWarning {
  readonly concern: NoteConcern;
  readonly words: string;
}

interface Pattern {
  readonly concern: NoteConcern;
  readonly finds: RegExp;
  readonly unless?: RegExp;
}

// Identity numbers come before phones, and what was found is taken out, so that one number is named once.
const patterns: readonly Pattern[] = [
  { concern: 'email', finds: /[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}\d.-]+/giu },
  { concern: 'account', finds: /(?:^|\s)@[\p{L}\d_.]{3,}/giu },
  {
    concern: 'account',
    finds:
      /(?:kakao(?:talk)?|카카오톡|카톡|wechat|微信|zalo|line|라인|telegram|whatsapp|instagram|facebook)\s*(?:id|아이디|号)\s*[:은는là]*\s*[\w.@-]{3,}/giu,
  },
  { concern: 'id-number', finds: /\b\d{3}-\d{2}-\d{4}\b/gu },
  { concern: 'id-number', finds: /\bA[-#\s]?\d{3}[-\s]?\d{3}[-\s]?\d{2,3}\b/gu },
  { concern: 'id-number', finds: /\b\d{6}-[1-8]\d{6}\b/gu },
  { concern: 'id-number', finds: /\b[A-Z]{1,2}\d{7,8}\b/gu },
  {
    concern: 'id-number',
    finds: /(?:passport|여권|hộ chiếu|cccd|cmnd|ssn|alien number)\s*(?:no\.?|number|번호|số)?\s*[:#]?\s*[A-Z]{0,2}\d{5,}/giu,
  },
  {
    concern: 'birth-date',
    finds:
      /(?:born|dob|d\.o\.b\.?|birth\s?day|date of birth|생년월일|생일|sinh(?:\s(?:ngày|năm|nhật))?|出生|生日)[\s:은는이on]*(?:in\s)?\d{1,4}(?:[\s./년月월日일-]+\d{1,4}){0,2}/giu,
  },
  { concern: 'birth-date', finds: /\b\d{2,4}\s?년\s?생/gu },
  { concern: 'birth-date', finds: /\b(?:19\d\d|200\d|201[0-5])\s?[./년-]\s?\d{1,2}\s?[./월-]\s?\d{1,2}일?/gu },
  { concern: 'birth-date', finds: /\b\d{1,2}[./-]\d{1,2}[./-](?:19\d\d|200\d|201[0-5]|[3-9]\d)(?=\D|$)/gu },
  {
    concern: 'birth-date',
    finds:
      /\b(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:19\d\d|200\d|201[0-5])\b/giu,
  },
  { concern: 'birth-date', finds: /\d{1,2}\s?tháng\s?\d{1,2}(?:\s?năm)?\s?(?:19\d\d|200\d|201[0-5])/giu },
  {
    concern: 'licence-plate',
    finds:
      /(?:licen[cs]e plate|number plate|plate(?: number)?|tags?|차량\s?번호|번호판|biển số(?: xe)?|车牌)[\s:#은는이is]*(?=[\p{L}\d -]*\d)[A-Z\d가-힣][A-Z\d가-힣 .-]{3,9}/giu,
  },
  { concern: 'licence-plate', finds: /(?:^|[^\d])\d{2,3}[가-힣]\s?\d{4}(?!\d)/gu, unless: /[년월일시분원명개번동]/u },
  { concern: 'licence-plate', finds: /\b\d{2}[A-Z]\d?[-\s]\d{3}\.?\d{2}\b/gu },
  { concern: 'licence-plate', finds: /\b[A-Z]{2,3}[- ]?\d{4,5}\b/gu, unless: /\s(?:19|20)\d\d$/u },
  {
    concern: 'address',
    finds:
      /\b\d{1,5}\s(?:[NSEW]\.?\s|(?:north|south|east|west)\s)?(?:[\p{L}'’.]+\s){1,3}(?:st|street|ave?|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|ct|court|pl|place|pkwy|parkway|ter|terrace|way|hwy|highway)\b/giu,
  },
  { concern: 'address', finds: /\b\d{1,5}\s(?:[NSEW]\.?|north|south|east|west)\s\p{Lu}\p{L}+/gu },
  { concern: 'address', finds: /\b(?:apt|apartment|unit|suite|room)\.?\s?#?\d+[a-z]?\b/giu },
  { concern: 'address', finds: /\b606\d\d(?:-\d{4})?\b/gu },
  { concern: 'address', finds: /[가-힣\d]+(?:대로|로|길)\s?\d{1,4}(?:-\d+)?(?:번길)?(?=[\s,.가-힣]|$)|\d+\s?번지|\d+\s?동\s?\d+\s?호/gu },
  {
    concern: 'address',
    finds:
      /(?:số\s?)?(?:nhà\s)?\d+[\d/]*[a-z]?,?\s(?:đường|phố|ngõ|hẻm)\s[\p{L}\d]+|(?:đường|phố)\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)*\s(?:số\s)?\d+/giu,
  },
];

const spokenDigits: readonly { readonly digit: string; readonly between: string }[] = [
  { digit: '[공영일이삼사오육륙칠팔구]', between: '[\\s-]*' },
  { digit: '[〇零一二三四五六七八九]', between: '[\\s-]*' },
  { digit: '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)', between: '[\\s,-]+' },
  { digit: '(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)', between: '[\\s,-]+' },
];
const spokenPhones = spokenDigits.map(({ digit, between }) => new RegExp(`${digit}(?:${between}${digit}){6,}`, 'giu'));

/** Seven to fifteen digits with the marks people put between them; commas are left to amounts of money. */
const writtenPhone = /(?:\+|\(|\d)[\d\s().·・-]{5,}\d/gu;
const digitsIn = (text: string): number => text.replace(/\D/gu, '').length;
const readsAsDay = /^\s*20\d\d\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\s*$/u;

const phonesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(writtenPhone)]
    .map(([found]) => found)
    .filter((found) => digitsIn(found) >= 7 && digitsIn(found) <= 15 && !readsAsDay.test(found)),
  ...spokenPhones.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found)),
];

/** Full-width digits and the like read as their plain forms; the letters of a language stay as they are. */
const plain = (note: string): string => note.normalize('NFKC').replace(/[‐‑‒–—−]/gu, '-');

const placeWords: ReadonlySet<string> = new Set(communityAreas.flatMap(([, name]) => name.toLowerCase().split(' ')));

/** What to look at again, each thing once, in the order it was looked for. */
export const noteWarnings = (note: string): readonly NoteWarning[] => {
  // Most notes stay empty, and the patterns cost their compiling at the first text that they look at.
  if (note.trim() === '') return [];
  let rest = plain(note);
  const found: NoteWarning[] = [];
  const take = (concern: NoteConcern, words: readonly string[]) => {
    for (const word of words) {
      rest = rest.replace(word, ' · ');
      found.push({ concern, words: word.trim() });
    }
  };
  for (const { concern, finds, unless } of patterns)
    take(
      concern,
      [...rest.matchAll(finds)].map(([words]) => words).filter((words) => !unless?.test(words)),
    );
  take('phone', phonesIn(rest));
  take('name', namesIn(rest, placeWords));
  return found;
};
