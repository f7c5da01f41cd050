/** A question whose list is not there is kept and shown, and cannot be answered; whatever refers to it is told so. */
import type { Checklist } from '../../domain/checklist.ts';
import type { Lists } from './choices.ts';
import { type Draft, placeIn } from './draft.ts';
import { tableName } from './files.ts';
import type { Findings } from './finding.ts';
import { nearestTo } from './nearest.ts';

/** That a file is missing is said where all files are looked at. */
const isFromFile = ({ called }: Draft): boolean => called.endsWith('_from_file');

export const setAsideWithoutList = (drafts: readonly Draft[], lists: Lists, tables: Checklist['tables'], findings: Findings): void => {
  for (const draft of drafts) {
    const { list } = draft;
    if (list === undefined || lists.has(list) || Object.hasOwn(tables, tableName(list))) continue;
    draft.supported = false;
    draft.why ??= 'list-missing';
    if (list.startsWith('${')) findings.add('list-from-answers', placeIn(draft, 'type'), { text: list });
    else if (!isFromFile(draft))
      findings.add('list-missing', placeIn(draft, 'type'), { text: list, suggestion: () => nearestTo(list, lists.keys()) });
  }
};
