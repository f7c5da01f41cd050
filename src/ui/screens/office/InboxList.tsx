/** The list of the inbox, group by group. Arrow keys, or J and K, move through all of it; Enter opens as any link does. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { type InboxGroup, type InboxItem, inboxGroups } from '../../../domain/inbox.ts';
import type { PausedScreening } from '../../../domain/pausedScreenings.ts';
import { Button } from '../../parts/Button.tsx';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { PausedGroup } from './PausedGroup.tsx';
import { ReasonTags } from './ReasonTags.tsx';
import { usePersonName } from './recordWords.ts';

export interface InboxListProps {
  readonly items: readonly InboxItem[];
  readonly paused: readonly PausedScreening[];
  readonly open: Id | null;
  /** Left out where a tap goes to the record's own page. */
  readonly onOpen?: ((record: Id) => void) | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

const moveFocus = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a.row-link')];
  const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const step = steps[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey || at < 0) return;
  const next = event.key === 'Home' ? rows[0] : event.key === 'End' ? rows.at(-1) : step === undefined ? undefined : rows[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** Opens beside the list; a middle click or a held key still opens the link as the browser does. */
const openBeside = (event: MouseEvent, onOpen: (record: Id) => void): void => {
  const link = event.target instanceof Element ? event.target.closest('a.row-link') : null;
  const record = link?.getAttribute('href')?.slice('/r/'.length);
  if (!record || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  onOpen(record);
};

export const InboxList = ({ items, paused, open, onOpen }: InboxListProps) => {
  const { t } = useTranslation('office');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is focused and pressed; this only listens for all of them.
    <div class="inbox-list" onKeyDown={moveFocus} onClick={(event) => onOpen && openBeside(event, onOpen)}>
      <p class="inbox-keys">{t('inbox.keys')}</p>
      {inboxGroups.map((group) => (
        <InboxGroupRows key={group} group={group} items={items.filter((item) => item.group === group)} open={open} />
      ))}
      <PausedGroup paused={paused} open={open} />
    </div>
  );
};

/** As many as a person looks through at once; the rest is one press away. */
const shownAtFirst = 30;

const InboxGroupRows = ({
  group,
  items,
  open,
}: {
  readonly group: InboxGroup;
  readonly items: readonly InboxItem[];
  readonly open: Id | null;
}) => {
  const { t } = useTranslation('office');
  const shown = useSignal(shownAtFirst);
  if (items.length === 0) return null;
  return (
    <section class={`inbox-group inbox-${group}`}>
      <h2>
        {t(`inbox.group.${group}`)} <span class="inbox-count">{items.length}</span>
      </h2>
      <Rows>
        {items.slice(0, shown.value).map((item) => (
          <InboxRow key={item.record} item={item} current={item.record === open} />
        ))}
      </Rows>
      {items.length > shown.value && (
        <Button
          kind="quiet"
          onClick={() => {
            shown.value += shownAtFirst;
          }}
        >
          {t('inbox.more', { count: items.length - shown.value })}
        </Button>
      )}
    </section>
  );
};

const InboxRow = ({ item, current }: { readonly item: InboxItem; readonly current: boolean }) => {
  const { t, i18n } = useTranslation('office');
  const personName = usePersonName(useNotebook());
  return (
    <ListRow
      href={`/r/${item.record}`}
      current={current}
      title={`${t(`kind.${item.kind}`, { defaultValue: t('kind.unknown') })} · ${personName(item.person)}`}
      meta={
        <>
          <ReasonTags reasons={item.reasons} />
          <span class="inbox-writer">{t('inbox.writer', { name: item.writer, when: formatWhen(item.writtenAt, i18n.language) })}</span>
        </>
      }
    />
  );
};
