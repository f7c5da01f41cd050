import { describe, expect, test } from 'vitest';
import { forms, legalElements, urgencies, waysOfForce } from '../../src/domain/checklist.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { openIn, ourQuestions, runOf } from '../support/ourChecklists.ts';

const questions = ourQuestions(adult);
const openFromTheStart = openIn(runOf(adult));

describe('the adult checklist', () => {
  test('is of a length that two people can bear', () => {
    expect(questions.length).toBeGreaterThanOrEqual(30);
    expect(questions.length).toBeLessThanOrEqual(40);
    expect(openFromTheStart.length).toBeLessThanOrEqual(32);
  });

  test('asks about each of the six ways in which Illinois law says labour can be forced, whatever the earlier answers', () => {
    const always = questions.filter(({ id }) => openFromTheStart.includes(id));
    for (const way of waysOfForce) {
      const about = always.filter(({ marks }) => marks.force?.includes(way));
      expect(about, way).not.toEqual([]);
    }
  });

  test('reaches every legal element, every form and every urgency', () => {
    for (const element of legalElements) expect(questions.map(({ marks }) => marks.element)).toContain(element);
    for (const form of forms) expect(questions.map(({ marks }) => marks.form)).toContain(form);
    for (const urgency of urgencies) expect(questions.map(({ marks }) => marks.urgentWhen?.urgency)).toContain(urgency);
  });

  test('asks about intimacy, the law or the family only after the person opened it', () => {
    const short = ['private-own-choice', 'private-say-no', 'private-money', 'law-say-no', 'family-own-choice', 'family-say-no'];
    for (const id of short) expect(openFromTheStart).not.toContain(id);
    const run = runOf(adult);
    run.set('/people-and-threats/pushed-to', 'intimate');
    expect(openIn(run)).toEqual(expect.arrayContaining(['private-own-choice', 'private-say-no', 'private-money']));
    expect(openIn(run)).not.toContain('law-say-no');
    run.set('/people-and-threats/pushed-to', 'none');
    expect(openIn(run)).toEqual(openFromTheStart);
  });

  test('opens the part about the family in both ways, and the part about a home for embassy staff too', () => {
    const byEmployer = runOf(adult);
    byEmployer.set('/work-found/works-for', 'relatives-or-in-laws');
    const byWork = runOf(adult);
    byWork.set('/people-and-threats/pushed-to', 'work-not-agreed unpaid-family-work');
    for (const run of [byEmployer, byWork]) expect(openIn(run)).toContain('family-say-no');
    byEmployer.set('/work-found/works-for', 'diplomat-household');
    expect(openIn(byEmployer)).toContain('home-any-hour');
    expect(openIn(byEmployer)).not.toContain('family-say-no');
  });

  test('asks what would follow only of somebody who cannot stop, or is not sure', () => {
    const run = runOf(adult);
    expect(openIn(run)).not.toContain('after-leaving');
    for (const [answer, opens] of [
      ['no', true],
      ['unsure', true],
      ['yes', false],
    ] as const) {
      run.set('/freedom-and-control/free-to-leave-job', answer);
      expect(openIn(run).includes('after-leaving'), answer).toBe(opens);
    }
  });
});
