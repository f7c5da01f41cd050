/** A finished screening, as its writer sees it again: how it ended, what was decided, and what was talked about. */
import { useTranslation } from 'react-i18next';
import type { Screening } from '../../../domain/screening.ts';
import { useCodeWords } from '../codeWords.ts';
import { useRecordWords } from '../recordWords.ts';
import { GridView } from './GridView.tsx';

const isOurs = (screening: Screening): boolean => screening.checklist?.id === 'adult' && Object.keys(screening.answers ?? {}).length > 0;

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
      {isOurs(screening) &&
        (folded ? (
          <details class="more">
            <summary>{t('screening.grid.open')}</summary>
            <GridView answers={screening.answers ?? {}} />
          </details>
        ) : (
          <GridView answers={screening.answers ?? {}} />
        ))}
    </>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div class="fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
