/** A file for translators outside, in the format their program reads. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { saveFile } from '../../saveFile.ts';
import type { InLanguageProps } from './useEveryText.ts';
import { type FileFormat, fileFormats, formatNames, wordingFile } from './wordingFiles.ts';

export const SaveFor = ({ tag, texts }: InLanguageProps) => {
  const { t } = useTranslation('library');
  const failed = useSignal(false);
  const save = async (format: FileFormat) => {
    failed.value = false;
    try {
      const { name, content, type } = await wordingFile(format, tag, texts);
      saveFile(name, content, type);
    } catch {
      // The part that writes did not come: offline before it was used once.
      failed.value = true;
    }
  };
  return (
    <section class="section">
      <h2>{t('wordings.files.save')}</h2>
      <div class="buttons">
        {fileFormats.map((format) => (
          <Button key={format} icon="download" onClick={() => void save(format)}>
            {t('wordings.files.as', { format: formatNames[format] })}
          </Button>
        ))}
      </div>
      {failed.value && <Notice kind="care">{t('library.saveAsFailed')}</Notice>}
    </section>
  );
};
