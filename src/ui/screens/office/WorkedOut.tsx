/** What the checklist worked out from the answers, by its own rules. Nobody said it, so it stands apart and folds away. */
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../forms/engine/run.ts';
import { useAnswerWords } from '../kept/answerWords.ts';
import type { Kept } from '../kept/useKept.ts';
import { SaidRow } from './AnswerRow.tsx';

const workedOutIn = (run: Run) =>
  run.paths().flatMap((path) => {
    const state = run.state(path);
    return state?.item.type === 'calculate' && state.relevant && state.value !== '' ? [state] : [];
  });

export const WorkedOut = ({ kept }: { readonly kept: Kept }) => {
  const { t } = useTranslation('office');
  const { value } = useAnswerWords();
  const { words, ask } = kept.wording;
  const values = workedOutIn(kept.run);
  if (values.length === 0) return null;
  return (
    <details class="answers-section">
      <summary>{t('record.answers.calculated', { count: values.length })}</summary>
      <dl class="office-answers">
        {values.map((state) => (
          <SaidRow
            key={state.path}
            question={words.worker(ask(state)) || state.path.slice(1)}
            lang={words.workerTag}
            said={value(kept, state, state.value)}
          />
        ))}
      </dl>
    </details>
  );
};
