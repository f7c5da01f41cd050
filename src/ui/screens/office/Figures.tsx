/** The report: a period, who may see it, the figures with their rules, on paper and as a file. Nothing is stored or sent. */
import '../../styles/office.css';
import '../../styles/figures.css';
import '../../styles/officePrint.css';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { lastPeriods, type NamedPeriod } from '../../../domain/period.ts';
import { type Report, reportOf } from '../../../domain/report.ts';
import type { ReportState } from '../../../domain/reportState.ts';
import { useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';
import { CountedPeople } from './CountedPeople.tsx';
import { FigureControls } from './FigureControls.tsx';
import { FigureSection } from './FigureSection.tsx';
import { download } from './figuresFile.ts';
import { useFigureWords } from './figureWords.ts';
import { OfficeOnly } from './OfficeOnly.tsx';
import { useRefused } from './useInbox.ts';

const Figures = () => {
  const { t } = useTranslation('office');
  return <OfficeOnly title={t('figures.title')}>{() => <FiguresOfOffice />}</OfficeOnly>;
};
export default Figures;

const thisQuarter = (today: string): NamedPeriod => {
  const [running] = lastPeriods('quarter', today, 1);
  if (!running) throw new Error('a day has no quarter');
  return running;
};

const FiguresOfOffice = () => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const today = notebook.today();
  const period = useSignal<NamedPeriod>(thisQuarter(today));
  const state = useSignal<ReportState>('internal');
  const [people, contacts, screenings] = ['person', 'contact', 'screening'].map((kind) => notebook.recordsOf(kind));
  const report = useMemo(
    () => reportOf({ people: people ?? [], contacts: contacts ?? [], screenings: screenings ?? [] }, period.value),
    [people, contacts, screenings, period.value],
  );
  return (
    <Page title={t('figures.title')} wide>
      <FigureControls period={period} state={state} today={today} />
      <ReportSheet report={report} state={state.value} period={period.value} />
    </Page>
  );
};

interface SheetProps {
  readonly report: Report;
  readonly state: ReportState;
  readonly period: NamedPeriod;
}

/** What the page, the paper and the file all begin with. */
const useHead = ({ report, state, period }: SheetProps): readonly (readonly [string, string])[] => {
  const { t, i18n } = useTranslation('office');
  const notebook = useNotebook();
  const invented = useFieldbook().invented.value;
  const words = useFigureWords();
  const unopened = notebook.unopened();
  // What was written anew is counted under its new number; what a phone has only told of is not counted.
  const missing = notebook.missing() - useRefused(notebook).reduce((sum, { lacking }) => sum + lacking.settled, 0);
  return [
    ...(invented ? [[t('figures.head.note'), t('figures.head.invented')] as const] : []),
    [t('figures.head.period'), `${words.period(period)} (${words.days(period)})`],
    [t('figures.head.state'), words.state(state)],
    [t('figures.head.rule'), words.stateRule(state)],
    [t('figures.head.madeOn'), formatDay(notebook.today(), i18n.language)],
    ...(report.unread > 0 ? [[t('figures.head.note'), t('figures.head.unread', { count: report.unread })] as const] : []),
    ...(unopened > 0 ? [[t('figures.head.note'), t('figures.head.unopened', { count: unopened })] as const] : []),
    ...(missing > 0 ? [[t('figures.head.note'), t('figures.head.missing', { count: missing })] as const] : []),
  ];
};

const ReportSheet = (sheet: SheetProps) => {
  const { t } = useTranslation('office');
  const { report, state } = sheet;
  const words = useFigureWords();
  const head = useHead(sheet);
  const labels = {
    rule: t('figures.head.rule'),
    figure: t('figures.file.figure'),
    number: t('figures.file.number'),
    means: t('figures.file.means'),
    total: t('figures.total'),
    withheldTable: t('figures.tableWithheld'),
  };
  return (
    <>
      <div class="figures-actions buttons">
        <Button icon="print" onClick={() => print()}>
          {t('figures.print')}
        </Button>
        <Button icon="download" onClick={() => download({ report, state, words, head: [[t('figures.title')], ...head], labels })}>
          {t('figures.download')}
        </Button>
      </div>
      <article class="sheet-of-figures">
        <dl class="figures-head">
          {head.map(([name, said]) => (
            <div key={said}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        {report.sections.map((section) => (
          <div key={section.id}>
            <FigureSection section={section} state={state} />
            {section.id === 'identified' && state === 'internal' && <CountedPeople people={report.people} />}
          </div>
        ))}
      </article>
    </>
  );
};
