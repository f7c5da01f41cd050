/** The smallest and largest number that fits. A rule that says more is shown as its author wrote it. */
import { useTranslation } from 'react-i18next';
import { changeItem } from '../../../../forms/editing/items.ts';
import { type Bounds, boundsOf, ruleOf } from '../../../../forms/editing/newItems.ts';
import { TextInput } from '../../../parts/TextInput.tsx';
import type { EditItemProps } from './edited.ts';

const numberIn = (text: string): number | null => {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
};

export const BoundsEditor = ({ checklist, change, path, item }: EditItemProps) => {
  const { t } = useTranslation('library');
  const bounds = boundsOf(item.constraint);
  if (!bounds)
    return (
      <p>
        {t('edit.bounds.written')} <code dir="ltr">{item.constraint}</code>
      </p>
    );
  const put = (said: Partial<Bounds>) =>
    change(
      changeItem(checklist, path, (before) => ({ ...before, constraint: ruleOf({ ...bounds, ...said }) })),
      `bounds ${path}`,
    );
  return (
    <div class="edit-words">
      <TextInput
        label={t('edit.bounds.least')}
        inputMode="decimal"
        value={bounds.least === null ? '' : String(bounds.least)}
        onInput={(text) => put({ least: numberIn(text) })}
      />
      <TextInput
        label={t('edit.bounds.most')}
        inputMode="decimal"
        value={bounds.most === null ? '' : String(bounds.most)}
        onInput={(text) => put({ most: numberIn(text) })}
      />
    </div>
  );
};
