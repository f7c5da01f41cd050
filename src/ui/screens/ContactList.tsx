/** All contacts, newest first, with search and filters. Only as many rows are drawn as somebody looks at. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { contactRows } from '../../domain/contactSummary.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { Button, LinkButton } from '../parts/Button.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Rows } from '../parts/ListRow.tsx';
import { Page } from '../parts/Page.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { useNotebook } from '../useNotebook.ts';
import { useCodeWords } from './codeWords.ts';
import { newContactHref } from './hrefs.ts';
import { ContactRowView } from './list/ContactRowView.tsx';
import { Filters } from './list/Filters.tsx';
import { type ContactFilters, createContactIndex, findContacts, noFilters } from './list/findContacts.ts';
import '../styles/field.css';

const drawnAtOnce = 50;

export const ContactList = () => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const words = useCodeWords();
  const { query: asked } = useLocation();
  const query = useSignal('');
  const filters = useSignal<ContactFilters>({ ...noFilters, followUp: asked.follow === 'yes' });
  const drawn = useSignal(drawnAtOnce);
  const index = useMemo(() => createContactIndex(words), [currentLanguage.value]);
  const contacts = contactRows(notebook.recordsOf('contact'));
  const found = findContacts(index(contacts, notebook.record), {
    query: query.value,
    filters: filters.value,
    me: notebook.me.person,
    standingOf: notebook.standingOf,
  });
  const look = (change: () => void) => {
    change();
    drawn.value = drawnAtOnce;
  };
  return (
    <Page title={t('list.title')}>
      {contacts.length === 0 ? (
        <Empty
          title={t('list.empty.title')}
          action={
            <LinkButton kind="main" icon="plus" href={newContactHref()}>
              {t('today.newContact')}
            </LinkButton>
          }
        >
          {t('list.empty.text')}
        </Empty>
      ) : (
        <>
          <TextInput
            type="search"
            label={t('list.search.label')}
            hint={t('list.search.hint')}
            value={query.value}
            onInput={(said) =>
              look(() => {
                query.value = said;
              })
            }
          />
          <Filters
            filters={filters.value}
            set={(changed) =>
              look(() => {
                filters.value = changed;
              })
            }
          />
          <p role="status" class="quiet">
            {t('list.found', { count: found.length })}
          </p>
          {found.length === 0 && (
            <Empty
              title={t('list.none.title')}
              action={
                <Button
                  onClick={() =>
                    look(() => {
                      query.value = '';
                      filters.value = noFilters;
                    })
                  }
                >
                  {t('list.none.clear')}
                </Button>
              }
            >
              {t('list.none.text')}
            </Empty>
          )}
          <Rows label={t('list.title')}>
            {found.slice(0, drawn.value).map((row) => (
              <ContactRowView key={row.record} row={row} />
            ))}
          </Rows>
          {found.length > drawn.value && (
            <Button
              wide
              onClick={() => {
                drawn.value += drawnAtOnce;
              }}
            >
              {t('list.more', { count: found.length - drawn.value })}
            </Button>
          )}
        </>
      )}
    </Page>
  );
};

export default ContactList;
