/**
 * The shelf: all opened entries of this device in memory, by record and by person. A record is folded when it is looked
 * at and again only when something was added to it.
 */
import type { OpenedEntry } from '../domain/entry.ts';
import { foldRecord, type RecordState } from '../domain/fold.ts';
import type { Id } from '../domain/id.ts';
import { personOf } from '../domain/records.ts';

export const createShelf = () => {
  const entries = new Map<Id, Map<Id, OpenedEntry>>();
  const folded = new Map<Id, RecordState>();
  const byKind = new Map<string, readonly RecordState[]>();
  const byPerson = new Map<Id, Set<Id>>();
  const names = new Map<Id, string>();
  const recordOf = new Map<Id, Id>();
  /** Records that got entries since persons were last looked up. */
  let unplaced = new Set<Id>();

  const record = (id: Id): RecordState | undefined => {
    const known = folded.get(id);
    const mine = entries.get(id);
    if (known || !mine) return known;
    const state = foldRecord(id, [...mine.values()]);
    folded.set(id, state);
    return state;
  };

  const place = (): void => {
    for (const id of unplaced) {
      const state = record(id);
      const person = state ? personOf(state) : null;
      if (person === null) continue;
      const about = byPerson.get(person) ?? new Set();
      byPerson.set(person, about.add(id));
    }
    unplaced = new Set();
  };

  const aboutPerson = (person: Id): readonly RecordState[] => {
    place();
    return [...(byPerson.get(person) ?? [])].flatMap((id) => {
      const state = record(id);
      return state && personOf(state) === person ? [state] : [];
    });
  };

  return {
    record,
    put: (opened: readonly OpenedEntry[]): void => {
      for (const entry of opened) {
        const { record: id, by } = entry.body;
        const mine = entries.get(id) ?? new Map<Id, OpenedEntry>();
        if (mine.has(entry.id)) continue;
        entries.set(id, mine.set(entry.id, entry));
        recordOf.set(entry.id, id);
        folded.delete(id);
        unplaced.add(id);
        names.set(by.person, by.name);
      }
      if (opened.length > 0) byKind.clear();
    },
    recordsOf: (kind: string): readonly RecordState[] => {
      const known = byKind.get(kind);
      if (known) return known;
      const states = [...entries.keys()].flatMap((id) => {
        const state = record(id);
        return state?.kind === kind ? [state] : [];
      });
      byKind.set(kind, states);
      return states;
    },
    aboutPerson,
    /** Whether a record or a person goes by it. */
    bears: (id: Id): boolean => entries.has(id) || aboutPerson(id).length > 0,
    recordOfEntry: (entry: Id): Id | null => recordOf.get(entry) ?? null,
    nameOf: (person: Id): string | undefined => names.get(person),
  };
};
export type Shelf = ReturnType<typeof createShelf>;
