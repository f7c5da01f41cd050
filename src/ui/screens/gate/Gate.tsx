/** Everything before the notebook is open. Nothing here says what the notebook is for (R19). */
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { Stage } from '../../fieldbook.ts';
import { useFieldbook } from '../../fieldbook.ts';
import { forgetLock } from '../../keptLock.ts';
import { lazyPart } from '../../lazyPart.tsx';
import { lazyScreen } from '../../lazyScreen.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { Unlock } from './Unlock.tsx';
import { Waiting } from './Waiting.tsx';
import { Welcome } from './Welcome.tsx';

// Seen once in a phone's life: not worth carrying on every start.
const Found = lazyScreen(() => import('./Found.tsx'));
const Join = lazyScreen(() => import('./Join.tsx'));
const Lost = lazyScreen(() => import('./Lost.tsx'));
const PrivateWindow = lazyPart(() => import('./PrivateWindow.tsx'));
const DemoEntry = lazyScreen(() => import('../DemoEntry.tsx'));
const isDemoPath = (path: string): boolean => path.startsWith('/demo/');

export const isGatePath = (path: string): boolean => path === '/join' || path === '/start' || isDemoPath(path);

/** On a phone that is not locked any more, but empty or lost, the lock must not be drawn at the next start. */
const hasNoLock = (stage: Stage): boolean => stage === 'empty' || stage === 'waiting' || stage === 'lost';

export const Gate = ({ stage }: { readonly stage: Exclude<Stage, 'open'> }) => {
  const { path } = useLocation();
  useEffect(() => {
    if (hasNoLock(stage)) forgetLock();
  }, [stage]);
  if (isDemoPath(path) && (stage === 'empty' || stage === 'locked')) return <DemoEntry />;
  switch (stage) {
    case 'starting':
      return <Starting />;
    case 'empty':
      return <Beginning />;
    case 'waiting':
      return <Waiting />;
    case 'locked':
      return <Unlock />;
    case 'lost':
      return <Lost />;
    case 'no-storage':
      return <NoStorage />;
  }
};

const Beginning = () => (
  <>
    {useFieldbook().privateWindow.value && <PrivateWindow />}
    <Ways />
  </>
);

const Ways = () => {
  const { path } = useLocation();
  if (path === '/join') return <Join />;
  return path === '/start' ? <Found /> : <Welcome />;
};

const Starting = () => <main class="page" id="main" aria-busy="true" />;

const NoStorage = () => {
  const { t } = useTranslation('app');
  return (
    <Page title={t('noStorage.title')}>
      <Notice kind="care">
        <p>{t('noStorage.text')}</p>
        <p>{t('noStorage.do')}</p>
      </Notice>
    </Page>
  );
};
