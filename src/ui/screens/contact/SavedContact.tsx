/** After saving: that it is safe, and what usually comes next. */
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { personCode } from '../../../domain/person.ts';
import { personOf } from '../../../domain/records.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { consentHref, newContactHref, runHref } from '../hrefs.ts';
import { StandingTag } from '../saving/StandingTag.tsx';

export const SavedContact = ({ record }: { readonly record: string }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const state = notebook.record(record);
  const person = state && personOf(state);
  // Made once, so that the links stay the same while this page is drawn again.
  const run = useMemo(() => notebook.newId(), []);
  return (
    <Page
      title={t('contact.saved.title')}
      back="/"
      foot={
        <LinkButton kind="main" wide href={newContactHref()}>
          {t('contact.saved.next')}
        </LinkButton>
      }
    >
      <Notice kind="good" title={t('save.done')}>
        {person && <p>{t('contact.saved.code', { code: personCode(person) })}</p>}
      </Notice>
      <StandingTag standing={notebook.standingOf(record)} />
      {person && (
        <div class="next-steps">
          <h2>{t('contact.saved.with')}</h2>
          <LinkButton wide icon="list" href={runHref(run, person)}>
            {t('person.do.checklist')}
          </LinkButton>
          <LinkButton wide icon="check" href={consentHref(person)}>
            {t('person.do.consent')}
          </LinkButton>
          <LinkButton wide icon="person" href={`/p/${person}`}>
            {t('contact.saved.person')}
          </LinkButton>
          <LinkButton kind="quiet" wide icon="note" href={`/p/${person}?correct=${record}`}>
            {t('contact.correct.do')}
          </LinkButton>
        </div>
      )}
    </Page>
  );
};
