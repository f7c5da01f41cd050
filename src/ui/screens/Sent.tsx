/** What has and what has not reached the office, in total and record by record, and what the office could not take. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../domain/fold.ts';
import { personOf, writtenFirst } from '../../domain/records.ts';
import { currentLanguage } from '../../i18n/language.ts';
import type { Standing } from '../../store/notebook.ts';
import { useFieldbook } from '../fieldbook.ts';
import { Button, LinkButton } from '../parts/Button.tsx';
import { Empty } from '../parts/Empty.tsx';
import { ListRow, Rows } from '../parts/ListRow.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { exchangeWords } from '../shell/ExchangeSign.tsx';
import { useNotebook } from '../useNotebook.ts';
import { formatTime, formatWhen } from '../words.ts';
import { personHref } from './hrefs.ts';
import { StandingTag } from './saving/StandingTag.tsx';
import { SetAside } from './sent/SetAside.tsx';
import { SetUpAgain } from './sent/SetUpAgain.tsx';
import { WhatStandsInTheWay } from './sent/WhatStandsInTheWay.tsx';
import '../styles/field.css';
import { shownCode } from '../shownCode.ts';

const kinds = ['person', 'contact', 'consent', 'screening'] as const;
const standings: readonly Standing[] = ['on-this-phone', 'at-the-office', 'seen'];
const drawnAtOnce = 50;

interface SentRecord {
  readonly state: RecordState;
  readonly standing: Standing;
  readonly writtenAt: string;
}

/** One's own records with where each has got to, newest first. */
const useSentRecords = (): readonly SentRecord[] => {
  const notebook = useNotebook();
  return kinds
    .flatMap((kind) => notebook.recordsOf(kind))
    .filter((state) => writtenFirst(state)?.body.by.person === notebook.me.person)
    .map((state) => ({ state, standing: notebook.standingOf(state.record), writtenAt: writtenFirst(state)?.body.writtenAt ?? '' }))
    .sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
};

export const Sent = () => {
  const { t } = useTranslation('field');
  const fieldbook = useFieldbook();
  const notebook = useNotebook();
  const exchange = fieldbook.exchange.value;
  const unopened = notebook.unopened();
  return (
    <Page
      title={t('sent.title')}
      back="/"
      foot={
        <Button kind="main" wide icon="send" busy={exchange.busy} onClick={() => void fieldbook.exchangeNow()}>
          {t('sent.now')}
        </Button>
      }
    >
      {notebook.twin() && (
        <Notice kind="care" title={t('sent.twin.title')} still action={<LinkButton href="/anew">{t('sent.anew.open')}</LinkButton>}>
          <p>{t('sent.twin.text')}</p>
          <p>{t('sent.anew.text')}</p>
        </Notice>
      )}
      <Total />
      {exchange.failure && !exchange.busy && (
        <WhatStandsInTheWay failure={exchange.failure}>
          <SetUpAgain failure={exchange.failure} />
          <NextTry />
        </WhatStandsInTheWay>
      )}
      {unopened > 0 && (
        <Notice kind="info" still>
          {t('sent.unopened', { count: unopened })}
        </Notice>
      )}
      <LinkButton wide href="/carry">
        {t('sent.carry')}
      </LinkButton>
      <SetAside />
      <ByRecord />
    </Page>
  );
};

export default Sent;

const Total = () => {
  const { t } = useTranslation('field');
  const app = useTranslation('app').t;
  const exchange = useFieldbook().exchange.value;
  const { waiting, delivered, setAside } = useNotebook().delivery();
  return (
    <section class="sent-total" aria-label={t('sent.total')}>
      <p role="status">{exchange.busy ? exchangeWords(exchange, app).words : t('sent.waiting', { count: waiting + setAside.length })}</p>
      {exchange.busy && exchange.progress && <progress aria-hidden="true" value={exchange.progress.done} max={exchange.progress.of} />}
      <p>{t('sent.delivered', { count: delivered })}</p>
      <p class="quiet">
        {exchange.lastReachedAt
          ? t('sent.lastReached', { when: formatWhen(exchange.lastReachedAt, currentLanguage.value) })
          : t('sent.neverReached')}
      </p>
    </section>
  );
};

const NextTry = () => {
  const { t } = useTranslation('field');
  const at = useFieldbook().nextTryAt.value;
  return at === null ? null : (
    <p class="quiet">{t('sent.nextTry', { when: formatTime(new Date(at).toISOString(), currentLanguage.value) })}</p>
  );
};

const ByRecord = () => {
  const { t } = useTranslation('field');
  const records = useSentRecords();
  const chosen = useSignal<Standing>('on-this-phone');
  const drawn = useSignal(drawnAtOnce);
  const shown = records.filter(({ standing }) => standing === chosen.value);
  return (
    <Tabs
      label={t('sent.byRecord')}
      tabs={standings.map((value) => ({
        value,
        label: t(`standing.${value}`),
        count: records.filter(({ standing }) => standing === value).length,
      }))}
      value={chosen.value}
      onChange={(value) => {
        chosen.value = value;
        drawn.value = drawnAtOnce;
      }}
    >
      {shown.length === 0 && <Empty title={t(`sent.none.${chosen.value}`)} />}
      <Rows label={t('sent.byRecord')}>
        {shown.slice(0, drawn.value).map((sent) => (
          <SentRow key={sent.state.record} sent={sent} />
        ))}
      </Rows>
      {shown.length > drawn.value && (
        <Button
          wide
          onClick={() => {
            drawn.value += drawnAtOnce;
          }}
        >
          {t('list.more', { count: shown.length - drawn.value })}
        </Button>
      )}
    </Tabs>
  );
};

const SentRow = ({ sent: { state, standing, writtenAt } }: { readonly sent: SentRecord }) => {
  const { t } = useTranslation('field');
  const person = personOf(state);
  return (
    <ListRow
      href={person ? personHref(person) : '/sent'}
      title={person ? shownCode(person) : t('sent.setAside.unknown')}
      meta={[t(`record.kind.${state.kind}.undated`), formatWhen(writtenAt, currentLanguage.value)].join(' · ')}
      trailing={<StandingTag standing={standing} />}
    />
  );
};
