/** What the worker does next, largest first. Everything on it is in memory: it is there at once and works without a network. */
import { useTranslation } from 'react-i18next';
import { contactRows, followUpsWanted, informationTally, reviewsForMe } from '../../domain/contactSummary.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { LinkButton } from '../parts/Button.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Rows } from '../parts/ListRow.tsx';
import { Page } from '../parts/Page.tsx';
import { useNotebook } from '../useNotebook.ts';
import { formatLongDay } from '../words.ts';
import { draftRows } from './drafts.ts';
import { newContactHref } from './hrefs.ts';
import { ContactRowView } from './list/ContactRowView.tsx';
import { DraftList } from './today/DraftList.tsx';
import { HandedList, handedTo } from './today/HandedList.tsx';
import { ReviewList } from './today/ReviewList.tsx';
import { WaitingToSend } from './today/WaitingToSend.tsx';
import '../styles/field.css';

/** Follow-ups on this screen; the list has all of them. */
const followUpsShown = 5;

export const Today = () => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const day = notebook.today();
  const contacts = contactRows(notebook.recordsOf('contact'));
  const today = contacts.filter(({ contact }) => contact.day === day);
  const wanted = followUpsWanted(contacts).filter(({ contact }) => contact.day !== day);
  const reviews = reviewsForMe(notebook.recordsOf('screening'), notebook.me.person, day);
  const drafts = draftRows(notebook.drafts.all(), notebook.record);
  const tally = informationTally(notebook.recordsOf('contact'), day);
  const handed = handedTo(notebook);
  const nothingYet = contacts.length === 0 && drafts.length === 0 && handed.length === 0;
  return (
    <Page title={t('today.title')}>
      <p class="quiet">{formatLongDay(day, currentLanguage.value)}</p>
      <div class="next-steps">
        <LinkButton kind="main" wide icon="plus" href={newContactHref()}>
          {t('today.newContact')}
        </LinkButton>
        <LinkButton wide icon="card" href="/card">
          {t('today.card')}
        </LinkButton>
      </div>
      {nothingYet && <Empty title={t('today.empty.title')}>{t('today.empty.text')}</Empty>}
      <DraftList drafts={drafts} />
      <HandedList handed={handed} />
      <ReviewList reviews={reviews} />
      {(today.length > 0 || tally > 0) && (
        <section aria-labelledby="today-contacts">
          <h2 id="today-contacts">{t('today.contacts.title')}</h2>
          {tally > 0 && <p class="quiet">{t('today.contacts.tally', { count: tally })}</p>}
          <Rows>
            {today.map((row) => (
              <ContactRowView key={row.record} row={row} />
            ))}
          </Rows>
        </section>
      )}
      {wanted.length > 0 && (
        <section aria-labelledby="today-follow-ups">
          <h2 id="today-follow-ups">{t('today.followUps.title')}</h2>
          <Rows>
            {wanted.slice(0, followUpsShown).map((row) => (
              <ContactRowView key={row.record} row={row} />
            ))}
          </Rows>
          {wanted.length > followUpsShown && (
            <LinkButton kind="quiet" href="/list?follow=yes">
              {t('today.followUps.all', { count: wanted.length })}
            </LinkButton>
          )}
        </section>
      )}
      <WaitingToSend />
    </Page>
  );
};

export default Today;
