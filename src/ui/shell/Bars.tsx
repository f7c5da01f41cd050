/** Thin bars above everything: what the whole app must say, and never in front of what a person is doing. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { languageMissing, setLanguage } from '../../i18n/language.ts';
import { findLanguage } from '../../i18n/languages.ts';
import { languageComing } from '../../i18n/packs.ts';
import type { Fieldbook } from '../fieldbook.ts';
import { openDrafts } from '../openDrafts.ts';
import { Button } from '../parts/Button.tsx';
import { Bar } from './Bar.tsx';

export const InventedBar = ({ fieldbook }: { readonly fieldbook: Fieldbook }) => {
  const { t } = useTranslation('app');
  return fieldbook.invented.value ? (
    <Bar icon="info" onPaper>
      {t('bars.invented')}
    </Bar>
  ) : null;
};

export const UpdateBar = ({ fieldbook }: { readonly fieldbook: Fieldbook }) => {
  const { t } = useTranslation('app');
  const later = useSignal(false);
  const busy = useSignal(false);
  const update = async () => {
    busy.value = true;
    await openDrafts.keepAll();
    await fieldbook.useNewVersion();
  };
  if (!fieldbook.newVersionWaiting.value || later.value) return null;
  return (
    <Bar
      icon="reload"
      action={
        <>
          <Button kind="main" busy={busy.value} onClick={() => void update()}>
            {t('bars.update.now')}
          </Button>
          <Button
            kind="quiet"
            icon="close"
            label={t('bars.update.later')}
            onClick={() => {
              later.value = true;
            }}
          />
        </>
      }
    >
      {t('bars.update.text')}
    </Bar>
  );
};

export const LanguageBar = () => {
  const { t } = useTranslation('app');
  const tag = languageMissing.value;
  const coming = languageComing.value;
  if (coming !== null) return <Bar icon="language">{t('bars.language.coming', { language: findLanguage(coming)?.name ?? coming })}</Bar>;
  if (tag === null) return null;
  return (
    <Bar
      icon="language"
      action={
        <>
          <Button onClick={() => void setLanguage(tag)}>{t('bars.language.retry')}</Button>
          <Button
            kind="quiet"
            icon="close"
            label={t('bars.language.later')}
            onClick={() => {
              languageMissing.value = null;
            }}
          />
        </>
      }
    >
      {t('bars.language.text', { language: findLanguage(tag)?.name ?? tag })}
    </Bar>
  );
};
