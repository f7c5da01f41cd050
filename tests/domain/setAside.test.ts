/** What a phone tells of its refused entries, as it is put together at the office: whatever order it comes in, and whoever else writes there. */
import { describe, expect, test } from 'vitest';
import type { OpenedEntry, Role } from '../../src/domain/entry.ts';
import { foldRecord } from '../../src/domain/fold.ts';
import { type Ability, decisionKind, phoneReports, reportKind, type Standing, type WayOut, wayOutOf } from '../../src/domain/setAside.ts';
import { textOf } from '../support/source.ts';

const kept = JSON.parse(textOf('tests/fixtures/wire/set-aside-of-2026-11-22.json'));
const [record, device] = ['7b'.repeat(16), 'd2'.repeat(16)];
const joon = { person: 'a2'.repeat(16), device, role: 'worker' as Role, name: 'Joon' };
const mina = { person: 'a1'.repeat(16), device: 'd1'.repeat(16), role: 'supervisor' as Role, name: 'Mina' };
const one = { id: '01'.repeat(32), reason: 'unproven', can: 'anew' };
const other = { id: '02'.repeat(32), reason: 'unproven', can: 'anew' };

let counted = 0;
const said = (
  by: typeof joon,
  kind: string,
  says: Record<string, unknown>,
  after: readonly OpenedEntry[] = [],
  of = record,
): OpenedEntry => {
  counted += 1;
  const writtenAt = `2026-11-20T10:${String(counted % 60).padStart(2, '0')}:00-06:00`;
  const body = { kind, record: of, writtenAt, by: { person: by.person, name: by.name }, after: after.map(({ id }) => id), says };
  return { id: counted.toString(16).padStart(64, '0'), device: by.device, role: by.role, body };
};
const report = (entries: readonly unknown[], after: readonly OpenedEntry[] = [], by = joon, carriedOut: readonly string[] = []) =>
  said(by, reportKind, { count: entries.length, entries, carriedOut }, after);
const toldBy = (...entries: readonly OpenedEntry[]) => {
  const records = [...new Set(entries.map(({ body }) => body.record))];
  const states = records.map((id) =>
    foldRecord(
      id,
      entries.filter(({ body }) => body.record === id),
    ),
  );
  return phoneReports((kind) => states.filter((state) => state.kind === kind));
};

test('what the first version that told of it wrote is read for ever', () => {
  const decision = said(mina, decisionKind, kept.decision, [], 'd4'.repeat(16));
  const [phone] = toldBy(said(joon, reportKind, kept.report), decision);
  expect(phone).toMatchObject({ device, name: 'Joon', count: 2, onItsWay: null, lacking: { standing: 2, settled: 1 } });
  expect(phone?.entries).toMatchObject([
    { reason: 'unproven', kind: 'contact', heldSince: '2026-11-22T17:39:58.152Z', state: 'tried' },
    { reason: 'malformed', can: 'neither', state: 'open' },
  ]);
});

test('what a newer version adds is passed over; what it can do that we do not know is not asked for', () => {
  const newer = { ...one, can: 'by-hand', weight: 3 };
  const [phone] = toldBy(said(joon, reportKind, { count: 1, entries: [newer], carriedOut: [], mood: 'fine' }));
  expect(phone?.entries.map(wayOutOf)).toEqual(['bring']);
});

test('the last report counts, and since when is known from the first that named an entry', () => {
  const first = report([one]);
  const second = report([one, other], [first]);
  expect(toldBy(second, first)).toMatchObject([
    { count: 2, entries: [{ heldSince: first.body.writtenAt }, { heldSince: second.body.writtenAt }] },
  ]);
  expect(toldBy(report([], [second]), second, first)).toMatchObject([{ count: 0, entries: [] }]);
});

test('two that did not know of each other both stand; nothing of either is hidden', () => {
  const first = report([one]);
  expect(toldBy(first, report([one], [first]), report([other], [first]))).toMatchObject([{ entries: [{ id: one.id }, { id: other.id }] }]);
});

test('nobody else says what stands on a phone', () => {
  const first = report([one]);
  const arif = { person: 'a3'.repeat(16), device: 'd3'.repeat(16), role: 'worker' as Role, name: 'Arif' };
  expect(toldBy(first, report([], [first], arif))).toMatchObject([{ device, name: 'Joon', count: 1 }]);
});

test('under a new name the phone goes on with its report; the old name has nothing to say any more', () => {
  const first = report([one]);
  const renewed = { ...joon, device: 'd9'.repeat(16) };
  expect(toldBy(first, report([other], [first], renewed))).toMatchObject([{ device: renewed.device, entries: [{ id: other.id }] }]);
});

describe('decided', () => {
  const decision = (by = mina) => said(by, decisionKind, { device, ask: 'again', entries: [one.id] }, [], 'd4'.repeat(16));
  test.each<[string, readonly OpenedEntry[], Standing['state']]>([
    ['nothing', [report([one])], 'open'],
    ['on its way', [report([one]), decision()], 'asked'],
    ['carried out', [report([one], [], joon, ['d4'.repeat(16)]), decision()], 'tried'],
    ['by a worker', [report([one]), decision(joon)], 'open'],
  ])('%s', (_, entries, state) => {
    expect(toldBy(...entries)).toMatchObject([{ entries: [{ state }] }]);
  });
});

test.each<[string, Ability, Standing['state'], WayOut]>([
  ['unproven', 'anew', 'open', 'again'],
  ['unproven', 'anew', 'tried', 'anew'],
  ['unproven', 'again', 'tried', 'bring'],
  ['unproven', 'neither', 'open', 'bring'],
  ['malformed', 'anew', 'open', 'anew'],
  ['malformed', 'again', 'open', 'again'],
  ['malformed', 'neither', 'open', 'bring'],
  ['not-yours', 'anew', 'open', 'later'],
  ['unknown-suite', 'anew', 'tried', 'later'],
  ['unknown-stream', 'again', 'open', 'later'],
  ['too-large', 'anew', 'open', 'bring'],
  ['fork', 'anew', 'open', 'bring'],
  ['from-next-year', 'anew', 'open', 'again'],
])('%s, and the phone can %s, %s: %s', (reason, can, state, way) => {
  expect(wayOutOf({ reason, can, state })).toBe(way);
});
