import { useMemo } from 'preact/hooks';
import { type InboxItem, inboxOf } from '../../../domain/inbox.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { urgenciesOfScreening } from './findChecklist.ts';

/** Worked out again only when a list of records is another one than before, not at every key typed beside it. */
export const useInbox = (notebook: Notebook): readonly InboxItem[] => {
  const [people, contacts, screenings, consents] = ['person', 'contact', 'screening', 'consent'].map((kind) => notebook.recordsOf(kind));
  const today = notebook.today();
  return useMemo(
    () =>
      inboxOf({
        people: people ?? [],
        contacts: contacts ?? [],
        screenings: screenings ?? [],
        consents: consents ?? [],
        today,
        me: notebook.me.person,
        urgenciesOf: urgenciesOfScreening,
      }),
    [people, contacts, screenings, consents, today],
  );
};
