/** What Fieldbook itself says of a question, read back from the columns that it wrote (writeMarks.ts). */
import { elements, forms, type Marks, unmarked, urgencies, waysOfForce } from '../../domain/checklist.ts';
import type { Draft } from './draft.ts';
import type { Findings } from './finding.ts';
import type { SheetRow } from './sheetTable.ts';
import { yesOrNo } from './yesNo.ts';

const words = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);

const pick = <T extends string>(row: SheetRow, field: string, allowed: readonly T[], findings: Findings): readonly T[] =>
  words(row.text(field)).flatMap((word) => {
    const known = allowed.find((name) => name === word);
    if (known === undefined) {
      const place = row.place(field);
      findings.add('mark-not-understood', place, { text: word, values: { column: place.column ?? field } });
    }
    return known === undefined ? [] : [known];
  });

const marksOf = (row: SheetRow, findings: Findings): Marks | undefined => {
  const [element] = pick(row, 'fieldbookElement', elements, findings);
  if (element === undefined) return undefined;
  const [form = unmarked.form] = pick(row, 'fieldbookForm', forms, findings);
  const force = pick(row, 'fieldbookForce', waysOfForce, findings);
  const [urgency] = pick(row, 'fieldbookUrgency', urgencies, findings);
  const [usuallyKnown = unmarked.usuallyKnown] = pick(row, 'fieldbookUsuallyKnown', ['seen', 'said'] as const, findings);
  const topic = row.text('fieldbookTopic');
  const alone = words(row.text('fieldbookAlone'));
  return {
    ...(topic !== '' && { topic }),
    element,
    form,
    ...(force.length > 0 && { force: [...force] }),
    notedWhen: [...words(row.text('fieldbookNotedWhen'))],
    ...(urgency && { urgentWhen: { answers: [...words(row.text('fieldbookUrgentWhen'))], urgency } }),
    usuallyKnown,
    asksTime: yesOrNo(row.text('fieldbookAsksTime')) ?? false,
    ...(alone.length > 0 && { alone: [...alone] }),
  };
};

export const marksIn = (row: SheetRow, findings: Findings): Pick<Draft, 'marks' | 'pause' | 'hidden'> => {
  const marks = marksOf(row, findings);
  return {
    ...(marks && { marks }),
    ...(yesOrNo(row.text('fieldbookPause')) && { pause: true }),
    ...(yesOrNo(row.text('fieldbookHidden')) && { hidden: true }),
  };
};
