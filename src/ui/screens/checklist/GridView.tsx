/** What was talked about, as three words and the topics behind them. Never a count, a colour or a verdict. */
import { useTranslation } from 'react-i18next';
import { legalElements } from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/screening.ts';
import { type Cell, type CellState, type Cells, gridOf, type Topic, type UnexploredTopic } from '../../../forms/grid.ts';
import { adult } from '../../../forms/library/adult.ts';
import type { IconName } from '../../parts/Icon.tsx';
import { Tag, type TagKind } from '../../parts/Tag.tsx';

const looks: Readonly<Record<CellState, { readonly kind: TagKind; readonly icon: IconName }>> = {
  noted: { kind: 'accent', icon: 'note' },
  'nothing-noted': { kind: 'plain', icon: 'check' },
  'not-explored': { kind: 'plain', icon: 'help' },
};

export const GridView = ({ answers }: { readonly answers: Answers }) => {
  const { t } = useTranslation('checklists');
  const grid = gridOf(adult, answers);
  return (
    <section class="grid-view" aria-labelledby="grid">
      <h2 id="grid">{t('grid.title')}</h2>
      <p>{t('grid.notAVerdict')}</p>
      <CellsView cells={grid.whole} />
      <details class="more">
        <summary>{t('field:screening.grid.byForm')}</summary>
        {grid.byForm.map(({ form, opened, cells }) => (
          <section key={form}>
            <h3>{t(`grid.forms.${form}`)}</h3>
            {opened ? <States cells={cells} /> : <p>{t('grid.notOpened')}</p>}
          </section>
        ))}
      </details>
    </section>
  );
};

const CellsView = ({ cells }: { readonly cells: Cells }) => (
  <div class="grid-cells">
    {legalElements.map((element) => (
      <CellView key={element} element={element} cell={cells[element]} />
    ))}
  </div>
);

const States = ({ cells }: { readonly cells: Cells }) => {
  const { t } = useTranslation('checklists');
  return (
    <ul role="list" class="pairs">
      {legalElements.map((element) => (
        <li class="pair" key={element}>
          <span>{t(`grid.elements.${element}`)}</span>
          <StateTag state={cells[element].state} />
        </li>
      ))}
    </ul>
  );
};

const StateTag = ({ state }: { readonly state: CellState }) => {
  const { t } = useTranslation('checklists');
  return (
    <Tag kind={looks[state].kind} icon={looks[state].icon}>
      {t(`grid.states.${state}`)}
    </Tag>
  );
};

const CellView = ({ element, cell }: { readonly element: string; readonly cell: Cell }) => {
  const { t } = useTranslation('checklists');
  return (
    <section class="grid-cell">
      <div class="record-head">
        <h3>{t(`grid.elements.${element}`)}</h3>
        <StateTag state={cell.state} />
      </div>
      <Topics name="noted" topics={cell.noted} />
      <Topics name="unsure" topics={cell.unsure} />
      <Topics name="nothing-noted" topics={cell.nothingNoted} />
      <Topics name="not-explored" topics={cell.notExplored} untitled={cell.state === 'not-explored'} />
    </section>
  );
};

interface TopicsProps {
  readonly name: string;
  readonly topics: readonly (Topic | UnexploredTopic)[];
  /** The state above says it already. */
  readonly untitled?: boolean;
}

const Topics = ({ name, topics, untitled = false }: TopicsProps) => {
  const { t } = useTranslation('checklists');
  if (topics.length === 0) return null;
  return (
    <>
      {!untitled && <p class="grid-list-title">{t(`grid.lists.${name}`)}</p>}
      <ul class="grid-list">
        {topics.map((topic) => (
          <li key={topic.question}>
            {t(`topics.${topic.topic}`)}
            {'why' in topic && topic.why !== 'not-asked' && <span class="quiet"> · {t(`grid.why.${topic.why}`)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
};
