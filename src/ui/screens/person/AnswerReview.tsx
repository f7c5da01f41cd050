/** Answering a screening that came back: the decision once more, with the supervisor's words beside it. One amendment. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { office } from '../../../domain/entry.ts';
import { screeningIn } from '../../../domain/records.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import { useDraft } from '../../useDraft.ts';
import { DecisionFields } from '../checklist/DecisionFields.tsx';
import { type DecisionDraft, decisionDraftOf, decisionProblems, decisionSays } from '../checklist/screeningDraft.ts';
import { answerDraftId } from '../contact/contactDraft.ts';
import { DraftKept, DraftTrouble } from '../saving/DraftKept.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import type { CorrectProps } from './CorrectPage.tsx';
import { Reviews } from './Reviews.tsx';

export const AnswerReview = ({ state, back, onSaved }: CorrectProps) => {
  const { t } = useTranslation('field');
  const before = useMemo(() => decisionDraftOf(screeningIn(state)?.decision), []);
  const draft = useDraft<DecisionDraft>(answerDraftId(state.record), before);
  const saving = useSave(draft);
  const tried = useSignal(false);
  const decision = draft.value.value;
  const save = async () => {
    tried.value = true;
    if (decisionProblems(draft.value.peek(), 'needed').length > 0) return;
    const fields = { decision: decisionSays(draft.value.peek()) };
    if (
      await saving.save([
        { kind: 'amendment', record: state.record, says: { fields }, audience: office, draft: answerDraftId(state.record) },
      ])
    )
      onSaved();
  };
  return (
    <Page
      title={t('review.answer.title')}
      back={back}
      foot={
        <>
          <SaveProblem failure={saving.failure} />
          <Button kind="main" wide busy={saving.busy} onClick={() => void save()}>
            {t('review.answer.save')}
          </Button>
        </>
      }
    >
      <Reviews state={state} person={null} />
      <DraftTrouble state={draft.state} />
      <DecisionFields decision={decision} set={draft.set} problems={tried.value ? decisionProblems(decision, 'needed') : []} />
      <DraftKept />
    </Page>
  );
};
