/** What came in and what is urgent. Where there is room the record opens beside the list; on a phone it has its own page. */
import '../../styles/inbox.css';
import '../../styles/office.css';
import '../../styles/officePrint.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { InboxList } from './InboxList.tsx';
import { OfficeOnly } from './OfficeOnly.tsx';
import { RecordDetail } from './RecordDetail.tsx';
import { Refused } from './Refused.tsx';
import { useInbox, usePaused, useRefused } from './useInbox.ts';

const roomForTwo = '(min-width: 900px)';

const useRoomForTwo = (): boolean => {
  const room = useSignal(matchMedia(roomForTwo).matches);
  useEffect(() => {
    const query = matchMedia(roomForTwo);
    const look = () => {
      room.value = query.matches;
    };
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return room.value;
};

const Inbox = () => {
  const { t } = useTranslation('office');
  return <OfficeOnly title={t('inbox.title')}>{() => <InboxOfOffice />}</OfficeOnly>;
};
export default Inbox;

const InboxOfOffice = () => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const items = useInbox(notebook);
  const paused = usePaused(notebook);
  const phones = useRefused(notebook);
  const roomy = useRoomForTwo();
  const open = useSignal<Id | null>(null);
  const unopened = notebook.unopened();
  // What a phone has told of is not looked for any more.
  const missing = notebook.missing() - phones.reduce((sum, { lacking }) => sum + lacking.standing + lacking.settled, 0);
  return (
    <Page title={t('inbox.title')} wide>
      {unopened > 0 && (
        <Notice kind="care" still title={t('inbox.unopened.title', { count: unopened })}>
          {t('inbox.unopened.text')}
        </Notice>
      )}
      {missing > 0 && (
        <Notice kind="info" still title={t('inbox.missing.title', { count: missing })}>
          {t('inbox.missing.text')}
        </Notice>
      )}
      <Refused phones={phones} />
      {items.length === 0 && paused.length === 0 && open.value === null ? (
        <Empty title={t('inbox.empty.title')}>
          <p>{t('inbox.empty.text')}</p>
        </Empty>
      ) : (
        <div class={roomy ? 'inbox inbox-beside' : 'inbox'}>
          <InboxList
            items={items}
            paused={paused}
            open={open.value}
            onOpen={
              roomy
                ? (record) => {
                    open.value = record;
                  }
                : undefined
            }
          />
          {roomy && <Beside record={open.value} />}
        </div>
      )}
    </Page>
  );
};

/** Opening moves the focus here, so that it is read out; Escape goes back to the row it came from. */
const Beside = ({ record }: { readonly record: Id | null }) => {
  const { t } = useTranslation('office');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (record) place.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    place.current?.scrollTo(0, 0);
  }, [record]);
  const backToList = (event: KeyboardEvent) => {
    if (event.key === 'Escape') document.querySelector<HTMLElement>('.inbox-list [aria-current=true]')?.focus();
  };
  return (
    <section class="inbox-detail" aria-label={t('inbox.detail')} ref={place} onKeyDown={backToList}>
      {record ? <RecordDetail key={record} record={record} /> : <p class="inbox-choose">{t('inbox.choose')}</p>}
    </section>
  );
};
