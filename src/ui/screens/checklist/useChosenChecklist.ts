/** The checklist of a run: the one it was begun with, or the one that would be offered first. */
import { useMemo } from 'preact/hooks';
import type { Checklist } from '../../../domain/checklist.ts';
import type { AskedChecklist } from '../../../domain/screening.ts';
import { adult } from '../../../forms/library/adult.ts';
import { useNotebook } from '../../useNotebook.ts';
import type { ScreeningDraft } from './screeningDraft.ts';
import { checklistsFor, findChecklist, namedBy } from './whichChecklist.ts';

export interface ChosenChecklist {
  readonly which: AskedChecklist;
  readonly checklist: Checklist | null;
}

/** Once questions were asked it is settled; a draft that names none is older than the choice. */
const isBegun = ({ stage, answers }: ScreeningDraft): boolean =>
  stage === 'questions' || stage === 'result' || Object.keys(answers).length > 0;

export const useChosenChecklist = (draft: ScreeningDraft): ChosenChecklist => {
  const notebook = useNotebook();
  const { checklist: chosen, ageGroup } = draft;
  const begun = isBegun(draft);
  return useMemo(() => {
    const [first] = chosen || begun ? [] : checklistsFor(notebook.recordsOf, ageGroup);
    const which = chosen ?? (first ? namedBy(first) : { id: adult.id, version: adult.version });
    return { which, checklist: findChecklist(notebook.recordsOf, which) };
  }, [notebook, chosen, ageGroup, begun]);
};
