/** A supervisor's word on a screening. It goes back to the phone that wrote it; it says "possible indicators", never what somebody is. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { decidingBodies } from '../../../domain/codes.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { type Conclusion, conclusions, Review } from '../../../domain/review.ts';
import { reviewStateOf } from '../../../domain/reviewState.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { useCodeWords } from '../codeWords.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { useRecordWords } from './recordWords.ts';
import { replyAudience } from './replyAudience.ts';

interface ReviewDraft {
  readonly conclusion: Conclusion | null;
  readonly decidedBy: (typeof decidingBodies)[number] | null;
  readonly comment: string;
}
const blank: ReviewDraft = { conclusion: null, decidedBy: null, comment: '' };

type Missing = 'conclusion' | 'decidedBy' | 'comment';
const missingIn = ({ conclusion, decidedBy, comment }: ReviewDraft): Missing | null => {
  if (conclusion === null) return 'conclusion';
  if (conclusion === 'actual' && decidedBy === null) return 'decidedBy';
  return conclusion === 'returned' && comment.trim() === '' ? 'comment' : null;
};

const reviewFrom = ({ conclusion, decidedBy, comment }: ReviewDraft): Review =>
  v.parse(Review, { conclusion, ...(conclusion === 'actual' ? { decidedBy } : {}), ...(comment.trim() ? { comment } : {}) });

export const ReviewForm = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('office');
  const review = reviewStateOf(state);
  const place = useRef<HTMLElement>(null);
  // The form folds away once it is saved; the focus goes to what it said, not back to the top of the page.
  const form = <ReviewFields state={state} onSaved={() => place.current?.querySelector('h3')?.focus()} />;
  return (
    <section class="office-part review" ref={place}>
      <h3 tabIndex={-1}>{t('review.title')}</h3>
      <ReviewSoFar state={state} />
      {review.type === 'reviewed' && !review.changed ? (
        <details class="review-again">
          <summary>{t('review.again')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </section>
  );
};

const ReviewSoFar = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('office');
  const words = useRecordWords();
  const review = reviewStateOf(state);
  if (review.type === 'none') return <p class="office-hint">{t('review.none')}</p>;
  if (review.type === 'unsettled')
    return (
      <Notice kind="care" still>
        {t('review.unsettled')}
      </Notice>
    );
  const { entry, review: said } = review.said;
  return (
    <>
      <p class="office-words">{words.review(said)}</p>
      <p class="office-hint">{t('review.by', { name: entry.body.by.name, when: words.when(entry.body.writtenAt) })}</p>
      {review.changed && (
        <Notice kind="info" still>
          {t(review.conclusion === 'returned' ? 'review.answered' : 'review.changed')}
        </Notice>
      )}
    </>
  );
};

const ReviewFields = ({ state, onSaved }: { readonly state: RecordState; readonly onSaved: () => void }) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const draft = useDraft<ReviewDraft>(`review:${state.record}`, blank);
  const { busy, failure, save } = useSave(draft);
  const tried = useSignal(false);
  const { options } = useCodeWords();
  const said = draft.value.value;
  const missing = tried.value ? missingIn(said) : null;
  const submit = async (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (missingIn(said)) return;
    const audience = replyAudience(notebook, state.record);
    const saved = await save([{ kind: 'review', record: state.record, says: reviewFrom(said), audience, draft: `review:${state.record}` }]);
    if (!saved) return;
    // The draft went with the entry that was kept; a blank form is not worth keeping.
    draft.value.value = blank;
    tried.value = false;
    showToast(t('review.saved'));
    onSaved();
  };
  return (
    <form class="review-form" onSubmit={(event) => void submit(event)}>
      <Choice
        legend={t('review.conclusion.label')}
        layout="list"
        options={conclusions.map((value) => ({
          value,
          label: t(`review.conclusion.${value}.label`),
          hint: t(`review.conclusion.${value}.hint`),
        }))}
        value={said.conclusion ?? undefined}
        onChange={(conclusion) => draft.set({ conclusion: conclusion ?? null })}
        error={missing === 'conclusion' ? t('review.conclusion.error') : null}
      />
      {said.conclusion === 'actual' && (
        <Choice
          legend={t('review.decidedBy.label')}
          options={options('decidingBody', decidingBodies)}
          value={said.decidedBy ?? undefined}
          onChange={(decidedBy) => draft.set({ decidedBy: decidedBy ?? null })}
          error={missing === 'decidedBy' ? t('review.decidedBy.error') : null}
        />
      )}
      <TextArea
        label={t(said.conclusion === 'returned' ? 'review.comment.returned' : 'review.comment.label')}
        hint={t('review.comment.hint')}
        value={said.comment}
        maxLength={1000}
        onInput={(comment) => draft.set({ comment })}
        error={missing === 'comment' ? t('review.comment.error') : null}
      />
      <SaveProblem failure={failure} />
      <Button kind="main" type="submit" busy={busy}>
        {t(said.conclusion === 'returned' ? 'review.return' : 'review.save')}
      </Button>
    </form>
  );
};
