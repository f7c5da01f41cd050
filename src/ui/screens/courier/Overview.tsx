/** What waits here to be handed on, and the ways to do it. */
import { useTranslation } from 'react-i18next';
import type { CourierView } from '../../../store/courier.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';

export const Overview = ({ view: { own, carried, receipts, refused } }: { readonly view: CourierView }) => {
  const { t } = useTranslation('carry');
  const field = useTranslation('field').t;
  const waits = own + carried > 0;
  return (
    <>
      <p>{t('text')}</p>
      <section class="sent-total" aria-label={t('title')}>
        <p>{own > 0 ? field('sent.waiting', { count: own }) : field('sent.none.on-this-phone')}</p>
        {carried > 0 && <p>{t('others', { count: carried })}</p>}
        {own > 0 && <p class="quiet">{t('stays')}</p>}
      </section>
      {refused > 0 && (
        <Notice kind="care" still>
          {t('refused', { count: refused })}
        </Notice>
      )}
      <nav class="ways" aria-label={t('title')}>
        {waits && (
          <>
            <LinkButton kind="main" wide href="/carry/file">
              {t('make')}
            </LinkButton>
            <LinkButton wide href="/carry/codes">
              {t('show')}
            </LinkButton>
          </>
        )}
        <LinkButton wide href="/carry/take">
          {t('take')}
        </LinkButton>
        <LinkButton wide href="/carry/look">
          {t('read')}
        </LinkButton>
      </nav>
      {receipts > 0 && <GiveBack receipts={receipts} />}
    </>
  );
};

/** Until they know, their own phone says "on this phone". */
export const GiveBack = ({ receipts }: { readonly receipts: number }) => {
  const { t } = useTranslation('carry');
  return (
    <section class="section">
      <h2>{t('receipt.title')}</h2>
      <p>{t('receipt.count', { count: receipts })}</p>
      <div class="ways">
        <LinkButton wide href="/carry/receipt">
          {t('receipt.file')}
        </LinkButton>
        <LinkButton wide href="/carry/receipt-codes">
          {t('receipt.show')}
        </LinkButton>
      </div>
    </section>
  );
};
