/** What another worker paused and a supervisor asked this one to go on with. */
import { useTranslation } from 'react-i18next';
import { assignmentsFor, type MyAssignment } from '../../../domain/assignment.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { shownCode } from '../../shownCode.ts';
import { formatDay } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { goOnHref } from '../hrefs.ts';

export const handedTo = ({ me, recordsOf, record }: Notebook): readonly MyAssignment[] =>
  assignmentsFor(me.person, recordsOf, record).filter(({ standing, stands }) => standing === 'open' && stands !== null);

export const HandedList = ({ handed }: { readonly handed: readonly MyAssignment[] }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  if (handed.length === 0) return null;
  return (
    <section aria-labelledby="handed">
      <h2 id="handed">{t('today.handed.title')}</h2>
      <Rows>
        {handed.map(({ record, screening, stands, by, assignment: { about } }) => (
          <ListRow
            key={record}
            href={goOnHref(screening)}
            sign="note"
            title={[shownCode(about.person), about.cue && word('cue', about.cue)].filter(Boolean).join(' · ')}
            meta={[
              stands && t('today.handed.row', { day: formatDay(stands.day, currentLanguage.value) }),
              t('today.handed.from', { name: by.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Rows>
    </section>
  );
};
