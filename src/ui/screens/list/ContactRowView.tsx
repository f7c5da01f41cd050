import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../domain/contactSummary.ts';
import { personCode } from '../../../domain/person.ts';
import { personIn } from '../../../domain/records.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { ListRow } from '../../parts/ListRow.tsx';
import { shownCode } from '../../shownCode.ts';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { personHref } from '../hrefs.ts';
import { StandingTag } from '../saving/StandingTag.tsx';

/** One contact as a row: the person's code and cue, when and where, and how far it has got. */
export const ContactRowView = ({ row: { record, contact } }: { readonly row: ContactRow }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const { word, area, language } = useCodeWords();
  const state = notebook.record(contact.person);
  const cue = state && personIn(state)?.cue;
  const meta = [
    formatDay(contact.day, currentLanguage.value),
    contact.placeType && word('placeType', contact.placeType),
    contact.area && area(contact.area),
    contact.language && language(contact.language),
  ];
  return (
    <ListRow
      href={personHref(contact.person)}
      title={cue ? t('person.title.cue', { code: personCode(contact.person), cue: word('cue', cue) }) : shownCode(contact.person)}
      meta={meta.filter(Boolean).join(' · ')}
      trailing={<StandingTag standing={notebook.standingOf(record)} />}
    />
  );
};
