/** Keys are made; a supervisor compares the four words and lets this phone in. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type ExchangeState, type NetworkFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import { FourWords } from './FourWords.tsx';
import { NetworkProblem } from './NetworkProblem.tsx';

const isOfNetwork = (failure: NonNullable<ExchangeState['failure']>): failure is NetworkFailure =>
  failure.type === 'no-connection' || failure.type === 'not-our-server' || failure.type === 'refused';

export const Waiting = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const asked = fieldbook.admission.value;
  const { failure } = fieldbook.exchange.value;
  const busy = useSignal(false);
  const look = async () => {
    busy.value = true;
    await fieldbook.exchangeNow();
    busy.value = false;
  };
  return (
    <Page title={t('waiting.title')}>
      {asked && <p class="lead">{t('waiting.text', { organisation: asked.organisation })}</p>}
      {asked && <FourWords words={asked.words} label={t('waiting.words')} />}
      <p>{t('waiting.compare')}</p>
      <p class="field-hint">{t('waiting.close')}</p>
      {failure && isOfNetwork(failure) && <NetworkProblem failure={failure} />}
      <div class="buttons">
        <Button icon="reload" busy={busy.value} onClick={() => void look()}>
          {busy.value ? t('waiting.looking') : t('waiting.look')}
        </Button>
      </div>
    </Page>
  );
};
