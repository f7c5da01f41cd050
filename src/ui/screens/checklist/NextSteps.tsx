/** What a checklist of ours says to do next; one that an organisation brought says what its author wrote, or nothing. */
import { useTranslation } from 'react-i18next';
import { nextLines } from '../../../forms/library/library.ts';
import { nextKey } from '../../../forms/library/wordingKeys.ts';
import type { RunStep } from './runStep.ts';

export const NextSteps = ({ walk, words }: RunStep) => {
  const { t } = useTranslation('field');
  const checklist = walk()?.checklist;
  if (checklist?.wording !== 'library') return null;
  return (
    <section aria-labelledby="next-steps">
      <h2 id="next-steps">{t('run.nextSteps')}</h2>
      <ul class="checks">
        {nextLines.map((line) => (
          <li key={line}>{words.worker(nextKey(checklist.id, line))}</li>
        ))}
      </ul>
    </section>
  );
};
