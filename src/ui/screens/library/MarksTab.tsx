/** What each question speaks to: for the grid and for urgent help. Several can be marked at once, and all of it by keyboard. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type Element, elements, type Marks } from '../../../domain/checklist.ts';
import { markItems } from '../../../forms/marking.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Empty } from '../../parts/Empty.tsx';
import type { EditingProps } from './draftParts.ts';
import { MarkFields } from './MarkFields.tsx';
import { MarkList } from './MarkList.tsx';
import { markRows } from './markRows.ts';

export const MarksTab = ({ checklist, change }: EditingProps) => {
  const { t } = useTranslation('library');
  const only = useSignal<'all' | 'unmarked'>('all');
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const rows = markRows(checklist);
  const left = rows.filter(({ isMarked }) => !isMarked).length;
  // What was just marked stays in sight while it is chosen, or the list would slip away under the hand.
  const shown = rows.filter(({ isMarked, path }) => only.value === 'all' || !isMarked || chosen.value.has(path));
  const mark = (marks: Partial<Marks>) => chosen.value.size > 0 && change(markItems(checklist, chosen.value, marks));
  if (rows.length === 0)
    return (
      <Empty title={t('import.marks.none.title')}>
        <p>{t('import.marks.none.text')}</p>
      </Empty>
    );
  return (
    <div class="marks">
      <p class="library-about">{t('import.marks.about')}</p>
      <Choice
        legend={t('import.marks.show')}
        options={[
          { value: 'all', label: t('import.marks.all', { count: rows.length }) },
          { value: 'unmarked', label: t('import.marks.left', { count: left }) },
        ]}
        value={only.value}
        onChange={(value) => {
          only.value = value ?? 'all';
        }}
      />
      <div class="marks-beside">
        <MarkList
          checklist={checklist}
          rows={shown}
          chosen={chosen.value}
          onChoose={(paths) => {
            chosen.value = paths;
          }}
          onElement={(at) => {
            const element: Element | undefined = elements[at];
            if (element) mark({ element });
          }}
        />
        <MarkFields checklist={checklist} rows={rows.filter(({ path }) => chosen.value.has(path))} onMark={mark} />
      </div>
    </div>
  );
};
