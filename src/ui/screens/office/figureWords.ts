/** Words for the report, the same on the screen, on paper and in the file. */
import { useTranslation } from 'react-i18next';
import type { NamedPeriod, Period } from '../../../domain/period.ts';
import { notNoted, type Section, type Table } from '../../../domain/reportSection.ts';
import type { ReportState } from '../../../domain/reportState.ts';
import type { Shown } from '../../../domain/smallCells.ts';
import { formatDay, formatMonth, formatNumber } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';

/** What a reader must know to trust a section's numbers, sentence by sentence. */
const rules: Readonly<Record<Section['id'], readonly string[]>> = {
  identified: ['who', 'once', 'group', 'first', 'settled', 'referred', 'members', 'beside'],
  screenings: ['offered', 'refusals', 'place', 'language'],
  contacts: ['conversation', 'reached', 'people', 'blank'],
};

export interface FigureWords {
  readonly section: (section: Section['id']) => string;
  readonly rules: (section: Section['id']) => readonly string[];
  readonly figure: (figure: string) => string;
  /** What the figure counts, in one sentence. */
  readonly means: (figure: string) => string;
  readonly table: (table: Table['id']) => string;
  readonly rowsAre: (rows: Table['rowsAre']) => string;
  readonly row: (rows: Table['rowsAre'], code: string) => string;
  readonly column: (column: string) => string;
  readonly number: (shown: Shown | undefined) => string;
  readonly state: (state: ReportState) => string;
  readonly stateRule: (state: ReportState) => string;
  readonly period: (period: NamedPeriod) => string;
  readonly days: (period: Period) => string;
}

export const useFigureWords = (): FigureWords => {
  const { t, i18n } = useTranslation('office');
  const { word, language } = useCodeWords();
  const lang = i18n.language;
  return {
    section: (section) => t(`figures.section.${section}`),
    rules: (section) => (rules[section] ?? []).map((rule) => t(`figures.rule.${section}.${rule}`)),
    figure: (figure) => t(`figures.figure.${figure}`),
    means: (figure) => t(`figures.means.${figure}`),
    table: (table) => t(`figures.table.${table}`),
    rowsAre: (rows) => t(`figures.rows.${rows}`),
    row: (rows, code) => {
      if (code === notNoted) return t('figures.notNoted');
      if (rows === 'personConclusion') return t(`figures.conclusion.${code}`);
      return rows === 'language' ? language(code) : word(rows, code);
    },
    column: (column) => t(`figures.column.${column}`),
    number: (shown) => {
      if (shown?.as === 'number') return formatNumber(shown.value, lang);
      return t(shown?.as === 'few' ? 'figures.few' : 'figures.withheld');
    },
    state: (state) => t(`figures.state.${state}.label`),
    stateRule: (state) => t(`figures.state.${state}.rule`),
    period: ({ kind, year, number, from }) => {
      if (kind === 'month') return formatMonth(from, lang);
      return kind === 'quarter' ? t('figures.period.quarter', { number, year }) : t('figures.period.year', { year });
    },
    days: ({ from, to }) => t('figures.period.days', { from: formatDay(from, lang), to: formatDay(to, lang) }),
  };
};
