/** Words for the person: theirs large, the worker's beside them, a mark and the original beneath while theirs is a draft. */
import { useTranslation } from 'react-i18next';
import { Tag } from '../parts/Tag.tsx';
import type { TwoLanguages } from './twoLanguages.ts';
import '../styles/said.css';

export interface SaidProps {
  readonly words: TwoLanguages;
  /** The key in the checklist's or the directory's namespace, or what stands for one (checklist/wording.ts). */
  readonly says: string;
  readonly large?: boolean | undefined;
  /** The mark stands once at the top of a passage: the lines beneath need not repeat it. */
  readonly unmarked?: boolean | undefined;
}

export const Said = ({ words, says, large = false, unmarked = false }: SaidProps) => {
  const { same, draft, workerTag, personTag, direction, originalLanguage } = words;
  const lacking = words.lacks(says);
  const beneath = draft && !lacking && workerTag !== originalLanguage.tag && personTag !== originalLanguage.tag;
  return (
    <div class={large ? 'said said-large' : 'said'}>
      {draft && !unmarked && !lacking && <DraftMark />}
      {lacking && <LackingMark />}
      <p class="said-person" lang={lacking ? originalLanguage.tag : personTag} dir={lacking ? originalLanguage.direction : direction}>
        {words.person(says)}
      </p>
      {!same && words.worker(says) !== words.person(says) && (
        <p class="said-worker" lang={workerTag} dir="auto">
          {words.worker(says)}
        </p>
      )}
      {beneath && (
        <p class="said-original" lang={originalLanguage.tag} dir={originalLanguage.direction}>
          {words.original(says)}
        </p>
      )}
    </div>
  );
};

/** The person's language has no words for this. */
const LackingMark = () => {
  const { t } = useTranslation('field');
  return <Tag kind="care">{t('wording.lacking')}</Tag>;
};

export const DraftMark = () => {
  const { t } = useTranslation('field');
  return <Tag kind="care">{t('wording.draft')}</Tag>;
};
