/**
 * Numbers on the information card and in the steps to take: data only, wording lives in locales/<lang>/directory.json.
 * Public numbers age, and what a line shares with whom matters as much as its number, so every entry says when, by whom
 * and what was checked. These ship unchecked: an organisation checks each one before it is used, and the card says so.
 */
import * as v from 'valibot';
import { Day } from './id.ts';

export const lineKinds = ['emergency', 'support', 'crisis', 'child-protection', 'wages'] as const;
export const lineWays = ['call', 'text', 'tty'] as const;
/** `not-yet-checked` stands alone; the others say whom the line may tell, always or in some cases. */
export const sharesWith = [
  'not-yet-checked',
  'nobody-without-consent',
  'part-of-government',
  'police',
  'child-protection',
  'emergency-services',
] as const;

export const DirectoryLine = v.object({
  way: v.picklist(lineWays),
  number: v.string(),
  /** For a text line: the word to send. */
  send: v.optional(v.string()),
  /** Languages answered without an interpreter, BCP 47; empty when not known. */
  languages: v.array(v.string()),
  /** Voice lines only: an interpreter joins on request. */
  interpreter: v.picklist(['yes', 'no', 'not-yet-checked']),
});

export const DirectoryEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)),
  kind: v.picklist(lineKinds),
  lines: v.array(DirectoryLine),
  hours: v.picklist(['always', 'not-yet-checked']),
  /** What public sources say; it counts as known only once `checkedOn` is set. */
  sharesInformationWith: v.array(v.picklist(sharesWith)),
  checkedOn: v.nullable(Day),
  checkedBy: v.nullable(v.string()),
});
export type DirectoryEntry = v.InferOutput<typeof DirectoryEntry>;

/** The bare numbers, by the name that the wording uses for them: give these to i18next as default variables. */
export const directoryNumbers = {
  emergency: '911',
  supportLine: '1-888-373-7888',
  supportText: '233733',
  supportWord: 'BEFREE',
  crisisLine: '988',
  homeSafetyLine: '1-877-863-6338',
  childLine: '1-800-252-2873',
  childLineLetters: '1-800-25-ABUSE',
  childLineTty: '1-800-358-5117',
} as const;

const unchecked = { checkedOn: null, checkedBy: null } as const;
const numbers = directoryNumbers;

export const directory: readonly DirectoryEntry[] = [
  {
    id: 'emergency',
    kind: 'emergency',
    lines: [{ way: 'call', number: numbers.emergency, languages: ['en'], interpreter: 'not-yet-checked' }],
    hours: 'always',
    sharesInformationWith: ['part-of-government', 'police'],
    ...unchecked,
  },
  {
    // Public notices: a new operator was announced in September 2025 and runs it since December 2025.
    id: 'support-line',
    kind: 'support',
    lines: [
      { way: 'call', number: numbers.supportLine, languages: ['en', 'es'], interpreter: 'yes' },
      { way: 'text', number: numbers.supportText, send: numbers.supportWord, languages: ['en', 'es'], interpreter: 'no' },
    ],
    hours: 'always',
    sharesInformationWith: ['police', 'child-protection'],
    ...unchecked,
  },
  {
    id: 'home-safety-line',
    kind: 'support',
    lines: [{ way: 'call', number: numbers.homeSafetyLine, languages: [], interpreter: 'not-yet-checked' }],
    hours: 'always',
    sharesInformationWith: ['not-yet-checked'],
    ...unchecked,
  },
  {
    id: 'crisis-line',
    kind: 'crisis',
    lines: [
      { way: 'call', number: numbers.crisisLine, languages: ['en', 'es'], interpreter: 'yes' },
      { way: 'text', number: numbers.crisisLine, languages: ['en', 'es'], interpreter: 'no' },
    ],
    hours: 'always',
    sharesInformationWith: ['emergency-services'],
    ...unchecked,
  },
  {
    id: 'child-line',
    kind: 'child-protection',
    lines: [
      { way: 'call', number: numbers.childLine, languages: [], interpreter: 'not-yet-checked' },
      { way: 'tty', number: numbers.childLineTty, languages: ['en'], interpreter: 'no' },
    ],
    hours: 'always',
    sharesInformationWith: ['part-of-government', 'police'],
    ...unchecked,
  },
  {
    // A service without a number on purpose: the organisation adds the office it has checked.
    id: 'wage-claims',
    kind: 'wages',
    lines: [],
    hours: 'not-yet-checked',
    sharesInformationWith: ['not-yet-checked'],
    ...unchecked,
  },
];
