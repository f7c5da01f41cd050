/** What was answered, as words for the reader: choices by their labels, days and numbers as their language writes them, and why there is none. */
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../domain/checklist.ts';
import type { Answer } from '../../../domain/screening.ts';
import { codesIn, textOf, whyUnanswered } from '../../../forms/walk/answers.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { formatDay, formatMonth, formatTime, formatTyped, formatWhen } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import type { Kept } from './useKept.ts';

export interface Placed {
  readonly path: string;
  readonly item: Item;
}
export type Opened = Pick<Kept, 'run' | 'wording'>;

export interface AnswerWords {
  /** What was said, or why nothing was. */
  readonly said: (opened: Opened, placed: Placed, answer: Answer | undefined) => string;
  /** A value as the checklist's expressions read it: of a question that is only shown, or worked out. */
  readonly value: (opened: Opened, placed: Placed, text: string) => string;
}

/** A day may be asked for as a year or a month alone. */
const dayWords = (text: string, appearance: string | undefined, lang: string): string => {
  if (/(^|\s)year($|\s)/u.test(appearance ?? '')) return text.slice(0, 4);
  return /(^|\s)month-year($|\s)/u.test(appearance ?? '') ? formatMonth(text, lang) : formatDay(text, lang);
};

const plainValue = ({ type, appearance }: Item, text: string, lang: string): string => {
  if (type === 'date') return dayWords(text, appearance, lang);
  if (type === 'dateTime') return formatWhen(text, lang);
  // Of a time only the hand on the clock was meant, so no zone moves it.
  if (type === 'time') return /^\d\d:\d\d/u.test(text) ? formatTime(`2000-01-01T${text.slice(0, 5)}`, lang) : text;
  return type === 'integer' || type === 'decimal' || type === 'range' ? formatTyped(text, lang) : text;
};

/** Also a choice that a filter hides by now. */
const choiceWords = ({ run, wording }: Opened, placed: Placed, code: string): string | undefined => {
  const { lists } = run.loaded.checklist;
  const choices = [...(run.state(placed.path)?.choices ?? []), ...(lists[placed.item.list ?? ''] ?? [])];
  const choice = choices.find(({ name }) => name === code);
  return choice && (wording.words.worker(wording.choice(placed, choice)) || undefined);
};

const isChosen = ({ type }: Item): boolean => type === 'select_one' || type === 'select_multiple' || type === 'rank';

export const useAnswerWords = (): AnswerWords => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  const lang = currentLanguage.value;
  const codes: (opened: Opened, placed: Placed, said: readonly string[]) => string = (opened, placed, said) =>
    said.map((code) => choiceWords(opened, placed, code) ?? word('answer', code)).join(', ');
  const value: AnswerWords['value'] = (opened, placed, text) => {
    if (text !== '' && placed.item.type === 'acknowledge') return t('run.answer.acknowledge');
    if (isChosen(placed.item)) return codes(opened, placed, placed.item.type === 'select_one' ? [text] : text.split(' ').filter(Boolean));
    return plainValue(placed.item, text, lang);
  };
  const said: AnswerWords['said'] = (opened, placed, answer) => {
    const why = whyUnanswered(answer);
    if (why) return word('unanswered', why);
    const chosen = codesIn(answer);
    return chosen.length > 0 ? codes(opened, placed, chosen) : value(opened, placed, textOf(answer));
  };
  return { said, value };
};
