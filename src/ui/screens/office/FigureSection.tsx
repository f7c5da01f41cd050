/** One section of the report: its figures, the rule beside them, and the tables behind them. */
import { useTranslation } from 'react-i18next';
import type { Section, Table } from '../../../domain/reportSection.ts';
import { type ReportState, type ShownSection, shownIn } from '../../../domain/reportState.ts';
import type { Shown } from '../../../domain/smallCells.ts';
import { useFigureWords } from './figureWords.ts';

export const FigureSection = ({ section, state }: { readonly section: Section; readonly state: ReportState }) => {
  const words = useFigureWords();
  const seen = shownIn(state, section);
  return (
    <section class="figures-section">
      <h2>{words.section(section.id)}</h2>
      <div class="figures-beside">
        <dl class="totals">
          {section.totals.map(({ figure, cell }) => (
            <div key={figure} class="total">
              <dt>{words.figure(figure)}</dt>
              <dd>
                <Figure shown={seen.shown.get(cell)} />
              </dd>
              <dd class="total-means">{words.means(figure)}</dd>
            </div>
          ))}
        </dl>
        <Rules section={section.id} />
      </div>
      {section.tables.map((table) => (
        <FigureTable key={table.id} table={table} seen={seen} />
      ))}
    </section>
  );
};

const Rules = ({ section }: { readonly section: Section['id'] }) => {
  const { t } = useTranslation('office');
  const words = useFigureWords();
  return (
    <aside class="rules" aria-label={t('figures.ruleOf', { section: words.section(section) })}>
      <h3>{t('figures.ruleTitle')}</h3>
      <ul>
        {words.rules(section).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </aside>
  );
};

const Figure = ({ shown }: { readonly shown: Shown | undefined }) => {
  const words = useFigureWords();
  return <span class={shown?.as === 'number' ? 'figure' : 'figure figure-words'}>{words.number(shown)}</span>;
};

const FigureTable = ({ table, seen }: { readonly table: Table; readonly seen: ShownSection }) => {
  const { t } = useTranslation('office');
  const words = useFigureWords();
  if (seen.withheldTables.has(table.id)) {
    return (
      <p class="table-withheld">
        <strong>{words.table(table.id)}</strong> {t('figures.tableWithheld')}
      </p>
    );
  }
  if (table.rows.length === 0)
    return (
      <p class="table-withheld">
        <strong>{words.table(table.id)}</strong> {t('figures.tableEmpty')}
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone moves sideways on its own, by keys too, so it takes the focus.
    <div class="table-scroll" role="region" aria-label={words.table(table.id)} tabIndex={0}>
      <table class="figure-table">
        <caption>{words.table(table.id)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rowsAre(table.rowsAre)}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {words.column(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{words.row(table.rowsAre, row.code)}</th>
              {row.cells.map((id) => (
                <td key={id}>
                  <Figure shown={seen.shown.get(id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {table.totals && (
          <tfoot>
            <tr>
              <th scope="row">{t('figures.total')}</th>
              {table.totals.map((id) => (
                <td key={id}>
                  <Figure shown={seen.shown.get(id)} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};
