/** A day, a time, or both, by the phone's own fields; only a year where that is all that is asked. */
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../parts/TextInput.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { momentOf, momentParts } from '../moments.ts';
import type { AnswerProps } from './answerProps.ts';

export const MomentAnswer = (props: AnswerProps) => {
  const { type, appearance } = props.asked.item;
  if (type === 'dateTime') return <DayAndTime {...props} />;
  if (type === 'time') return <TimeOnly {...props} />;
  return /(^|\s)year($|\s)/u.test(appearance ?? '') ? <YearOnly {...props} /> : <DayOnly {...props} />;
};

const DayOnly = ({ text, onSay }: AnswerProps) => {
  const { t } = useTranslation('field');
  return <TextInput type="date" label={t('moment.day')} value={momentParts(text).day} onInput={(value) => onSay({ value })} />;
};

const TimeOnly = ({ text, onSay }: AnswerProps) => {
  const { t } = useTranslation('field');
  return <TextInput type="time" label={t('moment.time')} value={text.slice(0, 5)} onInput={(value) => onSay({ value })} />;
};

const YearOnly = ({ text, onSay }: AnswerProps) => {
  const { t } = useTranslation('field');
  const typed = text.replace(/-01-01$/u, '');
  return (
    <TextInput
      label={t('run.answer.year')}
      inputMode="numeric"
      maxLength={4}
      value={typed}
      onInput={(year) => onSay({ value: /^\d{4}$/u.test(year) ? `${year}-01-01` : year })}
      error={/^(\d{4})?$/u.test(typed) ? null : t('run.problem.year')}
    />
  );
};

const DayAndTime = ({ text, onSay }: AnswerProps) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const { day, time } = momentParts(text);
  const say = (newDay: string, newTime: string) => onSay({ value: momentOf(newDay, newTime, notebook.now()) });
  return (
    <div class="moment-parts">
      <TextInput type="date" label={t('moment.day')} value={day} onInput={(said) => say(said, time)} />
      <TextInput type="time" label={t('moment.time')} value={time} onInput={(said) => say(day || notebook.today(), said)} />
    </div>
  );
};
