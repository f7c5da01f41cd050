import { useTranslation } from 'react-i18next';
import type { CountedPerson } from '../../../domain/identified.ts';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';
import { useFigureWords } from './figureWords.ts';
import { usePersonName } from './recordWords.ts';

/** Who stands behind question 1: for the people who answer for the number, on the screen only, never on paper or in the file. */
export const CountedPeople = ({ people }: { readonly people: readonly CountedPerson[] }) => {
  const { t, i18n } = useTranslation('office');
  const words = useFigureWords();
  const personName = usePersonName(useNotebook());
  if (people.length === 0) return null;
  const meta = ({ conclusion, column, day, referredIn }: CountedPerson) =>
    [
      words.row('personConclusion', conclusion),
      words.column(column),
      t('figures.people.since', { day: formatDay(day, i18n.language) }),
      referredIn && t('figures.people.referredIn'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <details class="counted">
      <summary>{t('figures.people.title', { count: people.length })}</summary>
      <p class="office-hint">{t('figures.people.text')}</p>
      <Rows>
        {people.map((one) => (
          <ListRow key={one.person} href={`/r/${one.record}`} title={personName(one.person)} meta={meta(one)} />
        ))}
      </Rows>
    </details>
  );
};
