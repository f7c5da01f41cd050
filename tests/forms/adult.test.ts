import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Checklist, forms, legalElements, noneOfThese, questionsOf, urgencies, waysOfForce } from '../../src/domain/checklist.ts';
import { unanswered } from '../../src/domain/screening.ts';
import { questionsToAsk } from '../../src/forms/engine.ts';
import { adult } from '../../src/forms/library/adult.ts';

const questions = questionsOf(adult);
const possibleAnswers = (question: (typeof questions)[number]): readonly string[] =>
  question.type === 'yes-no' ? ['yes', 'no', 'unsure'] : [...(question.choices ?? []), 'unsure'];

describe('the adult checklist', () => {
  test('is a checklist, and of a length that two people can bear', () => {
    expect(v.parse(Checklist, adult)).toEqual(adult);
    expect(questions.length).toBeGreaterThanOrEqual(25);
    expect(questions.length).toBeLessThanOrEqual(35);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  test('asks about each of the six ways in which Illinois law says labour can be forced, whatever the earlier answers', () => {
    const always = questionsToAsk(adult, {});
    for (const way of waysOfForce)
      expect(
        always.filter(({ force }) => force?.includes(way)),
        way,
      ).not.toEqual([]);
  });

  test('reaches every legal element, every form and every urgency', () => {
    for (const element of legalElements) expect(questions.map((question) => question.element)).toContain(element);
    for (const form of forms) expect(questions.map((question) => question.form)).toContain(form);
    for (const urgency of urgencies) expect(questions.map(({ urgentWhen }) => urgentWhen?.urgency)).toContain(urgency);
  });

  test('conditions look back, and every answer they name can be given', () => {
    questions.forEach(({ askedWhen }, at) => {
      for (const { question: id, answers } of askedWhen?.of ?? []) {
        const earlier = questions.slice(0, at).find((question) => question.id === id);
        if (!earlier) throw new Error(`${id} is not an earlier question`);
        expect(possibleAnswers(earlier)).toEqual(expect.arrayContaining(answers));
      }
    });
  });

  test('what is noted or urgent can be answered, and no reason for having no answer ever counts', () => {
    for (const question of questions) {
      const named = [...question.notedWhen, ...(question.urgentWhen?.answers ?? [])];
      expect(possibleAnswers(question)).toEqual(expect.arrayContaining(named));
      for (const why of unanswered) expect(named).not.toContain(why);
    }
  });

  test('every list to tick from can be answered with none of these', () => {
    for (const { id, choices } of questions.filter(({ type }) => type === 'several')) expect(choices?.at(-1), id).toBe(noneOfThese);
  });

  test('harder parts open with a pause; safety and wishes come last', () => {
    const pausing = adult.sections.filter(({ opensWithPause }) => opensWithPause).map(({ id }) => id);
    expect(pausing).toEqual(expect.arrayContaining(['people-and-threats', 'private-matters', 'work-in-the-family', 'safety-now']));
    expect(adult.sections.slice(-2).map(({ id }) => id)).toEqual(['safety-now', 'wishes']);
  });

  test('takes no free text: nobody can be named in it', () => {
    expect(questions.filter(({ type }) => type === 'words')).toEqual([]);
  });
});
