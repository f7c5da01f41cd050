import { useTranslation } from 'react-i18next';
import { never } from '../../../domain/result.ts';
import type { NetworkFailure } from '../../fieldbook.ts';
import { Notice } from '../../parts/Notice.tsx';

/** Each way of not reaching the office, and what helps. */
export const NetworkProblem = ({ failure }: { readonly failure: NetworkFailure }) => {
  const { t } = useTranslation('app');
  switch (failure.type) {
    case 'no-connection':
      return (
        <Notice kind="care" title={t('network.none.title')}>
          {t('network.none.text')}
        </Notice>
      );
    case 'too-slow':
      return (
        <Notice kind="care" title={t('exchange.slow')}>
          {t('network.none.text')}
        </Notice>
      );
    case 'busy':
      return (
        <Notice kind="care" title={t('exchange.busy')}>
          {t('network.busy')}
        </Notice>
      );
    case 'not-our-server':
      return (
        <Notice kind="care" title={t('network.elsewhere.title')}>
          {t('network.elsewhere.text')}
        </Notice>
      );
    case 'refused':
      return (
        <Notice kind="care" title={t('network.refused.title')}>
          {t('network.refused.text', { code: failure.code })}
        </Notice>
      );
    default:
      return never(failure);
  }
};
