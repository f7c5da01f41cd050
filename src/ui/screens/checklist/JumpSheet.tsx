/** All open questions by section, with what was dealt with: to go to any of them, or to the end. */
import { useTranslation } from 'react-i18next';
import { progressBySection, questionsToAsk, wasDealtWith } from '../../../forms/engine.ts';
import { adult } from '../../../forms/library/adult.ts';
import { Button } from '../../parts/Button.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import type { RunStep } from './runStep.ts';

export interface JumpSheetProps {
  readonly open: boolean;
  readonly run: RunStep;
  readonly current: string;
  readonly onClose: () => void;
}

export const JumpSheet = ({ open, run, current, onClose }: JumpSheetProps) => {
  const { t } = useTranslation('field');
  return (
    <Sheet
      open={open}
      title={t('run.jump')}
      onClose={onClose}
      foot={
        <Button
          kind="main"
          wide
          onClick={() => {
            onClose();
            run.set({ stage: 'result' });
          }}
        >
          {t('run.toResult')}
        </Button>
      }
    >
      {open && <Sections run={run} current={current} onClose={onClose} />}
    </Sheet>
  );
};

const Sections = ({ run: { draft, words, set }, current, onClose }: Omit<JumpSheetProps, 'open'>) => {
  const { t } = useTranslation('field');
  const openQuestions = questionsToAsk(adult, draft.answers);
  const go = (question: string) => {
    onClose();
    set({ question });
  };
  return (
    <>
      {progressBySection(adult, draft.answers).map(({ section, dealtWith, toAsk }) => (
        <section key={section} class="jump-section">
          <h3>{words.worker(`checklists:adult.sections.${section}.title`)}</h3>
          <p class="quiet">{t('run.dealtWith', { count: dealtWith, of: toAsk })}</p>
          <ul role="list" class="jump-list">
            {adult.sections
              .find(({ id }) => id === section)
              ?.questions.filter((question) => openQuestions.includes(question))
              .map(({ id, topic }) => (
                <li key={id}>
                  <Button
                    kind="quiet"
                    icon={wasDealtWith(draft.answers[id]) ? 'check' : 'dot'}
                    pressed={id === current}
                    onClick={() => go(id)}
                  >
                    {words.worker(`checklists:topics.${topic}`)}
                  </Button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};
