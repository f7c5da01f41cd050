/** In which scripts a language is written: a text in another one is somebody's slip of the file, or of the language. */

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Hangul: /\p{Script=Hangul}/u,
  Han: /\p{Script=Han}/u,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Arabic: /\p{Script=Arabic}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Gujarati: /\p{Script=Gujarati}/u,
  Thai: /\p{Script=Thai}/u,
  Bengali: /\p{Script=Bengali}/u,
  Myanmar: /\p{Script=Myanmar}/u,
  Khmer: /\p{Script=Khmer}/u,
  Lao: /\p{Script=Lao}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
} as const;
type Script = keyof typeof scripts;
const all = Object.keys(scripts) as readonly Script[];

const writtenIn: Readonly<Record<string, readonly Script[]>> = {
  ko: ['Hangul', 'Han'],
  zh: ['Han'],
  ja: ['Kana', 'Han'],
  ur: ['Arabic'],
  hi: ['Devanagari'],
  ne: ['Devanagari'],
  gu: ['Gujarati'],
  th: ['Thai'],
  bn: ['Bengali'],
  my: ['Myanmar'],
  km: ['Khmer'],
  lo: ['Lao'],
  mn: ['Cyrillic'],
};

const placeholder = /\{\{.*?\}\}|\$t\(.*?\)/gu;
const usedIn = (text: string): readonly Script[] => {
  const words = text.replace(placeholder, ' ');
  return all.filter((script) => scripts[script].test(words));
};
const wordCount = (text: string): number => text.replace(placeholder, ' ').match(/\p{L}+/gu)?.length ?? 0;

/** A name or a word of Latin letters may stand alone in any language; a whole sentence of them was not translated. */
const longEnough = 4;

export const isOtherScript = (tag: string, text: string, english: string): boolean => {
  const own = writtenIn[tag.split('-')[0] ?? tag] ?? ['Latin'];
  const used = usedIn(text);
  const allowed = new Set<Script>([...own, 'Latin', ...usedIn(english)]);
  if (used.some((script) => !allowed.has(script))) return true;
  return used.length > 0 && !used.some((script) => own.includes(script)) && wordCount(text) >= longEnough;
};
