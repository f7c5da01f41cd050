/** Which checklist is gone through, with a way to another. Titles and reasons are short and neutral: the person may be reading along. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { OfferedChecklist } from '../../../domain/library.ts';
import { aboutKey, titleKey } from '../../../forms/library/wordingKeys.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useNotebook } from '../../useNotebook.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import { textIn } from './ownWords.ts';
import type { RunStep } from './runStep.ts';
import { checklistsFor, namedBy } from './whichChecklist.ts';

const nameOf = ({ id, version, record }: OfferedChecklist): string => record ?? `${id} ${version}`;

export const ChosenChecklist = (run: RunStep) => {
  const { t } = useTranslation('field');
  const { draft, wording, which } = run;
  const choosing = useSignal(false);
  // Answers belong to the questions they were given to.
  const settled = Object.keys(draft.answers).length > 0 || run.goesOn;
  return (
    <section class="carried" aria-labelledby="chosen-checklist">
      <h2 class="carried-title" id="chosen-checklist">
        {t('run.checklist.label')}
      </h2>
      {wording ? (
        <p class="carried-words" dir="auto">
          {wording.words.worker(wording.title)}
        </p>
      ) : (
        <Notice kind="care" still>
          {t('run.checklist.notHere')}
        </Notice>
      )}
      {!settled && (
        <Button
          kind="quiet"
          icon="list"
          onClick={() => {
            choosing.value = true;
          }}
        >
          {t('run.checklist.change')}
        </Button>
      )}
      <Sheet
        open={choosing.value}
        title={t('run.checklist.title')}
        onClose={() => {
          choosing.value = false;
        }}
      >
        {choosing.value && (
          <Offered
            run={run}
            chosen={which.record ?? `${which.id} ${which.version}`}
            onChosen={() => {
              choosing.value = false;
            }}
          />
        )}
      </Sheet>
    </section>
  );
};

/** Ours by their keys; an organisation's as it is called in the worker's language, or as its author called it. */
const titleOf = ({ id, record, titles, checklist }: OfferedChecklist, words: TwoLanguages): string => {
  if (record === null || checklist()?.wording === 'library') return words.worker(titleKey(id));
  const own = checklist();
  const language = own?.languages.find(({ code }) => code === words.workerTag)?.name ?? '';
  return textIn(titles, language, own?.defaultLanguage ?? '') || Object.values(titles)[0] || id;
};

const aboutOf = ({ id, record, checklist }: OfferedChecklist, words: TwoLanguages): string | undefined =>
  record === null ? words.worker(aboutKey(id)) : checklist()?.source;

interface OfferedProps {
  readonly run: RunStep;
  readonly chosen: string;
  readonly onChosen: () => void;
}

const Offered = ({ run: { draft, words, set }, chosen, onChosen }: OfferedProps) => {
  const { t } = useTranslation('field');
  const checklists = checklistsFor(useNotebook().recordsOf, draft.ageGroup);
  return (
    <Choice
      legend={t('run.checklist.title')}
      legendHidden
      layout="list"
      options={checklists.map((one) => ({ value: nameOf(one), label: titleOf(one, words), hint: aboutOf(one, words) }))}
      value={chosen}
      onChange={(name) => {
        const found = checklists.find((one) => nameOf(one) === name);
        if (found) set({ checklist: namedBy(found), question: undefined, paused: [] });
        onChosen();
      }}
    />
  );
};
