/** Words for the person: theirs large, the worker's beside them, a mark and the original beneath while theirs is not checked. */
import { useTranslation } from 'react-i18next';
import type { ReviewState } from '../../domain/wordingStates.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { Tag } from '../parts/Tag.tsx';
import { BetterPencil } from './better/BetterPencil.tsx';
import type { TwoLanguages } from './twoLanguages.ts';
import '../styles/said.css';

export interface SaidProps {
  readonly words: TwoLanguages;
  /** The key in the checklist's or the directory's namespace, or what stands for one (checklist/wording.ts). */
  readonly says: string;
  readonly large?: boolean | undefined;
  /** The mark that stands once at the top of the passage: the lines beneath need not repeat it. */
  readonly above?: ReviewState | null | undefined;
}

export const Said = ({ words, says, large = false, above = null }: SaidProps) => {
  const { beside, personTag, direction, originalLanguage } = words;
  const lacking = words.lacks(says);
  const mark = lacking ? null : words.mark(says);
  const theirs = words.person(says);
  const besides = beside?.say(says);
  const originalIsRead = beside?.tag === originalLanguage.tag || personTag === originalLanguage.tag;
  return (
    <div class={large ? 'said said-large' : 'said'}>
      {mark !== null && mark !== above && <StateMark state={mark} />}
      {lacking && <LackingMark />}
      <p class="said-person" lang={lacking ? originalLanguage.tag : personTag} dir={lacking ? originalLanguage.direction : direction}>
        {theirs}
      </p>
      {besides !== undefined && besides !== theirs && (
        <p class="said-worker" lang={beside?.tag} dir="auto">
          {besides}
        </p>
      )}
      {mark !== null && !originalIsRead && (
        <p class="said-original" lang={originalLanguage.tag} dir={originalLanguage.direction}>
          {words.original(says)}
        </p>
      )}
      <BetterPencil tag={personTag} says={says} />
    </div>
  );
};

/** The person's language has no words for this. */
const LackingMark = () => {
  const { t } = useTranslation('field');
  return (
    <Tag kind="care" lang={currentLanguage.value}>
      {t('wording.lacking')}
    </Tag>
  );
};

/** How far people have looked at it, in a few words. */
export const StateMark = ({ state }: { readonly state: ReviewState }) => {
  const { t } = useTranslation('field');
  switch (state) {
    case 'missing':
      return <LackingMark />;
    case 'translated':
    case 'reviewed':
    case 'outdated':
      return (
        <Tag kind="care" lang={currentLanguage.value}>
          {t(`wording.state.${state}`)}
        </Tag>
      );
    default:
      return (
        <Tag kind="care" lang={currentLanguage.value}>
          {t('wording.draft')}
        </Tag>
      );
  }
};
