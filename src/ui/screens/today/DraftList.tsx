/** What was begun and not saved. Discarding can be taken back for a while. */
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/language.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Rows } from '../../parts/ListRow.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { shownCode } from '../../shownCode.ts';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import type { DraftRow } from '../drafts.ts';

export const DraftList = ({ drafts }: { readonly drafts: readonly DraftRow[] }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const discard = async ({ id, value: listed }: DraftRow) => {
    // As it is now: the form that was just left may have kept more since this list was drawn.
    const value = notebook.drafts.find(id)?.value ?? listed;
    await notebook.drafts.drop(id);
    showToast(t('draft.discarded'), { undo: () => void notebook.drafts.keep(id, value) });
  };
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t('today.drafts.title')}</h2>
      <Rows>
        {drafts.map((draft) => (
          <li class="row draft-row" key={draft.id}>
            <a class="row-link" href={draft.href}>
              <Icon name="note" />
              <span class="row-words">
                <span class="row-title">{t(`draft.kind.${draft.kind}`)}</span>
                <span class="row-meta">
                  {[
                    draft.person && shownCode(draft.person),
                    draft.at && t(`draft.at.${draft.at}`),
                    formatWhen(draft.keptAt, currentLanguage.value),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </a>
            <Button kind="quiet" icon="trash" label={t('draft.discard')} onClick={() => void discard(draft)} />
          </li>
        ))}
      </Rows>
    </section>
  );
};
