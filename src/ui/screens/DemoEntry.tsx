/** The way into the demo: makes this browser a notebook of one of its invented people. Anywhere else it does nothing. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { type InventedFailure, useFieldbook } from '../fieldbook.ts';
import { Button, LinkButton } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { NetworkProblem } from './gate/NetworkProblem.tsx';

/** The last part of the address: `mina` in /demo/mina. */
const whoIn = (path: string): string => path.split('/')[2] ?? '';
const asName = (who: string): string => who.charAt(0).toUpperCase() + who.slice(1);

const DemoEntry = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const { path, route } = useLocation();
  const who = whoIn(path);
  const held = useSignal(fieldbook.stage.peek() === 'locked');
  const busy = useSignal(false);
  const failure = useSignal<InventedFailure | null>(null);
  const enter = async () => {
    busy.value = true;
    failure.value = null;
    const entered = await fieldbook.enterInvented(who);
    busy.value = false;
    if (entered.ok) route('/', true);
    else failure.value = entered.failure;
  };
  if (held.value) return <Held />;
  return (
    <Page title={t('demo.title', { name: asName(who) })}>
      {failure.value && <DemoProblem failure={failure.value} />}
      <div class="stack">
        <p class="lead">{t('demo.text')}</p>
        <p>{t('demo.passphrase')}</p>
        <div class="buttons">
          <Button kind="main" wide busy={busy.value} onClick={() => void enter()}>
            {busy.value ? t('demo.opening') : t('demo.open', { name: asName(who) })}
          </Button>
        </div>
      </div>
    </Page>
  );
};
export default DemoEntry;

/** One browser is one device. What is here may be somebody's real work, so nothing is offered that could replace it. */
const Held = () => {
  const { t } = useTranslation('app');
  return (
    <Page title={t('demo.held.title')}>
      <Notice
        kind="info"
        still
        action={
          <LinkButton kind="main" href="/">
            {t('demo.held.open')}
          </LinkButton>
        }
      >
        {t('demo.held.text')}
      </Notice>
    </Page>
  );
};

const DemoProblem = ({ failure }: { readonly failure: InventedFailure }) => {
  const { t } = useTranslation('app');
  switch (failure.type) {
    case 'not-invented':
      return (
        <Notice kind="care" title={t('demo.elsewhere.title')}>
          {t('demo.elsewhere.text')}
        </Notice>
      );
    case 'storage-failed':
      return (
        <Notice kind="care" title={t('noStorage.title')}>
          {t('noStorage.do')}
        </Notice>
      );
    default:
      return failure.type === 'refused' && failure.code === 'not-found' ? (
        <Notice kind="care">{t('demo.nobody')}</Notice>
      ) : (
        <NetworkProblem failure={failure} />
      );
  }
};
