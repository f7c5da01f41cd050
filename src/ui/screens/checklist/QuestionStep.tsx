/** One question at a time: the person's language large, the worker's beside it, every question skippable. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Question, Section } from '../../../domain/checklist.ts';
import type { Answer } from '../../../domain/screening.ts';
import { codesIn, nextQuestion, previousQuestion, progressBySection, questionsToAsk, toggled, urgencyOf } from '../../../forms/engine.ts';
import { adult } from '../../../forms/library/adult.ts';
import { Button } from '../../parts/Button.tsx';
import { Said } from '../Said.tsx';
import { AboutAnswer } from './AboutAnswer.tsx';
import { AnswerField, answersTo, sayAnswer } from './AnswerField.tsx';
import { JumpSheet } from './JumpSheet.tsx';
import type { RunStep } from './runStep.ts';
import { StepPage } from './StepPage.tsx';
import { answered, type ScreeningDraft } from './screeningDraft.ts';

const sectionOf = (question: Question): Section | undefined => adult.sections.find(({ questions }) => questions.includes(question));

/** The question that is up; one that has closed since gives way to the next that is open. */
const questionUp = ({ question, answers }: ScreeningDraft): Question | undefined => {
  const open = questionsToAsk(adult, answers);
  return open.find(({ id }) => id === question) ?? (question ? nextQuestion(adult, answers, question) : undefined) ?? open[0];
};

export const QuestionStep = (run: RunStep) => {
  const question = questionUp(run.draft);
  const section = question && sectionOf(question);
  if (!question || !section) return null;
  return section.opensWithPause && !run.draft.paused.includes(section.id) ? (
    <Pause run={run} section={section} question={question} />
  ) : (
    <Ask run={run} section={section} question={question} />
  );
};

interface PartProps {
  readonly run: RunStep;
  readonly section: Section;
  readonly question: Question;
}

const useWays = ({ run: { draft, set }, question }: PartProps) => {
  const next = nextQuestion(adult, draft.answers, question.id);
  const previous = previousQuestion(adult, draft.answers, question.id);
  return {
    goOn: () => set(next ? { question: next.id } : { stage: 'result', question: question.id }),
    goBack: () => set(previous ? { question: previous.id } : { stage: 'offer' }),
  };
};

/** Said before the first question of a section that has no pause of its own. */
const leadIns: Readonly<Record<string, string>> = {
  'work-found': 'checklists:transitions.start',
  wishes: 'checklists:transitions.toWishes',
};

/** Between sections: a breath, and the choice to go on, to stop, or to leave these out. */
const Pause = (props: PartProps) => {
  const { t } = useTranslation('field');
  const { run, section, question } = props;
  const { words, draft, set } = run;
  const { goBack } = useWays(props);
  const says = `checklists:adult.sections.${section.id}.pause`;
  return (
    <StepPage
      run={run}
      title={words.worker(`checklists:adult.sections.${section.id}.title`)}
      at={`pause ${section.id}`}
      shown={{ says: [says] }}
      onBack={goBack}
      foot={
        <Button kind="main" onClick={() => set({ question: question.id, paused: [...draft.paused, section.id] })}>
          {t('run.goOn')}
        </Button>
      }
    >
      <Said words={words} says={says} large />
      <Said words={words} says="checklists:transitions.breath" unmarked />
      <Button kind="quiet" onClick={() => set(afterSection(draft, section))}>
        {t('run.skipSection')}
      </Button>
    </StepPage>
  );
};

/** Left out whole: its questions stay not asked. */
const afterSection = ({ answers }: ScreeningDraft, section: Section): Partial<ScreeningDraft> => {
  const last = section.questions.at(-1);
  const next = last && nextQuestion(adult, answers, last.id);
  return next ? { question: next.id } : { stage: 'result', question: last?.id };
};

const Ask = (props: PartProps) => {
  const { t } = useTranslation('field');
  const { run, section, question } = props;
  const { words, draft, set } = run;
  const jumping = useSignal(false);
  const { goOn, goBack } = useWays(props);
  const answer = draft.answers[question.id];
  const put = (changed: Answer) => set({ answers: { ...draft.answers, [question.id]: changed } });
  const say = (said: Pick<Answer, 'is' | 'several' | 'words'>) => {
    const changed = answered(answer, said, question.usuallyKnown);
    put(changed);
    const urgency = urgencyOf(question, changed);
    if (urgency && urgency !== urgencyOf(question, answer)) run.raise(urgency);
  };
  const says = `checklists:adult.questions.${question.id}.ask`;
  const open = questionsToAsk(adult, draft.answers);
  const at = section.questions.filter((each) => open.includes(each)).indexOf(question) + 1;
  const leadIn = at === 1 ? leadIns[section.id] : undefined;
  const progress = progressBySection(adult, draft.answers).find((each) => each.section === section.id);
  return (
    <StepPage
      run={run}
      title={words.worker(`checklists:adult.sections.${section.id}.title`)}
      at={question.id}
      shown={{
        says: [says],
        answers: answersTo(question).map((code) => ({
          value: code,
          says: sayAnswer(question, code),
          chosen: codesIn(answer).includes(code),
        })),
        onAnswer: (code) =>
          say(
            question.type === 'several' && code !== 'preferred-not-to-say'
              ? { several: toggled(answer?.several ?? [], code) }
              : { is: code },
          ),
      }}
      onBack={goBack}
      foot={
        <Button kind="main" onClick={goOn}>
          {t('run.next')}
        </Button>
      }
    >
      <div class="progress">
        <p>{t('run.progress', { at, of: progress?.toAsk ?? 0 })}</p>
        <Button
          kind="quiet"
          icon="list"
          onClick={() => {
            jumping.value = true;
          }}
        >
          {t('run.jump')}
        </Button>
      </div>
      {leadIn && <Said words={words} says={leadIn} unmarked />}
      <div class="asked" tabIndex={-1} data-asked="">
        <Said words={words} says={says} large />
      </div>
      <p class="prompt">{words.worker(`checklists:adult.questions.${question.id}.prompt`)}</p>
      <AnswerField question={question} answer={answer} words={words} onSay={say} />
      <AboutAnswer question={question} answer={answer} words={words.worker} onChange={put} />
      <JumpSheet
        open={jumping.value}
        run={run}
        current={question.id}
        onClose={() => {
          jumping.value = false;
        }}
      />
    </StepPage>
  );
};
