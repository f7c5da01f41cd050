/** Words for what is stored: fields and their values, in the reader's language, answers in the checklist's own wording. */
import { useContext } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { Consent } from '../../../domain/consent.ts';
import { Contact, ItemGiven } from '../../../domain/contact.ts';
import type { Id } from '../../../domain/id.ts';
import { Person } from '../../../domain/person.ts';
import { personIn } from '../../../domain/records.ts';
import { Review } from '../../../domain/review.ts';
import { Answer, Decision, MinorReport, Paused, Screening, unanswered } from '../../../domain/screening.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { shownCode } from '../../shownCode.ts';
import { formatDay, formatNumber, formatWhen } from '../../words.ts';
import { codeListOf, useCodeWords } from '../codeWords.ts';
import { useQuestionWords } from '../kept/questionWords.ts';
import { KeptContext } from '../kept/useKept.ts';

export interface RecordWords {
  readonly field: (field: string) => string;
  readonly value: (field: string, value: unknown) => string;
  readonly question: (question: string) => string;
  readonly answer: (question: string, answer: Answer) => string;
  readonly review: (review: Review) => string;
  readonly when: (iso: string) => string;
  readonly day: (day: string) => string;
}

const joined = (parts: readonly (string | undefined | false)[]): string => parts.filter(Boolean).join(' · ');

export const useRecordWords = (): RecordWords => {
  const { t, i18n } = useTranslation('office');
  const { t: asked } = useTranslation('checklists');
  const { word, area, language } = useCodeWords();
  const lang = i18n.language;
  const when = (iso: string) => (iso.length > 10 ? formatWhen(iso, lang) : formatDay(iso, lang));
  const own = useQuestionWords(useContext(KeptContext));
  // Not in our own words: a question of somebody else's checklist may have the name of one of ours.
  const question = (id: string) => own?.question(id) ?? id;

  const answerCode = (code: string): string => {
    if (unanswered.some((why) => why === code)) return word('unanswered', code);
    return code === 'none' ? t('value.none') : word('answer', code);
  };
  const answer: RecordWords['answer'] = (id, said) => own?.answer(id, said) ?? answerAsItCame(said);
  const answerAsItCame = ({ is, several, words, value }: Answer) =>
    joined([is && answerCode(is), several?.map(answerCode).join(', '), value, words && t('value.quoted', { words })]) ||
    word('unanswered', 'not-asked');
  const fullAnswer = (id: string, said: Answer) =>
    joined([answer(id, said), said.how && word('howKnown', said.how), said.time?.map((time) => word('time', time)).join(', '), said.note]);
  const review: RecordWords['review'] = (said) =>
    joined([word('conclusion', said.conclusion), said.conclusion === 'actual' && word('decidingBody', said.decidedBy), said.comment]);

  const decision = ({ step, reason, withinDays, offered }: Decision) =>
    joined([
      word('nextStep', step),
      withinDays !== undefined && t('value.withinDays', { count: withinDays }),
      reason,
      offered?.map((code) => word('offer', code)).join(', '),
    ]);
  const minorReport = ({ reportedBy, oralReportAt, reference, writtenConfirmationAt }: MinorReport) =>
    joined([
      reportedBy && t(`value.reportedBy.${reportedBy}`),
      oralReportAt ? t('value.oralReport', { when: when(oralReportAt) }) : t('value.noOralReport'),
      reference && t('value.reference', { reference }),
      writtenConfirmationAt && t('value.confirmation', { when: when(writtenConfirmationAt) }),
    ]);
  const given = (items: readonly ItemGiven[]) =>
    items
      .map(({ item, count, language: tag }) => t('value.item', { number: count, item: word('item', item), language: language(tag) }))
      .join(', ');
  const groups = ({ how, codes }: NonNullable<Person['groups']>) =>
    joined([codes.map((code) => word('group', code)).join(', '), word('groupsHow', how)]);
  const safeContact = ({ way, time }: NonNullable<Consent['safeContact']>) =>
    joined([way && word('contactWay', way), time && word('contactTime', time)]);
  const spoken = ({ worker, person, wording, allowed }: NonNullable<Screening['languages']>) =>
    joined([
      t('value.languages', { worker: language(worker), person: language(person) }),
      t(`wording.${wording}`, { defaultValue: wording }),
      allowed && t('value.allowedWording', { reason: allowed.reason }),
    ]);

  const paused = ({ question: at }: Paused) =>
    at === undefined ? t('value.pausedBefore') : t('value.pausedAt', { question: question(at) });

  const compound = (field: string, value: unknown): string | undefined => {
    if (field.startsWith('answers.')) return v.is(Answer, value) ? fullAnswer(field.slice('answers.'.length), value) : undefined;
    if (field.startsWith('items.')) return typeof value === 'string' ? word('consentAnswer', value) : undefined;
    if (field === 'decision') return v.is(Decision, value) ? decision(value) : undefined;
    if (field === 'minorReport') return v.is(MinorReport, value) ? minorReport(value) : undefined;
    if (field === 'items') return v.is(v.array(ItemGiven), value) ? given(value) : undefined;
    if (field === 'groups') return v.is(v.nonOptional(Person.entries.groups), value) ? groups(value) : undefined;
    if (field === 'safeContact') return v.is(v.nonOptional(Consent.entries.safeContact), value) ? safeContact(value) : undefined;
    if (field === 'languages') return v.is(v.nonOptional(Screening.entries.languages), value) ? spoken(value) : undefined;
    if (field === 'checklist')
      return v.is(v.nonOptional(Screening.entries.checklist), value)
        ? t('value.checklist', {
            title: own?.title ?? asked(`library.${value.id}.title`, { defaultValue: value.id }),
            version: value.version,
          })
        : undefined;
    if (field === 'review') return v.is(Review, value) ? review(value) : undefined;
    if (field === 'run') return t('value.run');
    if (field === 'paused') return v.is(Paused, value) ? paused(value) : undefined;
    return undefined;
  };
  const simple = (field: string, value: unknown): string | undefined => {
    if (value === null || value === undefined) return t('value.takenBack');
    if (typeof value === 'boolean') return word('answer', value ? 'yes' : 'no');
    if (typeof value === 'number') return formatNumber(value, lang);
    if (typeof value !== 'string') return undefined;
    const list = codeListOf[field];
    if (list) return word(list, value);
    if (field === 'area') return area(value);
    if (field === 'language') return language(value);
    if (field === 'person') return shownCode(value);
    return field === 'day' ? formatDay(value, lang) : value;
  };
  return {
    question,
    answer,
    review,
    when,
    day: (day) => formatDay(day, lang),
    value: (field, value) => compound(field, value) ?? simple(field, value) ?? t('value.unknown'),
    field: (field) => {
      if (field.startsWith('answers.')) return question(field.slice('answers.'.length));
      if (field.startsWith('items.')) return word('consentItem', field.slice('items.'.length));
      return t(`field.${field}`, { defaultValue: field });
    },
  };
};

/** The order in which facts about a contact or a screening are read; anything else after them. */
export const factOrder: readonly string[] = [
  ...Object.keys(Contact.entries),
  ...Object.keys(Screening.entries),
  ...Object.keys(Consent.entries),
];

/** A person's code and, if there is one, the cue the worker remembers them by. */
export const usePersonName = (notebook: Notebook): ((person: Id | null) => string) => {
  const { t } = useTranslation('office');
  const { word } = useCodeWords();
  return (person) => {
    if (person === null) return t('person.none');
    const state = notebook.record(person);
    const cue = state ? personIn(state)?.cue : undefined;
    return joined([shownCode(person), cue && word('cue', cue)]);
  };
};
