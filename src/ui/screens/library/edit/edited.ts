/** What the pieces of the editor are handed, and the words they share. */
import { useTranslation } from 'react-i18next';
import type { Checklist, Item } from '../../../../domain/checklist.ts';
import { labelIn, readIn } from '../markRows.ts';

export interface EditProps {
  readonly checklist: Checklist;
  readonly change: (next: Checklist, what?: string) => void;
}

export interface EditItemProps extends EditProps {
  readonly path: string;
  readonly item: Item;
}

export interface ItemEditorProps extends EditItemProps {
  /** It stands elsewhere now, or nowhere. */
  readonly onMoved: (path: string | null) => void;
}

/** What an item is called in a list: its words, else that it has none yet. */
export const useItemName = (checklist: Checklist): ((item: Pick<Item, 'labels' | 'name'>) => string) => {
  const { t, i18n } = useTranslation('library');
  const { name } = readIn(checklist, i18n.language);
  return (item) => {
    const words = labelIn(item, name, checklist.defaultLanguage);
    return words === item.name ? t('edit.unworded', { name: item.name }) : words;
  };
};

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
