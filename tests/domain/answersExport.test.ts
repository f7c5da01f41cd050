/** Which screenings a file of answers holds: what came to an end, of one checklist, and by default what somebody reviewed. */
import { expect, test } from 'vitest';
import { answeredWith, answersToSave } from '../../src/domain/answersExport.ts';
import { aStory, type Story } from '../support/storybook.ts';

const answers = { paid: { is: 'no' } };
const lantern = { checklist: { id: 'lantern', version: '3' } };

const saved = (story: Story, which: 'reviewed' | 'finished', stopped = false) =>
  answersToSave(answeredWith(story.ofKind('screening'), 'lantern'), { which, stopped }).map(({ state }) => state.record);

test('reviewed ones; what was sent back is not reviewed yet, and a changed mind of the worker does not undo a review', () => {
  const story = aStory();
  const talk = (more = {}) => story.screening(story.person(), { ...lantern, answers, ...more });
  const [concluded, returned, waiting] = [talk(), talk(), talk()];
  story.reviews(concluded, '2026-02-11', { conclusion: 'possible' });
  story.adds(concluded, 'worker', { kind: 'amendment', says: { fields: { 'answers.paid': { is: 'yes' } } } });
  story.reviews(returned, '2026-02-11', { conclusion: 'returned', comment: 'Which day?' });
  expect(saved(story, 'reviewed')).toEqual([concluded]);
  expect(saved(story, 'finished')).toEqual([concluded, returned, waiting]);
});

test('stopped ones only where they are asked for; paused, declined and other checklists never; oldest first', () => {
  const story = aStory();
  const talk = (more = {}) => story.screening(story.person(), { ...lantern, answers, ...more });
  const late = talk({ day: '2026-03-01' });
  const early = talk({ day: '2026-01-05', outcome: 'minor-path' });
  const stopped = talk({ day: '2026-02-01', outcome: 'stopped' });
  talk({ outcome: 'paused' });
  talk({ outcome: 'declined', answers: undefined });
  talk({ checklist: { id: 'adult', version: '1' } });
  expect(saved(story, 'finished')).toEqual([early, late]);
  expect(saved(story, 'finished', true)).toEqual([early, stopped, late]);
});

test('a screening older than the choice of checklists was asked with the adult one', () => {
  const story = aStory();
  const first = story.screening(story.person(), { answers });
  expect(answeredWith(story.ofKind('screening'), 'adult').map(({ state }) => state.record)).toEqual([first]);
});
