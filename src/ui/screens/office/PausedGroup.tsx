/** What was paused and waits to be gone on with, longest first: who has it, and where it stands. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import type { PausedScreening } from '../../../domain/pausedScreenings.ts';
import { Button } from '../../parts/Button.tsx';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { type Kept, useAllKept } from '../kept/useKept.ts';
import { usePausedWords } from './pausedWords.ts';
import { usePersonName } from './recordWords.ts';

/** As many as a person looks through at once. */
const shownAtFirst = 10;

export const PausedGroup = ({ paused, open }: { readonly paused: readonly PausedScreening[]; readonly open: Id | null }) => {
  const { t } = useTranslation('office');
  const shown = useSignal(shownAtFirst);
  const rows = paused.slice(0, shown.value);
  const kept = useAllKept(rows.map(({ screening }) => screening));
  if (paused.length === 0) return <p class="office-hint">{t('paused.empty')}</p>;
  return (
    <section class="inbox-group inbox-paused">
      <h2>
        {t('paused.title')} <span class="inbox-count">{paused.length}</span>
      </h2>
      <Rows>
        {rows.map((one, at) => (
          <PausedRow key={one.record} paused={one} kept={kept[at] ?? null} current={one.record === open} />
        ))}
      </Rows>
      {paused.length > shown.value && (
        <Button
          kind="quiet"
          onClick={() => {
            shown.value += shownAtFirst;
          }}
        >
          {t('inbox.more', { count: paused.length - shown.value })}
        </Button>
      )}
    </section>
  );
};

interface RowProps {
  readonly paused: PausedScreening;
  readonly kept: Kept | null;
  readonly current: boolean;
}

const PausedRow = ({ paused, kept, current }: RowProps) => {
  const { t } = useTranslation('office');
  const personName = usePersonName(useNotebook());
  const words = usePausedWords();
  const title = kept?.wording.words.worker(kept.wording.title);
  return (
    <ListRow
      href={`/r/${paused.record}`}
      current={current}
      title={personName(paused.person)}
      meta={
        <>
          <span class="reason-tags">
            <Tag icon={paused.assigned ? 'person' : 'waiting'}>
              {paused.assigned ? t('paused.rowWith', { name: words.nameOf(paused.assigned.to) }) : t('paused.rowNobody')}
            </Tag>
          </span>
          <span dir="auto">{title || t('paused.notArrived')}</span>
          {kept && <span>{words.stands(kept)}</span>}
          <span class="inbox-writer">{words.pausedBy(paused)}</span>
        </>
      }
    />
  );
};
