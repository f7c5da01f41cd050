/**
 * What was talked about, as three words and the topics behind them, the same for the worker and the office. Never a count, a
 * colour or a verdict.
 */
import { useId } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { type Item, itemsWithPaths, legalElements } from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/screening.ts';
import { type Cell, type CellState, type Cells, gridOf, isEmptyGrid, type Topic, type UnexploredTopic } from '../../../forms/walk/grid.ts';
import { templateOf } from '../../../forms/walk/keys.ts';
import type { IconName } from '../../parts/Icon.tsx';
import { Tag, type TagKind } from '../../parts/Tag.tsx';
import type { Opened } from './answerWords.ts';
import '../../styles/grid.css';

const looks: Readonly<Record<CellState, { readonly kind: TagKind; readonly icon: IconName }>> = {
  noted: { kind: 'accent', icon: 'note' },
  'nothing-noted': { kind: 'plain', icon: 'check' },
  'not-explored': { kind: 'plain', icon: 'help' },
};

export interface GridViewProps extends Opened {
  readonly answers: Answers;
  /** Of its heading: 2 where it is a part of the page, 3 where it is a part of a record. */
  readonly level?: 2 | 3;
}

type NameTopic = (topic: Topic) => string;

/** A topic by our word for it, or by the question's own words. */
const topicNames = ({ run, wording }: GridViewProps): NameTopic => {
  const items = new Map<string, Item>(itemsWithPaths(run.loaded.checklist.items).map(({ path, item }) => [path, item]));
  return ({ topic, path, question }) => {
    const item = items.get(templateOf(path));
    return (item && wording.words.worker(wording.topic(topic, { path, item }))) || question;
  };
};

export const GridView = (props: GridViewProps) => {
  const { t } = useTranslation('checklists');
  const { level = 2 } = props;
  const Heading = `h${level}` as const;
  const id = useId();
  const grid = gridOf(props.run, props.answers);
  const shown = { name: topicNames(props), level };
  return (
    <section class="grid-view" aria-labelledby={id}>
      <Heading id={id}>{t('grid.title')}</Heading>
      {isEmptyGrid(grid) ? (
        <p>{t('field:screening.grid.unmarked')}</p>
      ) : (
        <>
          <p class="grid-about">{t('grid.notAVerdict')}</p>
          <CellsView cells={grid.whole} {...shown} />
          <ByForm rows={grid.byForm} level={level} />
        </>
      )}
    </section>
  );
};

interface Shown {
  readonly name: NameTopic;
  readonly level: 2 | 3;
}

const ByForm = ({ rows, level }: { readonly rows: ReturnType<typeof gridOf>['byForm']; readonly level: 2 | 3 }) => {
  const { t } = useTranslation('checklists');
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <details class="more">
      <summary>{t('field:screening.grid.byForm')}</summary>
      <div class="grid-forms">
        {rows.map(({ form, opened, cells }) => (
          <section key={form}>
            <Heading>{t(`grid.forms.${form}`)}</Heading>
            {opened ? <States cells={cells} /> : <p>{t('grid.notOpened')}</p>}
          </section>
        ))}
      </div>
    </details>
  );
};

const CellsView = ({ cells, ...shown }: { readonly cells: Cells } & Shown) => (
  <div class="grid-cells">
    {legalElements.map((element) => (
      <CellView key={element} element={element} cell={cells[element]} {...shown} />
    ))}
  </div>
);

const States = ({ cells }: { readonly cells: Cells }) => {
  const { t } = useTranslation('checklists');
  return (
    <ul role="list" class="grid-states">
      {legalElements.map((element) => (
        <li key={element}>
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

const CellView = ({ element, cell, name, level }: { readonly element: string; readonly cell: Cell } & Shown) => {
  const { t } = useTranslation('checklists');
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <section class="grid-cell">
      <div class="grid-cell-head">
        <Heading>{t(`grid.elements.${element}`)}</Heading>
        <StateTag state={cell.state} />
      </div>
      <Topics list="noted" topics={cell.noted} name={name} />
      <Topics list="unsure" topics={cell.unsure} name={name} />
      <Topics list="nothing-noted" topics={cell.nothingNoted} name={name} />
      <Topics list="not-explored" topics={cell.notExplored} name={name} untitled={cell.state === 'not-explored'} />
    </section>
  );
};

interface TopicsProps {
  readonly list: string;
  readonly topics: readonly (Topic | UnexploredTopic)[];
  readonly name: NameTopic;
  /** The state above says it already. */
  readonly untitled?: boolean;
}

const Topics = ({ list, topics, name, untitled = false }: TopicsProps) => {
  const { t } = useTranslation('checklists');
  if (topics.length === 0) return null;
  return (
    <>
      {!untitled && <p class="grid-list-title">{t(`grid.lists.${list}`)}</p>}
      <ul class="grid-list">
        {topics.map((topic) => (
          <li key={topic.path} dir="auto">
            {name(topic)}
            {'why' in topic && topic.why !== 'not-asked' && <span class="grid-why"> · {t(`grid.why.${topic.why}`)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
};
