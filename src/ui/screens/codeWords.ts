/** Words for stored codes, and options made of them. Community areas are proper names and stay as they are (R23). */
import { useTranslation } from 'react-i18next';
import { communityAreaName, communityAreas, widerAreas } from '../../domain/areas.ts';
import { currentLanguage } from '../../i18n/language.ts';
import type { Option } from '../parts/Choice.tsx';
import type { PickOption } from '../parts/Pick.tsx';
import { inOrder, ownLanguageName } from '../words.ts';

/** Which list of `codes` the value of a stored field belongs to. */
export const codeListOf: Readonly<Record<string, string>> = {
  placeType: 'placeType',
  channel: 'channel',
  interpreter: 'interpreter',
  privacy: 'privacy',
  ageGroup: 'ageGroup',
  followUp: 'followUp',
  outcome: 'outcome',
  cue: 'cue',
  mode: 'consentMode',
};

export interface CodeWords {
  readonly word: (list: string, code: string) => string;
  readonly options: <T extends string>(list: string, codes: readonly T[]) => readonly Option<T>[];
  readonly area: (code: string) => string;
  readonly areas: readonly PickOption<string>[];
  readonly language: (code: string) => string;
  /** For lists: the reader's word, with the language's own name beside it where they differ. */
  readonly languageBothWays: (code: string) => string;
}

export const useCodeWords = (): CodeWords => {
  const { t } = useTranslation('codes');
  const word = (list: string, code: string) => t(`codes:${list}.${code}`, { defaultValue: code });
  const area = (code: string) => communityAreaName(code) ?? word('area', code);
  return {
    word,
    area,
    options: (list, codes) => codes.map((value) => ({ value, label: word(list, value) })),
    areas: [
      ...[...communityAreas]
        .sort(([, a], [, b]) => inOrder(currentLanguage.value)(a, b))
        .map(([number, label]) => ({ value: `ca-${number}`, label })),
      ...widerAreas.map((value) => ({ value, label: word('area', value) })),
    ],
    language: (code) => word('language', code),
    languageBothWays: (code) => {
      const own = ownLanguageName(code);
      const known = word('language', code);
      return code === 'other' || own === known ? known : `${known} · ${own}`;
    },
  };
};
