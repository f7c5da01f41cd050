/** How much has not reached the office, and the button that always tries. */
import { useTranslation } from 'react-i18next';
import { useFieldbook } from '../../fieldbook.ts';
import { Button, LinkButton } from '../../parts/Button.tsx';
import { exchangeWords } from '../../shell/ExchangeSign.tsx';

export const WaitingToSend = () => {
  const { t } = useTranslation('field');
  const app = useTranslation('app').t;
  const fieldbook = useFieldbook();
  const exchange = fieldbook.exchange.value;
  return (
    <section class="waiting" aria-labelledby="waiting">
      <h2 id="waiting">{t('today.sending.title')}</h2>
      <p role="status">{exchangeWords(exchange, app).words}</p>
      <div class="buttons">
        <Button icon="send" busy={exchange.busy} onClick={() => void fieldbook.exchangeNow()}>
          {t('sent.now')}
        </Button>
        <LinkButton kind="quiet" href="/sent">
          {t('today.sending.all')}
        </LinkButton>
      </div>
    </section>
  );
};
