/** What an assignment says beside the road of tests/sync/handingOver.test.ts: several devices, several supervisors, later versions. */
import { describe, expect, test } from 'vitest';
import { assignmentsFor, fieldsChanged, handOver } from '../../src/domain/assignment.ts';
import type { ToWrite } from '../../src/domain/entry.ts';
import { openPaused } from '../../src/domain/pausedScreenings.ts';
import { aStory, type Story } from '../support/storybook.ts';

const thuy = 'b1'.repeat(16);
const newIds = () => {
  let count = 0xc000;
  return () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
};

const paused = (story: Story, day = '2026-02-10') =>
  story.screening(story.person(), { day, outcome: 'paused', answers: { pay: { is: 'no' } } });

const handing = (story: Story, screening: string, devices: readonly string[], more: { readonly newId?: () => string } = {}) =>
  handOver(
    { screening: story.state(screening), to: { person: thuy, devices }, person: 'e1'.repeat(16), day: '2026-02-12' },
    story.ofKind,
    more.newId ?? newIds(),
  );

const written = (story: Story, entries: readonly ToWrite[]) => {
  for (const { kind, record, says } of entries) story.adds(record, 'supervisor', { kind, says });
};
const mine = (story: Story) => assignmentsFor(thuy, story.ofKind, (record) => story.state(record));

describe('handing over', () => {
  test('a worker with two phones gets it on both and sees it once', () => {
    const story = aStory();
    const screening = paused(story);
    const entries = handing(story, screening, ['d5'.repeat(16), 'd6'.repeat(16)]);
    expect(entries.map(({ audience }) => audience)).toEqual([{ devices: ['d5'.repeat(16)] }, { devices: ['d6'.repeat(16)] }]);
    written(story, entries);
    expect(mine(story)).toMatchObject([{ screening, standing: 'open' }]);
  });

  test('a worker without a phone cannot be handed anything, and whoever has it keeps it', () => {
    const story = aStory();
    const screening = paused(story);
    written(story, handing(story, screening, ['d5'.repeat(16)]));
    expect(handing(story, screening, [])).toEqual([]);
    expect(mine(story)).toMatchObject([{ standing: 'open' }]);
  });

  test('two supervisors at once: both stand, and taking back takes back both', () => {
    const story = aStory();
    const screening = paused(story);
    const newId = newIds();
    const both = [handing(story, screening, ['d5'.repeat(16)], { newId }), handing(story, screening, ['d6'.repeat(16)], { newId })];
    for (const entries of both) written(story, entries);
    expect(mine(story)).toHaveLength(2);
    written(story, handing(story, screening, ['d7'.repeat(16)], { newId }));
    expect(mine(story).map(({ standing }) => standing)).toEqual(['open', 'taken-back', 'taken-back']);
  });

  test('a review of what was paused is not handed on', () => {
    const story = aStory();
    const screening = paused(story);
    story.reviews(screening, '2026-02-11', { conclusion: 'returned', comment: 'between us' });
    expect(JSON.stringify(handing(story, screening, ['d5'.repeat(16)]))).not.toContain('between us');
  });

  test('a snapshot that this version cannot read is there and says so', () => {
    const story = aStory();
    const screening = paused(story);
    const [entry] = handing(story, screening, ['d5'.repeat(16)]);
    if (!entry) throw new Error('nothing was handed over');
    written(story, [{ ...entry, says: { ...entry.says, snapshot: { outcome: 'of-a-newer-version' } } }]);
    expect(assignmentsFor(thuy, story.ofKind, () => undefined)).toMatchObject([{ standing: 'open', stands: null }]);
  });
});

describe('what waits', () => {
  test('longest first, with who paused it last', () => {
    const story = aStory();
    const [later, sooner] = [paused(story, '2026-02-10'), paused(story, '2026-02-01')];
    story.adds(later, 'supervisor', { kind: 'amendment', on: '2026-02-20', says: { fields: { outcome: 'paused' } } });
    expect(openPaused(story.ofKind).map(({ record, since, by }) => [record, since, by.name])).toEqual([
      [sooner, '2026-02-01', 'Min'],
      [later, '2026-02-20', 'Grace'],
    ]);
  });

  test('while one says paused and another says done, it stands among the disagreements and not here', () => {
    const story = aStory();
    const screening = paused(story);
    const first = story.state(screening).history;
    story.adds(screening, 'worker', { kind: 'amendment', says: { fields: { outcome: 'completed' } }, after: first });
    story.adds(screening, 'supervisor', { kind: 'amendment', says: { fields: { outcome: 'paused' } }, after: first });
    expect(openPaused(story.ofKind)).toEqual([]);
  });
});

test('only what differs is said again, answer by answer; what is no longer said is taken back', () => {
  const before = { outcome: 'paused', paused: { stage: 'questions' }, answers: { pay: { is: 'no', how: 'said' }, hours: { is: 'many' } } };
  const now = { outcome: 'completed', answers: { pay: { how: 'said', is: 'no' }, debt: { is: 'yes' } } };
  expect(fieldsChanged(before, now)).toEqual({ outcome: 'completed', paused: null, 'answers.debt': { is: 'yes' }, 'answers.hours': null });
});
