/** Every item in its place. One is chosen; Alt and an arrow move it. */
import { useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../../domain/checklist.ts';
import { isContainer } from '../../../../domain/itemTypes.ts';
import { moveItem } from '../../../../forms/editing/items.ts';
import { Tag } from '../../../parts/Tag.tsx';
import { type EditProps, useItemName } from './edited.ts';

export interface OutlineProps extends EditProps {
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}

export const Outline = (props: OutlineProps) => {
  const { t } = useTranslation('library');
  const list = useRef<HTMLDivElement>(null);
  const { checklist, change, chosen } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null) return;
    if (event.altKey && chosen !== null) change(moveItem(checklist, chosen, by));
    else focusNext(list.current, by);
    event.preventDefault();
  };
  return (
    <div class="edit-outline" ref={list} onKeyDown={onKeyDown} role="group" aria-label={t('edit.outline')}>
      <p class="field-hint">{t('edit.keys')}</p>
      <Rows {...props} items={checklist.items} under="" />
    </div>
  );
};

const focusNext = (list: HTMLElement | null, by: number): void => {
  const rows = [...(list?.querySelectorAll<HTMLButtonElement>('.edit-row') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
};

const Rows = ({ items, under, ...props }: OutlineProps & { readonly items: readonly Item[]; readonly under: string }) => {
  const nameOf = useItemName(props.checklist);
  if (items.length === 0) return null;
  return (
    <ol class="edit-rows">
      {items.map((item) => {
        const path = `${under}/${item.name}`;
        return (
          <li key={path}>
            <button
              type="button"
              class={isContainer(item) ? 'edit-row edit-row-group' : 'edit-row'}
              aria-current={path === props.chosen ? 'true' : undefined}
              onClick={() => props.onChoose(path)}
            >
              <bdi>{nameOf(item)}</bdi>
              <Flags item={item} />
            </button>
            {item.children && <Rows {...props} items={item.children} under={path} />}
          </li>
        );
      })}
    </ol>
  );
};

const Flags = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation('library');
  return (
    <>
      {item.hidden && <Tag icon="hidden">{t('edit.flags.leftOut')}</Tag>}
      {item.relevant !== undefined && <Tag>{t('edit.flags.sometimes')}</Tag>}
      {item.type === 'repeat' && <Tag>{t('edit.flags.repeats')}</Tag>}
      {!item.supported && <Tag kind="care">{t('edit.flags.notCollected')}</Tag>}
    </>
  );
};
