/** After a run: that it is safe on this phone, what it says, and where to go on. */
import { useTranslation } from 'react-i18next';
import { screeningIn } from '../../../domain/records.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { goOnHref, personHref } from '../hrefs.ts';
import { StandingTag } from '../saving/StandingTag.tsx';
import { ScreeningResult } from './ScreeningResult.tsx';

export const SavedScreening = ({ record }: { readonly record: string }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const state = notebook.record(record);
  const screening = state && screeningIn(state);
  // A tally belongs to nobody, so there is no page to go back to.
  const known = screening && notebook.record(screening.person) !== undefined;
  const home = known ? personHref(screening.person) : '/';
  return (
    <Page
      title={t('screening.saved.title')}
      back={home}
      foot={
        <LinkButton kind="main" wide href={home}>
          {t(known ? 'contact.saved.person' : 'screening.saved.today')}
        </LinkButton>
      }
    >
      <Notice kind="good" title={t('save.done')}>
        {t(`screening.saved.${screening?.outcome ?? 'completed'}`)}
      </Notice>
      <StandingTag standing={notebook.standingOf(record)} />
      {screening && screening.outcome !== 'not-now' && <ScreeningResult screening={screening} />}
      {screening?.outcome === 'paused' && (
        <LinkButton wide icon="note" href={goOnHref(record)}>
          {t('run.goOnWith')}
        </LinkButton>
      )}
      <LinkButton wide icon="card" href="/card">
        {t('run.card')}
      </LinkButton>
    </Page>
  );
};
