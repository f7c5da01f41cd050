/** What supervisors said. All standing words are shown: when two disagree, both names stand there. */
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { isAnswered } from '../../../domain/contactSummary.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { Review } from '../../../domain/review.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { formatWhen } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { answerHref } from '../hrefs.ts';

/** `person`: where an answer can be begun from; `null` where it is being given already. */
export const Reviews = ({ state, person }: { readonly state: RecordState; readonly person: string | null }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  const standing = state.fields.get('review')?.standing ?? [];
  return (
    <>
      {standing.map(({ value, entry }) => {
        const review = v.safeParse(Review, value);
        if (!review.success) return null;
        const { conclusion, comment } = review.output;
        const open = conclusion === 'returned' && !isAnswered(state);
        return (
          <Notice
            key={entry.id}
            kind={open ? 'care' : 'info'}
            title={word('conclusion', conclusion)}
            still
            action={open && person ? <LinkButton href={answerHref(person, state.record)}>{t('review.answer.do')}</LinkButton> : undefined}
          >
            {review.output.conclusion === 'actual' && (
              <p>{t('review.decidedBy', { body: word('decidingBody', review.output.decidedBy) })}</p>
            )}
            {comment && <p class="quoted">{comment}</p>}
            <p class="record-by">
              {t('record.by', { name: entry.body.by.name, when: formatWhen(entry.body.writtenAt, currentLanguage.value) })}
            </p>
          </Notice>
        );
      })}
    </>
  );
};
