/**
 * Somebody who is, or may be, under 18 (R11, R12): what to say first, what to do, and what was done about a report.
 * Nothing here asks about what happened, and nothing here reports: only a call does.
 */
import { useTranslation } from 'react-i18next';
import { directoryNumbers } from '../../domain/directory.ts';
import type { MinorReport } from '../../domain/screening.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { useNotebook } from '../useNotebook.ts';
import { useCodeWords } from './codeWords.ts';
import { DialLink } from './DialLink.tsx';
import { momentOf, momentParts } from './moments.ts';
import { Said } from './Said.tsx';
import { useTwoLanguages } from './twoLanguages.ts';
import { WordsMissing } from './WordsMissing.tsx';

export interface MinorPathProps {
  readonly personTag: string | undefined;
  readonly report: MinorReport;
  readonly onReport: (report: MinorReport) => void;
}

const steps = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6'] as const;

export const MinorPath = ({ personTag, report, onReport }: MinorPathProps) => {
  const { role } = useNotebook().me;
  const words = useTwoLanguages(personTag, 'checklists');
  return (
    <section class="minor-path">
      <WordsMissing words={words} />
      <Notice kind="danger" title={words.worker('checklists:minor.title')}>
        <Said words={words} says="checklists:minor.sayFirst" />
        <Said words={words} says="checklists:minor.sayNext" above={words.mark('checklists:minor.sayFirst')} />
        <p>{words.worker('checklists:minor.doNotAsk')}</p>
      </Notice>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>{words.worker(`checklists:minor.steps.${step}`)}</li>
        ))}
      </ol>
      <div class="buttons">
        <DialLink number={directoryNumbers.childLine} />
        <DialLink number={directoryNumbers.emergency} />
      </div>
      <p class="weighty">{words.worker('checklists:minor.supervisorIsNotAReport')}</p>
      {role === 'supervisor' && <p class="quiet">{words.worker('checklists:minor.supervisorNote')}</p>}
      <ReportFields words={words.worker} report={report} onReport={onReport} />
    </section>
  );
};

type Words = (key: string) => string;
interface ReportProps extends Pick<MinorPathProps, 'report' | 'onReport'> {
  readonly words: Words;
}

export const ReportFields = ({ words, report, onReport }: ReportProps) => {
  const { options } = useCodeWords();
  const set = (patch: Partial<MinorReport>) => onReport({ ...report, ...patch });
  return (
    <>
      <Choice
        legend={words('checklists:minor.record.reportedBy')}
        options={options('reportedBy', ['me', 'colleague', 'not-yet'] as const)}
        value={report.reportedBy}
        onChange={(reportedBy) => onReport(reportedBy === undefined ? {} : { ...report, reportedBy })}
      />
      {report.reportedBy === 'not-yet' && <Notice kind="care">{words('checklists:minor.record.notYetReported')}</Notice>}
      {(report.reportedBy === 'me' || report.reportedBy === 'colleague') && (
        <>
          <MomentField
            label={words('checklists:minor.record.oralReportAt')}
            value={report.oralReportAt}
            onChange={(oralReportAt) => set(oralReportAt === undefined ? {} : { oralReportAt })}
          />
          <TextInput
            label={words('checklists:minor.record.reference')}
            value={report.reference ?? ''}
            onInput={(reference) => set({ reference })}
            maxLength={60}
          />
          <MomentField
            label={words('checklists:minor.record.writtenConfirmationAt')}
            value={report.writtenConfirmationAt}
            onChange={(at) => set(at === undefined ? {} : { writtenConfirmationAt: at })}
          />
        </>
      )}
    </>
  );
};

const MomentField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const { day, time } = momentParts(value);
  const change = (newDay: string, newTime: string) => onChange(momentOf(newDay || notebook.today(), newTime, notebook.now()));
  return (
    <fieldset class="moment">
      <legend class="field-label">{label}</legend>
      <div class="moment-parts">
        <TextInput type="date" label={t('moment.day')} value={day} onInput={(said) => change(said, time)} />
        <TextInput type="time" label={t('moment.time')} value={time} onInput={(said) => change(day, said)} />
        <Button onClick={() => onChange(notebook.now())}>{t('moment.now')}</Button>
      </div>
    </fieldset>
  );
};
