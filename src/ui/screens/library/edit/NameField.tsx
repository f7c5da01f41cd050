/** The name in exports and in rules. Changed only when it is usable and free; rules that use it follow. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { freeNameIn } from '../../../../forms/editing/items.ts';
import { isUsableName, renameItem } from '../../../../forms/editing/references.ts';
import { Button } from '../../../parts/Button.tsx';
import { TextInput } from '../../../parts/TextInput.tsx';
import { type ItemEditorProps, parentOf } from './edited.ts';

export const NameField = ({ checklist, change, path, item, onMoved }: ItemEditorProps) => {
  const { t } = useTranslation('library');
  const typed = useSignal(item.name);
  const name = typed.value.trim();
  const problem =
    name === item.name
      ? null
      : !isUsableName(name)
        ? t('edit.name.unusable')
        : freeNameIn(checklist, name) !== name
          ? t('edit.name.taken')
          : null;
  const rename = () => {
    change(renameItem(checklist, path, name));
    onMoved(`${parentOf(path)}/${name}`);
  };
  return (
    <div class="edit-name">
      <TextInput
        label={t('edit.name.label')}
        hint={t('edit.name.hint')}
        error={problem}
        value={typed.value}
        spellcheck={false}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <Button disabled={problem !== null || name === item.name} onClick={rename}>
        {t('edit.name.change')}
      </Button>
    </div>
  );
};
