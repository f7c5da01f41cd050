/** All open questions by section, with what was dealt with: to go to any of them, or to the end; and how they are shown. */
import { useTranslation } from 'react-i18next';
import { wasDealtWith } from '../../../forms/walk/answers.ts';
import { questionsIn } from '../../../forms/walk/places.ts';
import { marksOf } from '../../../forms/walk/questions.ts';
import { progressBySection, type Section, sectionsOf } from '../../../forms/walk/sections.ts';
import { type Way, ways } from '../../../forms/walk/stops.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import type { AskingStep } from './runStep.ts';
import { afterQuestions } from './screeningDraft.ts';
import { rememberWay, wayOf } from './wayPreference.ts';

export interface JumpSheetProps {
  readonly open: boolean;
  readonly step: AskingStep;
  readonly current: string;
  readonly onClose: () => void;
}

export const JumpSheet = ({ open, step, current, onClose }: JumpSheetProps) => {
  const { t } = useTranslation('field');
  const end = afterQuestions(step.draft);
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
            step.set({ stage: end });
          }}
        >
          {t('run.toResult')}
        </Button>
      }
    >
      {open && (
        <>
          <WayChoice step={step} />
          <Sections step={step} current={current} onClose={onClose} />
        </>
      )}
    </Sheet>
  );
};

const WayChoice = ({ step: { draft, set } }: { readonly step: AskingStep }) => {
  const { t } = useTranslation('field');
  const choose = (way: Way | undefined) => {
    if (way === undefined) return;
    rememberWay(way);
    set({ way });
  };
  return (
    <Choice
      legend={t('run.way.label')}
      options={ways.map((value) => ({ value, label: t(`run.way.${value}`) }))}
      value={wayOf(draft)}
      onChange={choose}
    />
  );
};

type SectionsProps = Pick<JumpSheetProps, 'step' | 'current' | 'onClose'>;

const Sections = ({ step, current, onClose }: SectionsProps) => {
  const progress = progressBySection(step.asking.run, step.draft.answers);
  return (
    <>
      {sectionsOf(step.asking.run).map((section) => (
        <SectionList
          key={section.id}
          step={step}
          current={current}
          onClose={onClose}
          section={section}
          progress={progress.find((each) => each.section === section.id)}
        />
      ))}
    </>
  );
};

interface SectionListProps extends SectionsProps {
  readonly section: Section;
  readonly progress: ReturnType<typeof progressBySection>[number] | undefined;
}

const SectionList = ({ step, current, onClose, section, progress }: SectionListProps) => {
  const { t } = useTranslation('field');
  const { wording, draft, set } = step;
  const { words } = wording;
  const title = wording.section(section);
  const go = (question: string) => {
    onClose();
    set({ question });
  };
  return (
    <section class="jump-section">
      <h3 dir="auto">{words.worker(title ?? wording.title)}</h3>
      {progress && <p class="quiet">{t('run.dealtWith', { count: progress.dealtWith, of: progress.toAsk })}</p>}
      <ul role="list" class="jump-list">
        {questionsIn(section.places).map((asked) => (
          <li key={asked.key}>
            <Button
              kind="quiet"
              icon={wasDealtWith(draft.answers[asked.key]) ? 'check' : 'dot'}
              pressed={asked.key === current}
              onClick={() => go(asked.key)}
            >
              {words.worker(wording.topic(marksOf(asked).topic, asked))}
            </Button>
          </li>
        ))}
        {section.kind === 'repeat' && section.places.some(({ kind }) => kind === 'more') && (
          <li>
            <Button kind="quiet" icon="plus" pressed={current === `${section.path}/+`} onClick={() => go(`${section.path}/+`)}>
              {t('run.repeat.another')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
};
