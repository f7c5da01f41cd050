/** What Fieldbook itself says of a question, in columns that other programs pass over; marks.ts reads them back. */
import type { Item } from '../../domain/checklist.ts';

const joined = (words: readonly string[] | undefined): string => (words ?? []).join(' ');

export const markColumns: readonly (readonly [header: string, cell: (item: Item) => string])[] = [
  ['fieldbook_element', ({ marks }) => marks?.element ?? ''],
  ['fieldbook_form', ({ marks }) => marks?.form ?? ''],
  ['fieldbook_topic', ({ marks }) => marks?.topic ?? ''],
  ['fieldbook_force', ({ marks }) => joined(marks?.force)],
  ['fieldbook_noted_when', ({ marks }) => joined(marks?.notedWhen)],
  ['fieldbook_urgent_when', ({ marks }) => joined(marks?.urgentWhen?.answers)],
  ['fieldbook_urgency', ({ marks }) => marks?.urgentWhen?.urgency ?? ''],
  ['fieldbook_usually_known', ({ marks }) => marks?.usuallyKnown ?? ''],
  ['fieldbook_asks_time', ({ marks }) => (marks?.asksTime ? 'yes' : '')],
  ['fieldbook_alone', ({ marks }) => joined(marks?.alone)],
  ['fieldbook_pause', ({ pause }) => (pause ? 'yes' : '')],
  ['fieldbook_hidden', ({ hidden }) => (hidden ? 'yes' : '')],
];
