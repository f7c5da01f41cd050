/** What staff read aloud: split and put together without loss, newest above, taken back, and only from supervisors. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../src/domain/base64.ts';
import type { ToWrite } from '../../src/domain/entry.ts';
import { recordingEntries, recordingTakenBack, type Take } from '../../src/domain/recordingEntries.ts';
import { longestRecording, recordingsIn, soundFrom } from '../../src/domain/recordings.ts';
import { packBody } from '../../src/protocol/body.ts';
import { maxEntryBytes } from '../../src/protocol/numbers.ts';
import { createFakeNotebook, type FakeNotebook, nextId } from '../support/fakeFieldbook.ts';
import { aTake, noise, standing } from '../support/recorded.ts';

const written = (take: Take, notebook: FakeNotebook = createFakeNotebook({ role: 'supervisor' })): readonly ToWrite[] => {
  const entries = recordingEntries(take, notebook.recordsOf, nextId);
  if (!entries.ok) throw new Error(entries.failure.type);
  return entries.value;
};
const publish = async (notebook: FakeNotebook, take: Take): Promise<string> => {
  const entries = written(take, notebook);
  await notebook.writeTogether(entries);
  return entries.at(-1)?.record ?? '';
};

describe('bytes as letters', () => {
  test('any bytes come back as they were, spelled as everywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test('what is not the one spelling of some bytes is refused', () => {
    for (const text of ['A', 'AA=', 'AB==', 'A===', 'AA-A', 'AAA=AAAA', '====']) expect(fromBase64(text)).toBeNull();
  });
});

describe('a recording in pieces', () => {
  test('of any length it is put together as it was, and every piece fits an entry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: longestRecording.bytes }), (length) => {
        const sound = toBase64(noise(length));
        const entries = written(aTake({ sound }));
        const head = entries.at(-1) as ToWrite;
        const parts = entries.slice(0, -1);
        const { bytes, sum } = head.says as { bytes: number; sum: string };
        const together = soundFrom(
          { record: head.record, bytes, sum },
          parts.map(({ says }) => says),
        );
        expect(together && toBase64(together)).toBe(sound);
        const by = { person: 'a'.repeat(32), name: 'Mina' };
        for (const { kind, record, says } of entries)
          expect(packBody({ kind, record, says, by, writtenAt: '2026-03-02T09:00:00-06:00', after: [] }).length + 1024).toBeLessThan(
            maxEntryBytes,
          );
      }),
      { numRuns: 12 },
    );
  });

  test('a part that is missing, changed, of another recording or out of order gives no sound at all', () => {
    const entries = written(aTake({ sound: toBase64(noise(250_000)) }));
    const head = entries.at(-1) as ToWrite;
    const parts = entries.slice(0, -1).map(({ says }) => says);
    const { bytes, sum } = head.says as { bytes: number; sum: string };
    const from = (some: readonly unknown[]) => soundFrom({ record: head.record, bytes, sum }, some);
    const [first, ...rest] = parts;
    expect(parts.length).toBeGreaterThan(2);
    expect(from(parts)).toHaveLength(250_000);
    expect(from(rest)).toBeNull();
    expect(from([...rest, first])).toBeNull();
    expect(from([{ ...first, of: nextId() }, ...rest])).toBeNull();
    expect(from([{ ...first, sound: `B${String(first?.sound).slice(1)}` }, ...rest])).toBeNull();
  });

  test('nothing, too long and too large are refused', () => {
    const why = (take: Take) => {
      const entries = recordingEntries(take, () => [], nextId);
      return entries.ok ? null : entries.failure.type;
    };
    expect(why(aTake({ sound: '' }))).toBe('empty');
    expect(why(aTake({ sound: 'not base64' }))).toBe('empty');
    expect(why(aTake({ seconds: 60.1 }))).toBe('too-long');
    expect(why(aTake({ sound: toBase64(noise(400_001)) }))).toBe('too-large');
  });
});

describe('which one is played', () => {
  test('the newest of each place and language; taken back, none of that place', async () => {
    const notebook = createFakeNotebook({ role: 'supervisor' });
    await publish(notebook, aTake());
    const again = await publish(notebook, aTake());
    await publish(notebook, aTake({ language: 'yue' }));
    const other = await publish(notebook, aTake({ of: { checklist: 'harbour', path: '/pay', part: 'choice', choice: 'no' } }));
    expect(standing(notebook, 'rhg').map(({ record }) => record)).toEqual([again, other]);
    expect(standing(notebook, 'yue')).toHaveLength(1);
    await notebook.writeTogether(recordingTakenBack(notebook.recordsOf, { key: 'checklists:limits.purpose' }, 'rhg').map((entry) => entry));
    expect(standing(notebook, 'rhg').map(({ record }) => record)).toEqual([other]);
    const anew = await publish(notebook, aTake());
    expect(standing(notebook, 'rhg').map(({ record }) => record)).toContain(anew);
  });

  test('two who had not heard each other: every phone plays the same, whichever came first', async () => {
    const [one, two] = [written(aTake()), written(aTake())];
    const played = await Promise.all(
      [
        [...one, ...two],
        [...two, ...one],
      ].map(async (entries) => {
        const notebook = createFakeNotebook({ role: 'supervisor' });
        await notebook.writeTogether(entries);
        return standing(notebook, 'rhg').map(({ record }) => record);
      }),
    );
    expect(played[0]).toHaveLength(1);
    expect(played[0]).toEqual(played[1]);
  });

  test('what a worker records counts for nothing', async () => {
    const notebook = createFakeNotebook({ role: 'worker' });
    await notebook.writeTogether(written(aTake()));
    expect(recordingsIn(notebook.recordsOf).size).toBe(0);
  });

  test('a head that a newer version wrote otherwise is left alone', async () => {
    const notebook = createFakeNotebook({ role: 'supervisor' });
    const entries = written(aTake());
    await notebook.writeTogether(
      entries.map((entry) => (entry.kind === 'recording' ? { ...entry, says: { ...entry.says, of: 7 } } : entry)),
    );
    await publish(notebook, aTake({ language: 'nan' }));
    expect([...recordingsIn(notebook.recordsOf).keys()]).toEqual(['nan']);
  });
});
