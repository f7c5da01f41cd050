/**
 * What has not reached the office, and whether the last try got through. It says what was tried and found, not what the
 * browser believes of the network: a phone in a café's sign-in page is "online" and reaches nobody.
 */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ExchangeState } from '../fieldbook.ts';
import { useFieldbook } from '../fieldbook.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useNotebook } from '../useNotebook.ts';

export interface ExchangeWords {
  readonly icon: IconName;
  readonly words: string;
  readonly still: boolean;
}

/** Which of the failures' words: what this phone could not keep is told apart from what did not get through. */
const failureWords = (failure: NonNullable<ExchangeState['failure']>, t: TFunction<'app'>): ExchangeWords | null => {
  switch (failure.type) {
    case 'no-connection':
      return { icon: 'offline', words: t('exchange.offline'), still: false };
    case 'too-slow':
      return { icon: 'offline', words: t('exchange.slow'), still: false };
    case 'busy':
      return { icon: 'waiting', words: t('exchange.busy'), still: false };
    case 'not-our-server':
      return { icon: 'offline', words: t('exchange.elsewhere'), still: false };
    case 'refused':
      return { icon: 'care', words: t('exchange.refused'), still: false };
    case 'storage-full':
    case 'storage-failed':
    case 'too-large':
      return { icon: 'care', words: t('exchange.storage'), still: false };
    // Locked, or not let in yet: nothing was tried that could have failed.
    default:
      return null;
  }
};

const reachWords = (state: ExchangeState, t: TFunction<'app'>): ExchangeWords | null => {
  const failed = state.failure && failureWords(state.failure, t);
  return failed || (state.reached === null ? { icon: 'waiting', words: t('exchange.untried'), still: false } : null);
};

export const exchangeWords = (state: ExchangeState, t: TFunction<'app'>): ExchangeWords => {
  const { progress, waiting } = state;
  if (state.busy && progress)
    return { icon: 'send', words: t('exchange.progress', { done: progress.done, of: progress.of }), still: false };
  if (state.busy && waiting > 0) return { icon: 'send', words: t('exchange.sending'), still: false };
  const reach = reachWords(state, t);
  if (waiting > 0) return { icon: reach?.icon ?? 'waiting', words: t('exchange.waiting', { count: waiting }), still: false };
  return reach ?? { icon: 'check', words: t('exchange.allSent'), still: true };
};

export const ExchangeSign = () => {
  const { t } = useTranslation('app');
  const state = useFieldbook().exchange.value;
  const setAside = useNotebook().delivery().setAside.length;
  const said = exchangeWords(state, t);
  // What the office could not take is not there, though nothing waits.
  const { icon, words, still } =
    said.still && setAside > 0 ? ({ icon: 'care', words: t('exchange.refused'), still: false } as const) : said;
  const notReached = state.waiting > 0 && !state.busy ? reachWords(state, t)?.words : undefined;
  return (
    <a class={still ? 'exchange exchange-still' : 'exchange'} href="/sent">
      <Icon name={icon} />
      <span class="exchange-words">
        <span>{words}</span>
        {notReached && <small>{notReached}</small>}
      </span>
      <span class="only-read-out">{t('exchange.open')}</span>
    </a>
  );
};
