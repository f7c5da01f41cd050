/** Trying it out: the questions as a phone would show them, and beside them every question with what it is doing and why. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { spelledName, WordingTag } from './LanguagesTab.tsx';
import { PreviewList } from './PreviewList.tsx';
import { PreviewPhone } from './PreviewPhone.tsx';
import { languageToRead } from './publishedWords.ts';
import { usePreview } from './usePreview.ts';

export const PreviewTab = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const preview = usePreview(checklist);
  const chosen = useSignal<string | null>(null);
  const shown = checklist.languages.find(({ name }) => name === chosen.value);
  const name = shown?.name ?? languageToRead(checklist, i18n.language);
  const language = checklist.languages.find((each) => each.name === name);
  if (checklist.items.length === 0)
    return (
      <Empty title={t('import.preview.none.title')}>
        <p>{t('import.preview.none.text')}</p>
      </Empty>
    );
  return (
    <div class="preview">
      <p class="library-about">{t('import.preview.about')}</p>
      {checklist.meantFor === 'under-18' && (
        <Notice kind="info" still>
          {t('import.preview.underEighteen')}
        </Notice>
      )}
      <div class="preview-controls">
        <Choice
          legend={t('import.preview.language')}
          options={checklist.languages.map((each) => ({
            value: each.name,
            label: spelledName(each, t('import.languages.noName')),
          }))}
          value={name}
          onChange={(value) => {
            chosen.value = value ?? null;
          }}
        />
        <Button icon="undo" onClick={preview.startOver}>
          {t('import.preview.startOver')}
        </Button>
      </div>
      <div class="preview-beside">
        <div class="preview-device">
          {language && <WordingTag language={language} />}
          <PreviewPhone preview={preview} checklist={checklist} language={name} />
        </div>
        <PreviewList preview={preview} checklist={checklist} />
      </div>
    </div>
  );
};
