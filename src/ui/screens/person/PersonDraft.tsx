import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { draftRows } from '../drafts.ts';

/** What was begun with this person and not saved yet. */
export const PersonDraft = ({ person }: { readonly person: string }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const mine = draftRows(notebook.drafts.all(), notebook.record).filter((row) => row.person === person);
  return (
    <>
      {mine.map(({ id, kind, href }) => (
        <Notice key={id} kind="info" still action={<LinkButton href={href}>{t('draft.continue')}</LinkButton>}>
          {t(`draft.kind.${kind}`)}
        </Notice>
      ))}
    </>
  );
};
