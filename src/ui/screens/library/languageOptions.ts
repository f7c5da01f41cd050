/** Languages to choose from, under their own names: first those met in outreach here, then all others that forms are written in. */
import { spokenLanguages } from '../../../domain/codes.ts';
import { knownLanguageCodes } from '../../../forms/xlsform/languageNames.ts';
import type { PickOption } from '../../parts/Pick.tsx';
import { inOrder, languageName } from '../../words.ts';
import { languageInNoList } from './publishedWords.ts';

const nameIn = (tag: string): string | undefined => {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
};

/** Own name first; where our own list has none, the browser may. */
const labelOf = (tag: string, lang: string): string => {
  const label = languageName(tag, lang);
  const own = label.startsWith(tag) ? nameIn(tag) : undefined;
  return own && own.toLowerCase() !== tag ? label.replace(tag, own) : label;
};

const sorted = (tags: readonly string[], lang: string): readonly PickOption<string>[] => {
  const compare = inOrder(lang);
  return tags.map((value) => ({ value, label: labelOf(value, lang) })).sort((a, b) => compare(a.label, b.label));
};

const made = new Map<string, readonly PickOption<string>[]>();

/** `also`: a code that is in no list, so that what the form says is shown and kept. `inNoList`: words for a language that has no place here. */
export const languageOptions = (lang: string, also: string | null, inNoList?: string): readonly PickOption<string>[] => {
  const near = spokenLanguages.filter((tag) => tag !== 'other');
  const known = made.get(lang) ?? [
    ...near.map((value) => ({ value, label: labelOf(value, lang) })),
    ...sorted(
      knownLanguageCodes.filter((tag) => !near.some((each) => each === tag)),
      lang,
    ),
  ];
  made.set(lang, known);
  const all = inNoList === undefined ? known : [...known, { value: languageInNoList, label: inNoList }];
  return also === null || all.some(({ value }) => value === also) ? all : [...all, { value: also, label: labelOf(also, lang) }];
};
