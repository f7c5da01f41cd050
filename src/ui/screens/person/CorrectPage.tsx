/** The page around any correction: what is changed in the form goes to the office as an amendment, and the old words stay in the history. */
import type { ComponentChildren } from 'preact';
import { useTranslation } from 'react-i18next';
import { office, type Says } from '../../../domain/entry.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import type { DraftOf } from '../../useDraft.ts';
import { correctionDraftId } from '../contact/contactDraft.ts';
import { DraftKept, DraftTrouble } from '../saving/DraftKept.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';

export interface CorrectProps {
  readonly state: RecordState;
  readonly back: string;
  readonly onSaved: () => void;
}

export interface CorrectPageProps<T extends object> extends CorrectProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly draft: DraftOf<T>;
  /** The fields that are different now; `null` for one that was emptied. */
  readonly changed: Says;
  /** Something in the form has to be put right first. */
  readonly unfinished?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const CorrectPage = <T extends object>({
  state,
  back,
  onSaved,
  title,
  lead,
  draft,
  changed,
  unfinished = false,
  children,
}: CorrectPageProps<T>) => {
  const { t } = useTranslation('field');
  const saving = useSave(draft);
  const save = async () => {
    if (unfinished) return;
    const { record } = state;
    const amendment = { kind: 'amendment', record, says: { fields: changed }, audience: office, draft: correctionDraftId(record) };
    if (await saving.save([amendment])) onSaved();
  };
  return (
    <Page
      title={title}
      back={back}
      foot={
        <>
          <SaveProblem failure={saving.failure} />
          <Button kind="main" wide busy={saving.busy} disabled={Object.keys(changed).length === 0} onClick={() => void save()}>
            {t('contact.correct.save')}
          </Button>
        </>
      }
    >
      {lead && <p>{lead}</p>}
      <DraftTrouble state={draft.state} />
      {children}
      <DraftKept />
    </Page>
  );
};
