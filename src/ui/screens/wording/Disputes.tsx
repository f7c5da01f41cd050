/** Two supervisors accepted different words for one text without having seen each other: one of them says which. */
import { useTranslation } from 'react-i18next';
import { type Accepted, isDisputed, standingWording } from '../../../domain/wording.ts';
import type { Wording } from '../../../i18n/everyText.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import { Button } from '../../parts/Button.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { useStateWords } from '../better/useStateWords.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useAccepting } from './useAccepting.ts';
import type { InLanguageProps } from './useEveryText.ts';

export const Disputes = ({ tag, texts }: InLanguageProps) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const { busy, failure, accept } = useAccepting(tag);
  const standing = standingWording(recordsOf).get(tag);
  const disputed = texts.flatMap((wording) => {
    const said = standing?.get(wording.key);
    return said && isDisputed(said) ? [{ wording, said: [said.taken, ...said.others] }] : [];
  });
  if (disputed.length === 0) return null;
  const take = (wording: Wording, { text, state, who = '' }: Accepted) =>
    void accept([{ key: wording.key, english: wording.english, text }], { state, who });
  return (
    <section class="section">
      <h2>{t('wordings.disputed.title')}</h2>
      <p>{t('wordings.disputed.text')}</p>
      <SaveProblem failure={failure} />
      {disputed.map(({ wording, said }) => (
        <div key={wording.key} class="suggestion">
          <p lang={sourceLanguage} dir="ltr">
            {wording.english}
          </p>
          {said.map((one) => (
            <Said key={one.record} one={one} tag={tag} busy={busy} onTake={() => take(wording, one)} />
          ))}
        </div>
      ))}
    </section>
  );
};

interface SaidProps {
  readonly one: Accepted;
  readonly tag: string;
  readonly busy: boolean;
  readonly onTake: () => void;
}

const Said = ({ one, tag, busy, onTake }: SaidProps) => {
  const { t } = useTranslation('library');
  const stateWords = useStateWords();
  return (
    <div class="row row-still">
      <span class="row-words">
        <span class="row-title" lang={tag} dir="auto">
          {one.text}
        </span>
        <span class="row-meta">{[one.by?.name, stateWords(one.state), one.who].filter(Boolean).join(' · ')}</span>
      </span>
      <Button busy={busy} onClick={onTake}>
        {t('wordings.disputed.take')}
      </Button>
    </div>
  );
};
