import { describe, expect, test } from 'vitest';
import { anyAnswer } from '../../../src/domain/checklist.ts';
import type { Answers } from '../../../src/domain/screening.ts';
import { adult } from '../../../src/forms/library/adult.ts';
import { gridOf, isEmptyGrid } from '../../../src/forms/walk/grid.ts';
import { item, repeat } from '../engine/building.ts';
import { checklistOf, marks, talk, yesNo } from './someChecklist.ts';

const gridFrom = (answers: Answers, checklist = adult) => gridOf(talk(checklist, answers).run, answers);
const row = (grid: ReturnType<typeof gridOf>, form: string) => grid.byForm.find((found) => found.form === form);
const names = (topics: readonly { readonly question: string }[]) => topics.map(({ question }) => question);

describe('the grid', () => {
  test('a talk that never began leaves everything unexplored', () => {
    const { whole, byForm } = gridFrom({});
    for (const cell of [whole.act, whole.means, whole.purpose]) expect(cell.state).toBe('not-explored');
    expect(byForm.every(({ cells }) => cells.means.state === 'not-explored')).toBe(true);
  });

  test('papers kept by someone else are noted as pressure, and say nothing about how it came about', () => {
    const { whole } = gridFrom({ 'own-papers': { is: 'no' } });
    expect(whole.means.state).toBe('noted');
    expect(whole.means.noted).toEqual([{ topic: 'own-papers', question: 'own-papers', path: '/freedom-and-control/own-papers' }]);
    expect(whole.act.state).toBe('not-explored');
  });

  test('an unanswered question is never a "no", and the reason is kept', () => {
    const { means } = gridFrom({
      'own-papers': { is: 'preferred-not-to-say' },
      violence: { is: 'not-safe-to-ask' },
      'after-leaving': { several: [] },
    }).whole;
    expect(means.state).toBe('not-explored');
    expect(means.nothingNoted).toEqual([]);
    const whyOf = (question: string) => means.notExplored.find((topic) => topic.question === question)?.why;
    expect(['own-papers', 'violence', 'come-and-go'].map(whyOf)).toEqual(['preferred-not-to-say', 'not-safe-to-ask', 'not-asked']);
  });

  test('unsure is shown as unsure: explored, nothing noted', () => {
    const { means } = gridFrom({ 'come-and-go': { is: 'unsure' } }).whole;
    expect(means.state).toBe('nothing-noted');
    expect(names(means.unsure)).toEqual(['come-and-go']);
    expect(means.nothingNoted).toEqual([]);
  });

  test('unsure can itself be what a question notes', () => {
    const checklist = checklistOf([yesNo('debt-known', { marks: marks({ notedWhen: ['no', 'unsure'] }) })]);
    expect(names(gridFrom({ 'debt-known': { is: 'unsure' } }, checklist).whole.means.noted)).toEqual(['debt-known']);
  });

  test('"none of these" was explored; one ticked thing among several is noted', () => {
    expect(gridFrom({ 'arranged-for-you': { several: ['none'] } }).whole.act.state).toBe('nothing-noted');
    expect(gridFrom({ 'arranged-for-you': { several: ['travel'] } }).whole.act.state).toBe('noted');
  });

  test('a part that nothing opened says so, and its topics are not listed as skipped', () => {
    const grid = gridFrom({ 'works-for': { is: 'company-or-shop' } });
    expect(row(grid, 'domestic')).toMatchObject({ opened: false, cells: { purpose: { state: 'not-explored', notExplored: [] } } });
    expect(row(grid, 'labour')?.opened).toBe(true);
  });

  test('an answer that stopped being relevant leaves the grid', () => {
    const stale = { 'works-for': { is: 'company-or-shop' }, 'home-any-hour': { is: 'yes' } };
    expect(row(gridFrom(stale), 'domestic')?.cells.purpose.state).toBe('not-explored');
    expect(row(gridFrom({ ...stale, 'works-for': { is: 'private-household' } }), 'domestic')?.cells.purpose.state).toBe('noted');
  });

  test('safety and wishes stay out of the three legal elements', () => {
    const { act, means, purpose } = gridFrom({ 'danger-today': { is: 'yes' }, wants: { several: ['medical-care'] } }).whole;
    expect([act, means, purpose].map(({ state }) => state)).toEqual(['not-explored', 'not-explored', 'not-explored']);
  });
});

describe("an organisation's own checklist", () => {
  test('that nobody has marked notes nothing, whatever is answered', () => {
    const checklist = checklistOf([item('threatened', 'select_one', { list: 'yes-no' })]);
    expect(isEmptyGrid(gridFrom({ threatened: { is: 'yes' } }, checklist))).toBe(true);
  });

  test('may note any answer: a number, a word', () => {
    const checklist = checklistOf([item('debt', 'integer', { marks: marks({ notedWhen: [anyAnswer] }) })]);
    expect(gridFrom({ debt: { value: '900' } }, checklist).whole.means.state).toBe('noted');
    expect(gridFrom({ debt: { is: 'not-asked' } }, checklist).whole.means.state).toBe('not-explored');
  });

  test('that asks the same of each child has it as one topic, noted when it was noted of one', () => {
    const checklist = checklistOf([repeat('children', [yesNo('works')])]);
    const answers: Answers = { 'children[1]/works': { is: 'no' }, 'children[2]/works': { is: 'yes' }, 'children[3]/works': {} };
    const { means } = gridFrom(answers, checklist).whole;
    expect(names(means.noted)).toEqual(['children[2]/works']);
    expect([means.nothingNoted, means.notExplored]).toEqual([[], []]);
  });
});
