/** What went to phones in one language, newest first: a file that was brought back by mistake can be taken back as a whole. */
import { useTranslation } from 'react-i18next';
import { type AcceptedSet, acceptedSets } from '../../../domain/wording.ts';
import { wordingTakenBack } from '../../../domain/wordingEntries.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';

const mostShown = 50;

export const AcceptedSets = ({ tag }: { readonly tag: string }) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const { busy, failure, save } = useSave();
  const sets = acceptedSets(recordsOf)
    .filter(({ language, offered }) => offered && language === tag)
    .sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  if (sets.length === 0) return null;
  return (
    <section class="section">
      <h2>{t('wordings.accepted.title')}</h2>
      <SaveProblem failure={failure} />
      <ul class="rows" role="list">
        {sets.slice(0, mostShown).map((set) => (
          <li key={set.record} class="row row-still">
            <SetWords set={set} tag={tag} />
            <ConfirmButton
              label={t('wordings.accepted.takeBack')}
              question={t('wordings.accepted.question')}
              confirm={t('wordings.accepted.takeBack')}
              busy={busy}
              onConfirm={() => void save([wordingTakenBack(set.record)])}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

const SetWords = ({ set: { texts, by, writtenAt }, tag }: { readonly set: AcceptedSet; readonly tag: string }) => {
  const { t, i18n } = useTranslation('library');
  const [first] = [...texts.values()];
  return (
    <span class="row-words">
      <span class="row-title" lang={tag} dir="auto">
        {first?.text}
      </span>
      <span class="row-meta">
        {[t('wordings.texts.found', { count: texts.size }), first?.who, by?.name, formatWhen(writtenAt, i18n.language)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
};
