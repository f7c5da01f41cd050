/** The questions to be marked, from which several can be chosen at once. */
import { useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import { useChoosingRows } from './choosingRows.ts';
import { labelIn, type MarkRow, readIn } from './markRows.ts';

export interface MarkListProps {
  readonly checklist: Checklist;
  readonly rows: readonly MarkRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (paths: ReadonlySet<string>) => void;
  readonly onElement: (at: number) => void;
}

export const MarkList = ({ checklist, rows, chosen, onChoose, onElement }: MarkListProps) => {
  const { t } = useTranslation('library');
  const list = useRef<HTMLDivElement>(null);
  const focus = (place: number) => list.current?.querySelectorAll<HTMLElement>('[role=option]')[place]?.focus();
  const { at, onKeyDown, onPress } = useChoosingRows({ paths: rows.map(({ path }) => path), chosen, onChoose, onElement, focus });
  return (
    <div class="marks-list-frame">
      <p class="marks-keys">{t('import.marks.keys')}</p>
      <div
        class="marks-list"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('import.marks.list')}
        ref={list}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, place) => (
          <MarkOption
            key={row.path}
            row={row}
            checklist={checklist}
            isChosen={chosen.has(row.path)}
            isHere={place === at}
            onPress={(event) => onPress(place, event)}
          />
        ))}
      </div>
    </div>
  );
};

const MarkOption = ({
  row: { path, item, marks, isMarked },
  checklist,
  isChosen,
  isHere,
  onPress,
}: {
  readonly row: MarkRow;
  readonly checklist: Checklist;
  readonly isChosen: boolean;
  readonly isHere: boolean;
  readonly onPress: (event: MouseEvent) => void;
}) => {
  const { t, i18n } = useTranslation(['library', 'checklists']);
  const { name, lang, dir } = readIn(checklist, i18n.language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list listens to the keys for all of its options.
    <div class="mark-option" role="option" aria-selected={isChosen} tabIndex={isHere ? 0 : -1} data-path={path} onClick={onPress}>
      <span class="mark-check" aria-hidden="true" />
      <span class="mark-words">
        <span lang={lang} dir={dir}>
          {labelIn(item, name, checklist.defaultLanguage)}
        </span>
        <small class={isMarked ? 'mark-state' : 'mark-state mark-state-none'}>
          {isMarked
            ? [
                t(`import.marks.element.${marks.element}`),
                ...(marks.form === 'any' ? [] : [t(`checklists:grid.forms.${marks.form}`)]),
                ...(marks.notedWhen.length > 0 ? [t('import.marks.notes')] : []),
                ...(marks.urgentWhen ? [t(`checklists:urgencies.${marks.urgentWhen.urgency}.title`)] : []),
              ].join(' · ')
            : t('import.marks.notYet')}
        </small>
      </span>
    </div>
  );
};
