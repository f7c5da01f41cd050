import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Contact } from '../../src/domain/contact.ts';
import { beginContact, type ContactDraft, changedFields, entriesOf, problemsIn } from '../../src/ui/screens/contact/contactDraft.ts';
import { mostUsed } from '../../src/ui/screens/contact/quickCodes.ts';

const [person, record, minorRecord] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)];
const begun = (changes: Partial<ContactDraft> = {}): ContactDraft => ({
  ...beginContact({ person, isNew: true, minorRecord, today: '2026-02-10', carriedOver: {} }),
  ...changes,
});
const nothingYet = () => false;

describe('a contact becomes entries', () => {
  test('somebody new: the person first, the contact last with its draft, blanks left out', () => {
    const draft = begun({
      cue: 'lemon',
      fields: { day: '2026-02-10', channel: 'met', people: 1, placeType: 'hotel', note: '  late pay ', items: [] },
    });
    const entries = entriesOf(draft, record, nothingYet);
    expect(entries.map(({ kind, says, draft: from }) => ({ kind, says, from }))).toEqual([
      { kind: 'person', says: { cue: 'lemon' }, from: undefined },
      {
        kind: 'contact',
        says: { person, day: '2026-02-10', channel: 'met', people: 1, placeType: 'hotel', note: 'late pay' },
        from: `contact:${record}`,
      },
    ]);
    expect(v.safeParse(Contact, entries[1]?.says).success).toBe(true);
  });

  test('saving again after half of it was kept writes the other half only', () => {
    expect(entriesOf(begun(), record, (id) => id === person).map(({ kind }) => kind)).toEqual(['contact']);
  });

  test('an under-18 path that was begun goes to the office as such, once', () => {
    const draft = begun({ fields: { day: '2026-02-10', ageGroup: 'unsure' }, minorReport: { reportedBy: 'me', reference: 'R1' } });
    const minor = entriesOf(draft, record, nothingYet)[1];
    expect(minor).toMatchObject({
      kind: 'screening',
      record: minorRecord,
      says: { person, outcome: 'minor-path', ageGroup: 'unsure', minorReport: { reportedBy: 'me', reference: 'R1' } },
    });
    expect(entriesOf({ ...draft, fields: { ...draft.fields, ageGroup: 'adult' } }, record, nothingYet).map(({ kind }) => kind)).toEqual([
      'person',
      'contact',
    ]);
  });

  test('an interpreter who may not be neutral needs a reason, and the reason goes when the interpreter does', () => {
    expect(problemsIn({ day: '2026-02-10', interpreter: 'other', interpreterReason: ' ' })).toEqual(['interpreter-reason']);
    expect(problemsIn({ day: '2026-02-10', interpreter: 'phone' })).toEqual([]);
    const says = entriesOf(
      begun({ fields: { day: '2026-02-10', interpreter: 'phone', interpreterReason: 'nobody else' } }),
      record,
      nothingYet,
    ).at(-1)?.says;
    expect(says).not.toHaveProperty('interpreterReason');
  });
});

test('a correction says only what changed, and takes back what was emptied', () => {
  const before = { day: '2026-02-10', placeType: 'hotel', note: 'late pay', people: 1 } as const;
  expect(changedFields(before, { ...before, placeType: 'laundry', note: '' })).toEqual({ placeType: 'laundry', note: null });
  expect(changedFields(before, { ...before })).toEqual({});
});

test('what was used most comes first, then what is usual, each once', () => {
  expect(mostUsed(['ko', undefined, 'vi', 'vi'], ['cmn', 'ko', 'en'], 4)).toEqual(['vi', 'ko', 'cmn', 'en']);
});
