import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/domain/screening.ts';
import {
  nextQuestion,
  previousQuestion,
  progressBySection,
  questionsToAsk,
  relevantAnswers,
  toggled,
  urgenciesIn,
} from '../../src/forms/engine.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { checklistOf, yesNo } from './someChecklist.ts';

const askedOf = (answers: Answers) => questionsToAsk(adult, answers).map(({ id }) => id);

describe('which questions are open', () => {
  test('a worker in a restaurant is not asked about households, family, the law or private matters', () => {
    const asked = askedOf({ 'works-for': { is: 'company-or-shop' }, 'pushed-to': { several: ['none'] } });
    for (const closed of ['home-any-hour', 'family-own-choice', 'law-say-no', 'private-say-no']) expect(asked).not.toContain(closed);
  });

  test('a person who cares for a family is asked about their hours', () => {
    expect(askedOf({ 'works-for': { is: 'private-household' } })).toContain('home-any-hour');
  });

  test('work without pay in the family opens the family part, whoever the employer is', () => {
    expect(askedOf({ 'works-for': { is: 'company-or-shop' }, 'pushed-to': { several: ['unpaid-family-work'] } })).toContain(
      'family-say-no',
    );
    expect(askedOf({ 'works-for': { is: 'relatives-or-in-laws' } })).toContain('family-say-no');
  });

  test('being unsure about leaving is reason enough to ask what would happen', () => {
    expect(askedOf({ 'free-to-leave-job': { is: 'unsure' } })).toContain('after-leaving');
    expect(askedOf({ 'free-to-leave-job': { is: 'preferred-not-to-say' } })).not.toContain('after-leaving');
    expect(askedOf({})).not.toContain('after-leaving');
  });

  test('with "all", every condition must hold', () => {
    const checklist = checklistOf(
      yesNo('rested'),
      yesNo('paid'),
      yesNo('worn-out', {
        askedWhen: {
          match: 'all',
          of: [
            { question: 'rested', answers: ['no'] },
            { question: 'paid', answers: ['no'] },
          ],
        },
      }),
    );
    const asked = (answers: Answers) => questionsToAsk(checklist, answers).map(({ id }) => id);
    expect(asked({ rested: { is: 'no' } })).not.toContain('worn-out');
    expect(asked({ rested: { is: 'no' }, paid: { is: 'no' } })).toContain('worn-out');
  });
});

describe('an earlier answer is changed', () => {
  const answers: Answers = { 'free-to-leave-job': { is: 'no' }, 'after-leaving': { several: ['i-hurt'] } };

  test('what it had opened reads as blank, and comes back when it is changed back', () => {
    const changed: Answers = { ...answers, 'free-to-leave-job': { is: 'yes' } };
    expect(relevantAnswers(adult, changed)).toEqual({ 'free-to-leave-job': { is: 'yes' } });
    expect(relevantAnswers(adult, { ...changed, 'free-to-leave-job': { is: 'no' } })).toEqual(answers);
  });

  test('a closed question cannot keep a later one open', () => {
    const open = (question: string) => ({ match: 'any' as const, of: [{ question, answers: ['yes'] }] });
    const checklist = checklistOf(
      yesNo('first'),
      yesNo('second', { askedWhen: open('first') }),
      yesNo('third', { askedWhen: open('second') }),
    );
    const asked = questionsToAsk(checklist, { first: { is: 'no' }, second: { is: 'yes' }, third: { is: 'yes' } });
    expect(asked.map(({ id }) => id)).toEqual(['first']);
  });

  test('the worker still finds the way from a question that has just closed', () => {
    const changed: Answers = { 'free-to-leave-job': { is: 'yes' } };
    expect(nextQuestion(adult, changed, 'after-leaving')?.id).toBe('threats-of-harm');
    expect(previousQuestion(adult, changed, 'after-leaving')?.id).toBe('free-to-leave-job');
  });
});

describe('walking through', () => {
  test('forward from the first to the last and back again meets every open question once', () => {
    const answers: Answers = { 'works-for': { is: 'diplomat-household' }, 'pushed-to': { several: ['intimate', 'against-the-law'] } };
    const forward: string[] = [];
    for (let here = nextQuestion(adult, answers); here; here = nextQuestion(adult, answers, here.id)) forward.push(here.id);
    const back: string[] = [];
    for (let here = previousQuestion(adult, answers, 'does-not-want'); here; here = previousQuestion(adult, answers, here.id))
      back.push(here.id);
    expect(forward).toEqual(askedOf(answers));
    expect([...back].reverse()).toEqual(forward.slice(0, -1));
  });

  test('progress names only sections with something to ask; "not safe to ask" is dealt with, silence is not', () => {
    const answers: Answers = { 'pay-received': { is: 'not-safe-to-ask' }, 'own-money': { is: 'yes' }, 'time-to-rest': { several: [] } };
    const progress = progressBySection(adult, answers);
    expect(progress.map(({ section }) => section)).not.toContain('private-matters');
    expect(progress.find(({ section }) => section === 'work-and-pay')).toEqual({ section: 'work-and-pay', dealtWith: 2, toAsk: 3 });
  });

  test('"none of these" and the other choices exclude each other', () => {
    expect(toggled(['travel', 'room-at-work'], 'none')).toEqual(['none']);
    expect(toggled(['none'], 'travel')).toEqual(['travel']);
    expect(toggled(['travel', 'room-at-work'], 'travel')).toEqual(['room-at-work']);
  });
});

describe('what cannot wait', () => {
  test('danger today comes before a need for a doctor, whichever was said first', () => {
    expect(urgenciesIn(adult, { 'medical-need': { is: 'yes' }, 'danger-today': { is: 'yes' } })).toEqual(['danger-now', 'medical']);
  });

  test('"not sure" about a child or about wanting to live is taken seriously', () => {
    expect(urgenciesIn(adult, { 'child-in-danger': { is: 'unsure' }, 'thoughts-of-dying': { is: 'unsure' } })).toEqual([
      'suicide',
      'child-at-risk',
    ]);
  });

  test('a calm talk raises nothing', () => {
    expect(urgenciesIn(adult, { 'danger-today': { is: 'no' }, 'person-near': { is: 'not-asked' } })).toEqual([]);
  });
});
