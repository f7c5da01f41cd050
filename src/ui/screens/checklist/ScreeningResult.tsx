/** A finished screening, as its writer sees it again: how it ended, what was decided, and what was talked about. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Screening } from '../../../domain/screening.ts';
import { useCodeWords } from '../codeWords.ts';
import { useRecordWords } from '../recordWords.ts';
import { KeptGrid } from './KeptGrid.tsx';

const hasAnswers = ({ checklist, answers }: Screening): boolean => checklist !== undefined && Object.keys(answers ?? {}).length > 0;

export const ScreeningResult = ({ screening, folded = false }: { readonly screening: Screening; readonly folded?: boolean }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  const words = useRecordWords();
  const { decision, minorReport, ageGroup } = screening;
  return (
    <>
      <dl class="facts">
        <Fact name={words.field('outcome')}>{word('outcome', screening.outcome)}</Fact>
        {ageGroup && <Fact name={words.field('ageGroup')}>{word('ageGroup', ageGroup)}</Fact>}
        {decision && <Fact name={words.field('decision')}>{word('nextStep', decision.step)}</Fact>}
        {decision && <Fact name={t('decision.reason.label')}>{decision.reason}</Fact>}
        {decision?.withinDays && (
          <Fact name={t('decision.withinDays.label')}>{t('decision.withinDays.value', { count: decision.withinDays })}</Fact>
        )}
        {decision?.offered && decision.offered.length > 0 && (
          <Fact name={t('decision.offered.label')}>{decision.offered.map((offer) => word('offer', offer)).join(', ')}</Fact>
        )}
        {screening.outcome === 'minor-path' && (
          <Fact name={words.field('minorReport')}>{words.value('minorReport', minorReport ?? {})}</Fact>
        )}
      </dl>
      {hasAnswers(screening) && (folded ? <FoldedGrid screening={screening} /> : <KeptGrid screening={screening} />)}
    </>
  );
};

/** A person's page has many: each is worked out when it is looked at. */
const FoldedGrid = ({ screening }: { readonly screening: Screening }) => {
  const { t } = useTranslation('field');
  const open = useSignal(false);
  return (
    <details
      class="more"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t('screening.grid.open')}</summary>
      {open.value && <KeptGrid screening={screening} />}
    </details>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div class="fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
