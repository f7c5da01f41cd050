import { useTranslation } from 'react-i18next';
import { consentItems } from '../../../domain/consent.ts';
import { consentNow } from '../../../domain/consentNow.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { Tag, type TagKind } from '../../parts/Tag.tsx';
import { useCodeWords } from '../codeWords.ts';

const looks: Readonly<Record<string, TagKind>> = { yes: 'good', no: 'care', later: 'plain' };

/** What the person agrees to as of now; how to be in touch only while they want to be. */
export const ConsentStanding = ({ records }: { readonly records: readonly RecordState[] }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  const { items, safeContact } = consentNow(records);
  return (
    <section class="consent-standing" aria-labelledby="consent-standing">
      <h2 id="consent-standing">{t('consent.standing.title')}</h2>
      <ul role="list" class="pairs">
        {consentItems.map((item) => {
          const answer = items[item];
          return (
            <li key={item} class="pair">
              <span>{word('consentItem', item)}</span>
              {answer ? <Tag kind={looks[answer]}>{word('consentAnswer', answer)}</Tag> : <Tag>{t('consent.standing.notAsked')}</Tag>}
            </li>
          );
        })}
      </ul>
      {safeContact && (
        // Folded away: what leads to a person is shown on a tap, not to whoever glances at the screen (R24).
        <details class="more">
          <summary>{t('consent.standing.safeContact')}</summary>
          <p>
            {[safeContact.way && word('contactWay', safeContact.way), safeContact.time && word('contactTime', safeContact.time)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </details>
      )}
    </section>
  );
};
