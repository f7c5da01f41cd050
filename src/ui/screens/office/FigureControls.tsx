import type { Signal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { lastPeriods, type NamedPeriod, type PeriodKind, periodKinds } from '../../../domain/period.ts';
import { type ReportState, reportStates } from '../../../domain/reportState.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { useFigureWords } from './figureWords.ts';

/** Three years of quarters and months, five years. */
const howMany: Readonly<Record<PeriodKind, number>> = { month: 36, quarter: 12, year: 5 };

export interface FigureControlsProps {
  readonly period: Signal<NamedPeriod>;
  readonly state: Signal<ReportState>;
  readonly today: string;
}

export const FigureControls = ({ period, state, today }: FigureControlsProps) => {
  const { t } = useTranslation('office');
  const words = useFigureWords();
  const offered = lastPeriods(period.value.kind, today, howMany[period.value.kind]);
  const choose = (next: NamedPeriod | undefined) => {
    if (next) period.value = next;
  };
  return (
    <div class="figures-controls">
      <div class="figures-period">
        <Choice
          legend={t('figures.period.kind')}
          options={periodKinds.map((value) => ({ value, label: t(`figures.period.${value}Kind`) }))}
          value={period.value.kind}
          onChange={(kind) => choose(kind && lastPeriods(kind, today, 1)[0])}
        />
        <Pick
          label={t('figures.period.label')}
          options={offered.map((one) => ({ value: one.from, label: words.period(one) }))}
          value={period.value.from}
          onChange={(from) => choose(offered.find((one) => one.from === from))}
        />
      </div>
      <Choice
        legend={t('figures.state.legend')}
        layout="list"
        options={reportStates.map((value) => ({ value, label: words.state(value), hint: t(`figures.state.${value}.hint`) }))}
        value={state.value}
        onChange={(chosen) => {
          if (chosen) state.value = chosen;
        }}
      />
    </div>
  );
};
