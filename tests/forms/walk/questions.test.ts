import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/domain/screening.ts';
import { adult } from '../../../src/forms/library/adult.ts';
import { toggled, wasDealtWith } from '../../../src/forms/walk/answers.ts';
import { keptUrgencies } from '../../../src/forms/walk/keptUrgencies.ts';
import { questionsToAsk, relevantAnswers, urgenciesIn } from '../../../src/forms/walk/questions.ts';
import { progressBySection, sectionsOf } from '../../../src/forms/walk/sections.ts';
import { group, item } from '../engine/building.ts';
import { checklistOf, choices, marks, talk, yesNo } from './someChecklist.ts';

const askedOf = (answers: Answers) => questionsToAsk(talk(adult, answers).run).map(({ key }) => key);

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

  test('being unsure about leaving is reason enough to ask what would happen; saying nothing is not', () => {
    expect(askedOf({ 'free-to-leave-job': { is: 'unsure' } })).toContain('after-leaving');
    expect(askedOf({ 'free-to-leave-job': { is: 'preferred-not-to-say' } })).not.toContain('after-leaving');
    expect(askedOf({})).not.toContain('after-leaving');
  });

  test('what the organisation has hidden is not asked, and what is only shown is not a question', () => {
    const checklist = checklistOf([
      yesNo('paid', { hidden: true }),
      item('greeting', 'note'),
      item('total', 'integer', { readonly: 'true()', calculation: '1 + 1' }),
      item('picture', 'image', { supported: false, why: 'picture-or-sound' }),
      yesNo('rested'),
    ]);
    expect(questionsToAsk(talk(checklist).run).map(({ key }) => key)).toEqual(['rested']);
  });
});

describe('an earlier answer is changed', () => {
  const answers: Answers = { 'free-to-leave-job': { is: 'no' }, 'after-leaving': { several: ['i-hurt'] } };

  test('what it had opened reads as blank, and comes back when it is changed back', () => {
    const talked = talk(adult, answers);
    talked.says('free-to-leave-job', { is: 'yes' });
    expect(relevantAnswers(talked.run, talked.answers())).toEqual({ 'free-to-leave-job': { is: 'yes' } });
    talked.says('free-to-leave-job', { is: 'no' });
    expect(relevantAnswers(talked.run, talked.answers())).toEqual(answers);
  });

  test('a closed question cannot keep a later one open', () => {
    const checklist = checklistOf([
      yesNo('first'),
      yesNo('second', { relevant: "${first} = 'yes'" }),
      yesNo('third', { relevant: "${second} = 'yes'" }),
    ]);
    const talked = talk(checklist, { first: { is: 'no' }, second: { is: 'yes' }, third: { is: 'yes' } });
    expect(questionsToAsk(talked.run).map(({ key }) => key)).toEqual(['first']);
  });

  test('a place that another country does not have is no answer any more', () => {
    const checklist = checklistOf(
      [
        item('country', 'select_one', { list: 'countries' }),
        item('town', 'select_one', { list: 'towns', choiceFilter: 'country = ${country}' }),
      ],
      {
        lists: {
          countries: choices('north', 'south'),
          towns: [
            { name: 'hill', labels: { English: 'Hill' }, columns: { country: 'north' } },
            { name: 'port', labels: { English: 'Port' }, columns: { country: 'south' } },
          ],
        },
      },
    );
    const talked = talk(checklist, { country: { is: 'north' }, town: { is: 'hill' } });
    talked.says('country', { is: 'south' });
    expect(relevantAnswers(talked.run, talked.answers())).toEqual({ country: { is: 'south' } });
    talked.says('town', { is: 'port' });
    expect(relevantAnswers(talked.run, talked.answers())).toHaveProperty('town');
  });
});

describe('what was dealt with', () => {
  test('progress names only sections with something to ask; "not safe to ask" is dealt with, silence is not', () => {
    const work = group('work', [yesNo('paid'), yesNo('own-money'), yesNo('rested')]);
    const checklist = checklistOf([work, group('private', [yesNo('say-no')], { relevant: "${paid} = 'no'" })]);
    const { run, answers } = talk(checklist, { paid: { is: 'not-safe-to-ask' }, 'own-money': { is: 'yes' }, rested: { several: [] } });
    expect(progressBySection(run, answers())).toEqual([{ section: 'work', dealtWith: 2, toAsk: 3 }]);
  });

  test('loose questions make a section without a name between named ones', () => {
    const { run } = talk(checklistOf([yesNo('one'), yesNo('two'), group('work', [yesNo('paid')]), yesNo('last')]));
    expect(sectionsOf(run).map(({ id, kind }) => [id, kind])).toEqual([
      ['~one', 'loose'],
      ['work', 'group'],
      ['~last', 'loose'],
    ]);
  });

  test('a number is an answer, and a blank one is not', () => {
    expect([{ value: '3' }, { value: '' }, { words: ' ' }, { words: 'late' }, { several: ['a'] }, {}].map(wasDealtWith)).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test('"none of these" and the other choices exclude each other, where the checklist says so', () => {
    expect(toggled(['travel', 'room-at-work'], 'none', ['none'])).toEqual(['none']);
    expect(toggled(['none'], 'travel', ['none'])).toEqual(['travel']);
    expect(toggled(['travel', 'room-at-work'], 'travel', ['none'])).toEqual(['room-at-work']);
    expect(toggled(['travel'], 'none')).toEqual(['travel', 'none']);
  });
});

describe('what cannot wait', () => {
  const raisedBy = (answers: Answers) => urgenciesIn(talk(adult, answers).run, answers);

  test('danger today comes before a need for a doctor, whichever was said first', () => {
    expect(raisedBy({ 'medical-need': { is: 'yes' }, 'danger-today': { is: 'yes' } })).toEqual(['danger-now', 'medical']);
  });

  test('"not sure" about a child or about wanting to live is taken seriously', () => {
    expect(raisedBy({ 'child-in-danger': { is: 'unsure' }, 'thoughts-of-dying': { is: 'unsure' } })).toEqual(['suicide', 'child-at-risk']);
  });

  test('a calm talk raises nothing', () => {
    expect(raisedBy({ 'danger-today': { is: 'no' }, 'person-near': { is: 'not-asked' } })).toEqual([]);
  });

  test('kept, it is what it was: and nothing where the question was closed in the end', () => {
    const urgent = marks({ urgentWhen: { answers: ['yes'], urgency: 'medical' } });
    const checklist = checklistOf([yesNo('hurt'), yesNo('bleeding', { relevant: "${hurt} = 'yes'", marks: urgent })]);
    const kept = (hurt: string) =>
      keptUrgencies(checklist, { day: '2026-02-10', answers: { hurt: { is: hurt }, bleeding: { is: 'yes' } } });
    expect(kept('yes')).toEqual(['medical']);
    expect(kept('no')).toEqual([]);
  });
});
