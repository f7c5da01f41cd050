/** What happens to the storage while somebody writes: said over the screen, which keeps what is on it. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { useFieldbook } from '../fieldbook.ts';
import type { StorageTrouble } from '../loss.ts';
import { openDrafts } from '../openDrafts.ts';
import { Button } from '../parts/Button.tsx';
import { Bar } from './Bar.tsx';
import '../styles/storage.css';

const loadAgain = async (): Promise<void> => {
  await openDrafts.keepAll();
  location.reload();
};

const StorageBar = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const hidden = useSignal<StorageTrouble | null>(null);
  const trouble = fieldbook.storageTrouble.value;
  if (trouble === null || trouble === hidden.value) return null;
  const action =
    trouble === 'full' ? (
      <>
        <Button onClick={() => void fieldbook.exchangeNow()}>{t('storage.full.send')}</Button>
        <Button
          kind="quiet"
          icon="close"
          label={t('storage.later')}
          onClick={() => {
            hidden.value = trouble;
          }}
        />
      </>
    ) : (
      <Button kind="main" onClick={() => void loadAgain()}>
        {t('storage.loadAgain')}
      </Button>
    );
  return (
    <div class="held-bar">
      <Bar icon="care" action={action}>
        {t(`storage.${trouble}.text`)}
      </Bar>
    </div>
  );
};

export default StorageBar;
