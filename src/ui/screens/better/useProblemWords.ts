/** What is wrong with a wording, in plain words. */
import { useTranslation } from 'react-i18next';
import { asWritten, type WordingProblem } from '../../../domain/wordingCheck.ts';

export const useProblemWords = (): ((problems: readonly WordingProblem[]) => string | null) => {
  const { t } = useTranslation('field');
  return (problems) =>
    problems
      .map((problem) => t(`better.problem.${problem.type}`, { names: 'names' in problem ? asWritten(problem.names) : '' }))
      .join(' ') || null;
};
