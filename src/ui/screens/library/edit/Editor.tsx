/** Building and changing a checklist without a spreadsheet: its items on one side, the one chosen on the other, tried out at once. */
import '../../../styles/libraryEdit.css';
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../../domain/checklist.ts';
import { findItem } from '../../../../forms/editing/items.ts';
import { Button } from '../../../parts/Button.tsx';
import { Empty } from '../../../parts/Empty.tsx';
import { PreviewPhone } from '../PreviewPhone.tsx';
import { languageToRead } from '../publishedWords.ts';
import { usePreview } from '../usePreview.ts';
import { AddItem } from './AddItem.tsx';
import { AddLanguage } from './AddLanguage.tsx';
import { ItemEditor } from './ItemEditor.tsx';
import { Outline } from './Outline.tsx';
import { useHistory } from './useHistory.ts';

export const Editor = ({ checklist, change: keep }: { readonly checklist: Checklist; readonly change: (next: Checklist) => void }) => {
  const { t } = useTranslation('library');
  const history = useHistory(checklist, keep);
  const chosen = useSignal<string | null>(null);
  const trying = useSignal(false);
  const path = chosen.value;
  const item = path === null ? undefined : findItem(checklist, path);
  const choose = (next: string | null) => {
    chosen.value = next;
  };
  const props = { checklist, change: history.change };
  return (
    <div class="edit">
      <div class="edit-bar" role="toolbar" aria-label={t('edit.bar')}>
        <Button icon="undo" disabled={!history.undo} onClick={() => history.undo?.()}>
          {t('edit.undo')}
        </Button>
        <Button icon="reload" disabled={!history.redo} onClick={() => history.redo?.()}>
          {t('edit.redo')}
        </Button>
        <Button
          icon="phone"
          pressed={trying.value}
          onClick={() => {
            trying.value = !trying.value;
          }}
        >
          {t('edit.try')}
        </Button>
        <AddLanguage {...props} />
      </div>
      <div class={trying.value ? 'edit-beside edit-trying' : 'edit-beside'}>
        <div class="edit-side">
          {checklist.items.length === 0 && (
            <Empty title={t('edit.empty.title')}>
              <p>{t('edit.empty.text')}</p>
            </Empty>
          )}
          <Outline {...props} chosen={path} onChoose={choose} />
          <AddItem {...props} chosen={path} onAdded={choose} />
        </div>
        <div class="edit-main">
          {path !== null && item ? (
            <ItemEditor key={path} {...props} path={path} item={item} onMoved={choose} />
          ) : (
            checklist.items.length > 0 && <p class="library-about">{t('edit.choose')}</p>
          )}
        </div>
        {trying.value && <TriedOut checklist={checklist} />}
      </div>
    </div>
  );
};

const TriedOut = ({ checklist }: { readonly checklist: Checklist }) => {
  const { i18n } = useTranslation('library');
  const preview = usePreview(checklist);
  return (
    <div class="edit-tried">
      <PreviewPhone preview={preview} checklist={checklist} language={languageToRead(checklist, i18n.language)} />
    </div>
  );
};
