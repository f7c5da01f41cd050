import { useTranslation } from 'react-i18next';
import type { ReviewedScreening } from '../../../domain/contactSummary.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { shownCode } from '../../shownCode.ts';
import { formatDay } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { answerHref, personHref } from '../hrefs.ts';

/** What a supervisor said of one's screenings: what asks for an answer first. */
export const ReviewList = ({ reviews }: { readonly reviews: readonly ReviewedScreening[] }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{t('today.reviews.title')}</h2>
      <Rows>
        {reviews.map(({ record, screening, review }) => {
          const returned = review.conclusion === 'returned';
          return (
            <ListRow
              key={record}
              href={returned ? answerHref(screening.person, record) : personHref(screening.person)}
              sign="seen"
              title={shownCode(screening.person)}
              meta={[formatDay(screening.day, currentLanguage.value), review.comment].filter(Boolean).join(' · ')}
              trailing={<Tag kind={returned ? 'care' : 'plain'}>{word('conclusion', review.conclusion)}</Tag>}
            />
          );
        })}
      </Rows>
    </section>
  );
};
