/** What this device promises and what it does not, in plain words. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';

export const ThisDevice = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const kept = fieldbook.storageKept.value;
  const asked = useSignal(false);
  const ask = async () => {
    await fieldbook.askToKeepStorage();
    asked.value = true;
  };
  return (
    <section class="section" aria-labelledby="device">
      <h2 id="device">{t('settings.device.title')}</h2>
      {kept === 'kept' ? (
        <Notice kind="good" still title={t('settings.device.kept.title')}>
          {t('settings.device.kept.text')}
        </Notice>
      ) : (
        <Notice
          kind="care"
          still
          title={t('settings.device.notKept.title')}
          action={kept === 'not-promised' && !asked.value && <Button onClick={() => void ask()}>{t('settings.device.notKept.ask')}</Button>}
        >
          {asked.value ? t('settings.device.notKept.refused') : t('settings.device.notKept.text')}
        </Notice>
      )}
      <Notice kind={fieldbook.slotsErasable.value ? 'good' : 'info'} still title={t('settings.device.keys.title')}>
        {fieldbook.slotsErasable.value ? t('settings.device.keys.erasable') : t('settings.device.keys.notErasable')}
      </Notice>
    </section>
  );
};
