/** A stored field's value as words for the reader, for any field a person or a disagreement may show. */
import { useTranslation } from 'react-i18next';
import type { ItemGiven } from '../../domain/contact.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { formatDay, formatWhen } from '../words.ts';
import { codeListOf, useCodeWords } from './codeWords.ts';

export interface RecordWords {
  readonly field: (name: string) => string;
  readonly value: (name: string, value: unknown) => string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const useRecordWords = (): RecordWords => {
  const { t } = useTranslation('field');
  const { word, area, language } = useCodeWords();
  const lang = currentLanguage.value;
  const answer = (said: unknown): string => {
    if (!isObject(said)) return String(said);
    const codes = Array.isArray(said.several) ? said.several.map(String) : said.is === undefined ? [] : [String(said.is)];
    const list = codes.map((code) => t([`codes:answer.${code}`, `codes:unanswered.${code}`], { defaultValue: code })).join(', ');
    return [list, said.value, said.words, said.note].filter((part) => typeof part === 'string' && part !== '').join(' · ');
  };
  const items = (given: unknown): string =>
    Array.isArray(given)
      ? (given as ItemGiven[]).map(({ item, count, language: tag }) => `${count} × ${word('item', item)} (${language(tag)})`).join(', ')
      : String(given);
  const decision = (said: Readonly<Record<string, unknown>>): string =>
    [word('nextStep', String(said.step)), said.reason].filter(Boolean).join(' · ');
  const value = (name: string, said: unknown): string => {
    if (said === null || said === undefined || said === '') return t('record.value.blank');
    if (name === 'area') return area(String(said));
    if (name === 'language') return language(String(said));
    if (name === 'day') return formatDay(String(said), lang);
    if (name === 'items') return items(said);
    if (name.startsWith('items.')) return word('consentAnswer', String(said));
    if (name.startsWith('answers.')) return answer(said);
    if (name === 'decision' && isObject(said)) return decision(said);
    if (name === 'review' && isObject(said)) return [word('conclusion', String(said.conclusion)), said.comment].filter(Boolean).join(' · ');
    if (name === 'safeContact' && isObject(said))
      return [said.way && word('contactWay', String(said.way)), said.time && word('contactTime', String(said.time))]
        .filter(Boolean)
        .join(' · ');
    if (name === 'groups' && isObject(said))
      return [
        word('groupsHow', String(said.how)),
        ...(Array.isArray(said.codes) ? said.codes.map((code) => word('group', String(code))) : []),
      ].join(' · ');
    if (name === 'minorReport' && isObject(said))
      return [
        word('reportedBy', String(said.reportedBy ?? 'not-yet')),
        said.oralReportAt && formatWhen(String(said.oralReportAt), lang),
        said.reference,
      ]
        .filter(Boolean)
        .join(' · ');
    const list = codeListOf[name];
    if (list) return word(list, String(said));
    return isObject(said) || Array.isArray(said) ? t('record.value.other') : String(said);
  };
  const field = (name: string): string => {
    const [whole, part] = [name.split('.')[0] ?? name, name.slice(name.indexOf('.') + 1)];
    if (whole === 'items' && part !== name) return word('consentItem', part);
    if (whole === 'answers') return t([`checklists:topics.${part}`, 'field:record.field.answer']);
    return t(`record.field.${whole}`, { defaultValue: t('record.field.other') });
  };
  return { field, value };
};
