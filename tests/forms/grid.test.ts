import { describe, expect, test } from 'vitest';
import { gridOf } from '../../src/forms/grid.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { checklistOf, yesNo } from './someChecklist.ts';

const row = (grid: ReturnType<typeof gridOf>, form: string) => grid.byForm.find((found) => found.form === form);

describe('the grid', () => {
  test('a talk that never began leaves everything unexplored', () => {
    const { whole, byForm } = gridOf(adult, {});
    for (const cell of [whole.act, whole.means, whole.purpose]) expect(cell.state).toBe('not-explored');
    expect(byForm.every(({ cells }) => cells.means.state === 'not-explored')).toBe(true);
  });

  test('papers kept by someone else are noted as pressure, and say nothing about how it came about', () => {
    const { whole } = gridOf(adult, { 'own-papers': { is: 'no' } });
    expect(whole.means.state).toBe('noted');
    expect(whole.means.noted).toEqual([{ topic: 'own-papers', question: 'own-papers' }]);
    expect(whole.act.state).toBe('not-explored');
  });

  test('an unanswered question is never a "no", and the reason is kept', () => {
    const { whole } = gridOf(adult, {
      'own-papers': { is: 'preferred-not-to-say' },
      violence: { is: 'not-safe-to-ask' },
      'after-leaving': { several: [] },
    });
    expect(whole.means.state).toBe('not-explored');
    expect(whole.means.nothingNoted).toEqual([]);
    expect(whole.means.notExplored).toContainEqual({ topic: 'own-papers', question: 'own-papers', why: 'preferred-not-to-say' });
    expect(whole.means.notExplored).toContainEqual({ topic: 'violence', question: 'violence', why: 'not-safe-to-ask' });
    expect(whole.means.notExplored).toContainEqual({ topic: 'come-and-go', question: 'come-and-go', why: 'not-asked' });
  });

  test('unsure is shown as unsure: explored, nothing noted', () => {
    const { means } = gridOf(adult, { 'come-and-go': { is: 'unsure' } }).whole;
    expect(means.state).toBe('nothing-noted');
    expect(means.unsure).toEqual([{ topic: 'come-and-go', question: 'come-and-go' }]);
    expect(means.nothingNoted).toEqual([]);
  });

  test('unsure can itself be what a question notes', () => {
    const checklist = checklistOf(yesNo('debt-known', { notedWhen: ['no', 'unsure'] }));
    expect(gridOf(checklist, { 'debt-known': { is: 'unsure' } }).whole.means.noted).toEqual([
      { topic: 'debt-known', question: 'debt-known' },
    ]);
  });

  test('"none of these" was explored; one ticked thing among several is noted', () => {
    expect(gridOf(adult, { 'arranged-for-you': { several: ['none'] } }).whole.act.state).toBe('nothing-noted');
    expect(gridOf(adult, { 'arranged-for-you': { several: ['travel'] } }).whole.act.state).toBe('noted');
  });

  test('a part that nothing opened says so, and its topics are not listed as skipped', () => {
    const grid = gridOf(adult, { 'works-for': { is: 'company-or-shop' } });
    expect(row(grid, 'domestic')).toMatchObject({ opened: false, cells: { purpose: { state: 'not-explored', notExplored: [] } } });
    expect(row(grid, 'labour')?.opened).toBe(true);
  });

  test('an answer that stopped being relevant leaves the grid', () => {
    const stale = { 'works-for': { is: 'company-or-shop' }, 'home-any-hour': { is: 'yes' } };
    expect(row(gridOf(adult, stale), 'domestic')?.cells.purpose.state).toBe('not-explored');
    expect(row(gridOf(adult, { ...stale, 'works-for': { is: 'private-household' } }), 'domestic')?.cells.purpose.state).toBe('noted');
  });

  test('safety and wishes stay out of the three legal elements', () => {
    const { act, means, purpose } = gridOf(adult, { 'danger-today': { is: 'yes' }, wants: { several: ['medical-care'] } }).whole;
    expect([act, means, purpose].map(({ state }) => state)).toEqual(['not-explored', 'not-explored', 'not-explored']);
  });

  test('it carries words and topics, never a number', () => {
    const grid = gridOf(adult, { 'own-papers': { is: 'no' }, violence: { is: 'yes', time: ['past'] } });
    expect(JSON.stringify(grid)).not.toMatch(/\d/);
  });
});
