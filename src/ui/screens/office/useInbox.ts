import { useMemo } from 'preact/hooks';
import { type InboxItem, inboxOf } from '../../../domain/inbox.ts';
import { openPaused, type PausedScreening } from '../../../domain/pausedScreenings.ts';
import { decisionKind, type PhoneReport, phoneReports, reportKind } from '../../../domain/setAside.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { urgenciesOfScreening } from './screeningUrgencies.ts';

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
        urgenciesOf: (screening) => urgenciesOfScreening(screening, notebook.recordsOf),
      }),
    [people, contacts, screenings, consents, today],
  );
};

/** What was paused, longest first. */
export const usePaused = (notebook: Notebook): readonly PausedScreening[] => {
  const [screenings, assignments] = [notebook.recordsOf('screening'), notebook.recordsOf('assignment')];
  return useMemo(() => openPaused(notebook.recordsOf), [screenings, assignments]);
};

/** What phones tell of entries that could not be kept here, and what was decided about them. */
export const useRefused = (notebook: Notebook): readonly PhoneReport[] => {
  const [reports, decisions] = [notebook.recordsOf(reportKind), notebook.recordsOf(decisionKind)];
  return useMemo(() => phoneReports(notebook.recordsOf), [reports, decisions]);
};
