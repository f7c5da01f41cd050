/** The frame of the app: what stands around every screen, and which screen stands where. It knows no records. */
import { type Signal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { startAutoLock } from './autoLock.ts';
import { type Fieldbook, FieldbookContext } from './fieldbook.ts';
import { lazyPart } from './lazyPart.tsx';
import { lockNow } from './lockNow.ts';
import { Toasts } from './parts/Toast.tsx';
import { bringCommonScreens, OpenRoutes } from './routes.tsx';
import { Gate, isGatePath } from './screens/gate/Gate.tsx';
import { InventedBar, LanguageBar, UpdateBar } from './shell/Bars.tsx';
import { Nav } from './shell/Nav.tsx';
import { GateBar, TopBar } from './shell/TopBar.tsx';
import { Trouble } from './shell/Trouble.tsx';
import { translating } from './translating.ts';
import { whenIdle } from './whenIdle.ts';

const AcceptedWording = lazyPart(() => import('./AcceptedWording.tsx'));
const StorageBar = lazyPart(() => import('./shell/StorageBar.tsx'));
const TwinBar = lazyPart(() => import('./shell/TwinBar.tsx'));
const Translating = lazyPart(() => import('./screens/better/Translating.tsx'));

/** `null` until the device has looked; the shell is painted before that. `broken`: this browser gives us nowhere to keep anything. */
export type Start = Fieldbook | null | 'broken';

export const App = ({ start }: { readonly start: Signal<Start> }) => {
  const fieldbook = start.value;
  return (
    <LocationProvider>
      <FieldbookContext.Provider value={fieldbook === 'broken' ? null : fieldbook}>
        <SkipLink />
        {fieldbook === null || fieldbook === 'broken' ? <BeforeStart broken={fieldbook === 'broken'} /> : <Frame fieldbook={fieldbook} />}
        <Toasts />
      </FieldbookContext.Provider>
    </LocationProvider>
  );
};

const SkipLink = () => {
  const { t } = useTranslation('app');
  return (
    <a class="skip" href="#main">
      {t('skip')}
    </a>
  );
};

const BeforeStart = ({ broken }: { readonly broken: boolean }) => (
  <>
    <GateBar />
    <Gate stage={broken ? 'no-storage' : 'starting'} />
  </>
);

/** What will stand behind the lock. A failure here is not one: it is asked for again when it is needed. */
const bringNext = (): void => {
  bringCommonScreens(location.pathname);
  for (const part of [AcceptedWording, TwinBar, StorageBar]) part.bring().catch(() => undefined);
};

const Frame = ({ fieldbook }: { readonly fieldbook: Fieldbook }) => {
  const { path } = useLocation();
  const stage = fieldbook.stage.value;
  const open = stage === 'open' && fieldbook.notebook.value !== null;
  useSignalEffect(() => {
    const stands = fieldbook.stage.value;
    if (stands === 'waiting' || stands === 'locked' || stands === 'open') whenIdle(bringNext);
  });
  useEffect(
    () => startAutoLock({ document, now: Date.now, isOpen: () => fieldbook.stage.peek() === 'open', lock: () => lockNow(fieldbook) }),
    [fieldbook],
  );
  return (
    <>
      <InventedBar fieldbook={fieldbook} />
      <UpdateBar fieldbook={fieldbook} />
      <LanguageBar />
      {open && fieldbook.storageTrouble.value !== null && <StorageBar />}
      {open ? (
        <Open fieldbook={fieldbook} />
      ) : (
        <>
          <GateBar />
          <Trouble place={path}>
            <Gate stage={stage === 'open' ? 'starting' : stage} />
          </Trouble>
        </>
      )}
    </>
  );
};

/** On these a person is in the middle of something: the places leave the lower edge to the next step. */
const isInTheMiddle = (path: string): boolean => path === '/new' || path.startsWith('/q/') || path === '/show';

const Open = ({ fieldbook }: { readonly fieldbook: Fieldbook }) => {
  const { path, route } = useLocation();
  const notebook = fieldbook.notebook.value;
  const role = notebook?.me.role ?? 'worker';
  useEffect(() => {
    // An invitation that was tapped on a phone that has a double is for that.
    if (isGatePath(path)) route(path === '/join' && notebook?.twin() ? `/anew${location.hash}` : '/', true);
  }, [path]);
  return (
    <>
      {notebook && <AcceptedWording notebook={notebook} />}
      <TwinBar />
      {translating.value && <Translating path={path} />}
      <TopBar />
      <div class={isInTheMiddle(path) ? 'frame frame-middle' : 'frame'}>
        <Nav role={role} asking={fieldbook.asking.value.length} />
        <Trouble place={path}>
          <OpenRoutes />
        </Trouble>
      </div>
    </>
  );
};
