import { useTranslation } from 'react-i18next';
import type { InviteFailure } from '../../fieldbook.ts';
import { Notice } from '../../parts/Notice.tsx';
import { NetworkProblem } from '../gate/NetworkProblem.tsx';

export const InviteProblem = ({ failure }: { readonly failure: InviteFailure }) => {
  const { t } = useTranslation('app');
  return failure.type === 'storage-failed' ? (
    <Notice kind="care" title={t('noStorage.title')}>
      {t('noStorage.do')}
    </Notice>
  ) : (
    <NetworkProblem failure={failure} />
  );
};
