/** A screen in a file of its own: there at once when the offline cache has it, and with a way on when it does not come. */
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { needWords } from '../i18n/language.ts';
import type { Namespace } from '../i18n/languages.ts';
import { behindTheLock } from '../i18n/load.ts';
import { openDrafts } from './openDrafts.ts';
import { Button } from './parts/Button.tsx';
import { Notice } from './parts/Notice.tsx';
import { Page } from './parts/Page.tsx';

interface ScreenModule<P> {
  readonly default: ComponentType<P>;
  /** What would hold up its first drawing, done as soon as the file is here. */
  readonly prepare?: () => void;
}
type Load<P> = () => Promise<ScreenModule<P>>;

export interface LazyScreen<P> {
  (props: P): ReturnType<typeof Missing> | null;
  /** Fetches it while there is time, so that the tap finds it here. */
  readonly bring: () => Promise<void>;
}

/** `freshFor`: the route parameter that makes it another screen, so that nothing of one person stays when the next is opened. */
export const lazyScreen = <P extends object>(
  load: Load<P>,
  words: readonly Namespace[] = [],
  freshFor?: keyof P & string,
): LazyScreen<P> => {
  let here: ComponentType<P> | null = null;
  let coming: Promise<void> | null = null;
  const bringOnce = async () => {
    const [module, spoken] = await Promise.all([load(), needWords([...behindTheLock, ...words])]);
    if (!spoken.ok) throw new Error('the words of a screen did not come');
    here = module.default;
    module.prepare?.();
  };
  const bring = () => {
    coming ??= bringOnce().catch((problem) => {
      coming = null;
      throw problem;
    });
    return coming;
  };
  const Lazily = (props: P) => {
    const state = useSignal<'coming' | 'here' | 'missing'>(here ? 'here' : 'coming');
    const tries = useSignal(0);
    useEffect(() => {
      if (here) return;
      void bring().then(
        () => {
          state.value = 'here';
        },
        () => {
          state.value = 'missing';
        },
      );
    }, [tries.value]);
    if (state.value === 'missing')
      return (
        <Missing
          onRetry={() =>
            retry(tries.value, () => {
              state.value = 'coming';
              tries.value += 1;
            })
          }
        />
      );
    const Screen = here;
    return state.value === 'here' && Screen ? (
      <Screen key={freshFor === undefined ? undefined : String(props[freshFor])} {...props} />
    ) : (
      <Coming />
    );
  };
  return Object.assign(Lazily, { bring });
};

/** A browser may remember that a file was missing; then only loading the whole page again helps. */
const retry = async (tries: number, again: () => void): Promise<void> => {
  if (tries === 0) return again();
  await openDrafts.keepAll();
  location.reload();
};

const Coming = () => {
  const { t } = useTranslation('app');
  return (
    <main class="page" id="main" aria-busy="true">
      <p class="coming">{t('page.coming')}</p>
    </main>
  );
};

const Missing = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t } = useTranslation('app');
  return (
    <Page title={t('page.missing.title')} back="/">
      <Notice
        kind="care"
        action={
          <Button kind="main" icon="reload" onClick={onRetry}>
            {t('page.missing.retry')}
          </Button>
        }
      >
        {t('page.missing.text')}
      </Notice>
    </Page>
  );
};
