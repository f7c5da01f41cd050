/** Words for the person: theirs large, the worker's beside them, a mark and the English beneath while theirs is a draft. */
import { useTranslation } from 'react-i18next';
import { sourceLanguage } from '../../i18n/languages.ts';
import { Tag } from '../parts/Tag.tsx';
import type { TwoLanguages } from './twoLanguages.ts';
import '../styles/said.css';

export interface SaidProps {
  readonly words: TwoLanguages;
  /** The key in the checklist's or the directory's namespace. */
  readonly says: string;
  readonly large?: boolean | undefined;
  /** The mark stands once at the top of a passage: the lines beneath need not repeat it. */
  readonly unmarked?: boolean | undefined;
}

export const Said = ({ words, says, large = false, unmarked = false }: SaidProps) => {
  const { same, draft, workerTag, personTag, direction } = words;
  const english = draft && workerTag !== sourceLanguage && personTag !== sourceLanguage;
  return (
    <div class={large ? 'said said-large' : 'said'}>
      {draft && !unmarked && <DraftMark />}
      <p class="said-person" lang={personTag} dir={direction}>
        {words.person(says)}
      </p>
      {!same && <p class="said-worker">{words.worker(says)}</p>}
      {english && (
        <p class="said-english" lang={sourceLanguage} dir="ltr">
          {words.english(says)}
        </p>
      )}
    </div>
  );
};

export const DraftMark = () => {
  const { t } = useTranslation('field');
  return <Tag kind="care">{t('wording.draft')}</Tag>;
};
