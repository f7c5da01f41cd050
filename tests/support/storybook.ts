/** Builds records for stories about the office: who wrote what after whom. Folded by the real fold. */
import type { OpenedEntry, Role, Says } from '../../src/domain/entry.ts';
import { foldRecord, type RecordState } from '../../src/domain/fold.ts';
import type { Id } from '../../src/domain/id.ts';

const idOf = (number: number): Id => number.toString(16).padStart(32, '0');

interface Said {
  readonly kind: string;
  readonly says?: Says;
  readonly on?: string;
  /** Left out: the writer saw everything so far. */
  readonly after?: readonly OpenedEntry[];
}

export interface Story {
  readonly person: (says?: Says) => Id;
  readonly contact: (person: Id, says?: Says) => Id;
  readonly screening: (person: Id, says?: Says) => Id;
  readonly consent: (person: Id, items: Says, day?: string) => Id;
  readonly adds: (record: Id, by: Role, said: Said) => OpenedEntry;
  readonly reviews: (record: Id, on: string, says: Says, after?: readonly OpenedEntry[]) => OpenedEntry;
  readonly state: (record: Id) => RecordState;
  readonly ofKind: (kind: string) => readonly RecordState[];
  readonly records: () => {
    readonly people: readonly RecordState[];
    readonly contacts: readonly RecordState[];
    readonly screenings: readonly RecordState[];
  };
}

export const aStory = (): Story => {
  let last = 0;
  const entries = new Map<Id, OpenedEntry[]>();
  const adds: Story['adds'] = (record, role, { kind, says = {}, on = '2026-02-10', after }) => {
    const sofar = entries.get(record) ?? [];
    last += 1;
    const entry: OpenedEntry = {
      id: idOf(last),
      device: idOf(role === 'worker' ? 0xd1 : 0xd2),
      role,
      body: {
        kind,
        record,
        writtenAt: `${on}T21:30:00-06:00`,
        by: { person: idOf(role === 'worker' ? 0xa1 : 0xa2), name: role === 'worker' ? 'Min' : 'Grace' },
        after: (after ?? sofar).map(({ id }) => id),
        says,
      },
    };
    entries.set(record, [...sofar, entry]);
    return entry;
  };
  const fresh = (): Id => {
    last += 1;
    return idOf(last);
  };
  const begins = (kind: string, says: Says): Id => {
    const record = fresh();
    adds(record, 'worker', { kind, says, on: typeof says.day === 'string' ? says.day : '2026-02-10' });
    return record;
  };
  const state = (record: Id) => foldRecord(record, entries.get(record) ?? []);
  const ofKind = (kind: string) => [...entries.keys()].map(state).filter((one) => one.kind === kind);
  return {
    person: (says = { groups: { how: 'self', codes: ['korean'] } }) => begins('person', says),
    contact: (person, says = {}) => begins('contact', { person, day: '2026-02-10', ...says }),
    screening: (person, says = {}) => begins('screening', { person, day: '2026-02-10', outcome: 'completed', ...says }),
    consent: (person, items, day = '2026-02-10') => begins('consent', { person, day, items }),
    adds,
    reviews: (record, on, says, after) => adds(record, 'supervisor', { kind: 'review', says, on, ...(after ? { after } : {}) }),
    state,
    ofKind,
    records: () => ({ people: ofKind('person'), contacts: ofKind('contact'), screenings: ofKind('screening') }),
  };
};
