/** Act, means, purpose: something noted, nothing noted, not explored, with the topics behind each. It is not a verdict, and says so. */
import { useTranslation } from 'react-i18next';
import { type Checklist, legalElements } from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/screening.ts';
import { type Cell, type CellState, gridOf } from '../../../forms/grid.ts';
import { Icon, type IconName } from '../../parts/Icon.tsx';

const signs: Readonly<Record<CellState, IconName>> = { noted: 'note', 'nothing-noted': 'minus', 'not-explored': 'help' };
const lists = [
  ['noted', 'noted'],
  ['nothingNoted', 'nothing-noted'],
  ['unsure', 'unsure'],
  ['notExplored', 'not-explored'],
] as const;

export const GridView = ({ checklist, answers }: { readonly checklist: Checklist; readonly answers: Answers }) => {
  const { t: asked } = useTranslation('checklists');
  const { whole } = gridOf(checklist, answers);
  return (
    <section class="office-part">
      <h3>{asked('grid.title')}</h3>
      <p class="office-hint">{asked('grid.notAVerdict')}</p>
      <div class="office-grid">
        {legalElements.map((element) => (
          <section key={element} class={`office-cell office-cell-${whole[element].state}`}>
            <h4>{asked(`grid.elements.${element}`)}</h4>
            <p class="office-cell-state">
              <Icon name={signs[whole[element].state]} /> {asked(`grid.states.${whole[element].state}`)}
            </p>
            <CellTopics cell={whole[element]} />
          </section>
        ))}
      </div>
    </section>
  );
};

const CellTopics = ({ cell }: { readonly cell: Cell }) => {
  const { t: asked } = useTranslation('checklists');
  const why = (topic: Cell['noted'][number]) => ('why' in topic ? ` (${asked(`grid.why.${topic.why}`)})` : '');
  return (
    <dl class="office-topics">
      {lists
        .filter(([list]) => cell[list].length > 0)
        .map(([list, name]) => (
          <div key={list}>
            <dt>{asked(`grid.lists.${name}`)}</dt>
            {cell[list].map((topic) => (
              <dd key={topic.question}>
                {asked(`topics.${topic.topic}`, { defaultValue: topic.topic })}
                {why(topic)}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
};
