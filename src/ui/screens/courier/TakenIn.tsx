/** What came in, how much of it was new, and what happens next; or why nothing did. */
import { useTranslation } from 'react-i18next';
import type { CourierView, TakenIn } from '../../../store/courier.ts';
import type { TakenEntries } from '../../../store/courierIn.ts';
import type { TakenReceipts } from '../../../store/courierReceipts.ts';
import { Notice } from '../../parts/Notice.tsx';
import { GiveBack } from './Overview.tsx';
import type { Outcome } from './useTaking.ts';

export const OutcomeOf = ({ outcome, view }: { readonly outcome: Outcome; readonly view: CourierView }) => {
  const { t } = useTranslation('carry');
  if (!outcome.ok)
    return <Notice kind="care">{t(`problem.${outcome.failure.type}`, { defaultValue: t('problem.storage-failed') })}</Notice>;
  return (
    <>
      <Taken taken={outcome.value} />
      {view.receipts > 0 && <GiveBack receipts={view.receipts} />}
    </>
  );
};

const Taken = ({ taken }: { readonly taken: TakenIn }) => (taken.is === 'entries' ? <Entries {...taken} /> : <Receipts {...taken} />);

const Entries = ({ entries, fresh, unproven, readHere }: TakenEntries) => {
  const { t } = useTranslation('carry');
  return (
    <>
      <Notice kind="good" title={t('holds', { count: entries })}>
        <p>{fresh > 0 ? t('fresh', { count: fresh }) : t('same')}</p>
        <p>{t(readHere ? 'next.office' : 'next.field')}</p>
      </Notice>
      {unproven > 0 && <Notice kind="care">{t('leftOut', { count: unproven })}</Notice>}
    </>
  );
};

const Receipts = ({ settled, forOthers }: TakenReceipts) => {
  const { t } = useTranslation('carry');
  if (settled + forOthers === 0) return <Notice kind="info">{t('notYours')}</Notice>;
  return (
    <Notice kind="good">
      {settled > 0 && <p>{t('settled', { count: settled })}</p>}
      {forOthers > 0 && <p>{t('receipt.count', { count: forOthers })}</p>}
    </Notice>
  );
};
