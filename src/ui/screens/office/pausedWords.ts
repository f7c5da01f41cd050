/** How a paused screening is spoken of, in the list and in the record. */
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import type { PausedScreening } from '../../../domain/pausedScreenings.ts';
import { findQuestion } from '../../../forms/walk/questions.ts';
import { progressBySection } from '../../../forms/walk/sections.ts';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';
import type { Kept } from '../kept/useKept.ts';

export interface PausedWords {
  readonly pausedBy: (paused: PausedScreening) => string;
  /** How many of the questions that are open were dealt with, and which one was up. */
  readonly stands: (kept: Kept) => string;
  readonly nameOf: (person: Id) => string;
}

export const usePausedWords = (): PausedWords => {
  const { t, i18n } = useTranslation('office');
  const notebook = useNotebook();
  return {
    pausedBy: ({ by, since }) => t('paused.by', { name: by.name, day: formatDay(since, i18n.language) }),
    stands: ({ run, screening, wording }) => {
      const parts = progressBySection(run, screening.answers ?? {});
      const sum = (of: 'dealtWith' | 'toAsk') => parts.reduce((total, part) => total + part[of], 0);
      const up = screening.paused?.question === undefined ? undefined : findQuestion(run, screening.paused.question);
      const question = up && wording.words.worker(wording.ask(up));
      return [
        t('paused.progress', { dealtWith: sum('dealtWith'), count: sum('toAsk') }),
        ...(question ? [t('paused.upNext', { question })] : []),
      ].join(' · ');
    },
    nameOf: (person) => notebook.members().find((member) => member.person === person)?.name ?? t('paused.somebody'),
  };
};
