/** A supervisor's word that a language may be used unchecked: for that language, from supervisors only, and until it is taken back. */
import { expect, test } from 'vitest';
import { allowWording, findAllowed, takingBack } from '../../src/domain/allowedWording.ts';
import { everybody } from '../../src/domain/entry.ts';
import { foldRecord } from '../../src/domain/fold.ts';
import type { RecordsOf } from '../../src/domain/library.ts';
import { createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';

const allows = async (office: FakeNotebook, language: string, reason = 'Our Nepali advocate read it with two families.') =>
  office.writeTogether([allowWording(language, reason, office.newId)]);

test('it says who allowed what and why, and speaks of no other language', async () => {
  const office = createFakeNotebook({ role: 'supervisor' });
  await allows(office, 'ne', '  Read with two families.  ');
  expect(findAllowed(office.recordsOf, 'ne')).toMatchObject({
    language: 'ne',
    reason: 'Read with two families.',
    by: { name: 'Mina Park' },
  });
  expect(findAllowed(office.recordsOf, 'hi')).toBeNull();
});

test('it goes to everybody, and so does taking it back', async () => {
  const office = createFakeNotebook({ role: 'supervisor' });
  await allows(office, 'ne');
  expect(allowWording('ne', 'Read.', office.newId).audience).toEqual(everybody);
  const back = takingBack(office.recordsOf, 'ne');
  expect(back.map(({ audience }) => audience)).toEqual([everybody]);
  await office.writeTogether(back);
  expect(findAllowed(office.recordsOf, 'ne')).toBeNull();
});

test('after it was taken back it can be allowed again, for another reason', async () => {
  const office = createFakeNotebook({ role: 'supervisor' });
  await allows(office, 'ne', 'First.');
  await office.writeTogether(takingBack(office.recordsOf, 'ne'));
  await allows(office, 'ne', 'Second.');
  expect(findAllowed(office.recordsOf, 'ne')?.reason).toBe('Second.');
});

test('a worker’s word does not count', () => {
  const office = createFakeNotebook({ role: 'supervisor' });
  const worker = office.members().find(({ role }) => role === 'worker');
  if (!worker) throw new Error('there is no worker');
  office.arrives({ kind: 'wording-allowed', record: office.newId(), says: { language: 'ne', reason: 'I want it.' } }, worker);
  expect(findAllowed(office.recordsOf, 'ne')).toBeNull();
});

test('two allowed it without knowing of each other: one is named, the same everywhere, and taking back takes all of it', async () => {
  const office = createFakeNotebook({ role: 'supervisor' });
  await allows(office, 'ne', 'First.');
  await allows(office, 'ne', 'Second.');
  expect(findAllowed(office.recordsOf, 'ne')?.reason).toBe('First.');
  expect(findAllowed((kind) => [...office.recordsOf(kind)].reverse(), 'ne')?.reason).toBe('First.');
  await office.writeTogether(takingBack(office.recordsOf, 'ne'));
  expect(findAllowed(office.recordsOf, 'ne')).toBeNull();
});

test('while two say different things of it, the English stays beneath', () => {
  const record = 'a'.repeat(32);
  const entry = (id: string, kind: string, says: Record<string, unknown>, after: readonly string[]) => ({
    id: id.repeat(32),
    device: id.repeat(32),
    role: 'supervisor' as const,
    body: { kind, record, writtenAt: '2026-11-20T10:00:00-06:00', by: { person: 'b'.repeat(32), name: 'Mina' }, after: [...after], says },
  });
  const state = foldRecord(record, [
    entry('1', 'wording-allowed', { language: 'ne', reason: 'Read.' }, []),
    entry('2', 'amendment', { fields: { allowed: false } }, ['1'.repeat(32)]),
    entry('3', 'amendment', { fields: { allowed: true } }, ['1'.repeat(32)]),
  ]);
  const records: RecordsOf = (kind) => (kind === 'wording-allowed' ? [state] : []);
  expect(findAllowed(records, 'ne')).toBeNull();
});
