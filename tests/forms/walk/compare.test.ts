import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/domain/screening.ts';
import { adult } from '../../../src/forms/library/adult.ts';
import { compareTalks } from '../../../src/forms/walk/compare.ts';
import { item } from '../engine/building.ts';
import { checklistOf, talk, yesNo } from './someChecklist.ts';

const talked = (answers: Answers, checklist = adult) => ({ run: talk(checklist, answers).run, answers });
const compared = (...answers: readonly Answers[]) => compareTalks(answers.map((one) => talked(one)));
const topic = (rows: ReturnType<typeof compareTalks>, name: string) => rows.find(({ id }) => id.endsWith(name));

describe('talks with one person beside each other', () => {
  test('say what is answered differently, and keep to what some talk has an answer to', () => {
    const rows = compared({ 'own-papers': { is: 'no' }, violence: { is: 'no' } }, { 'own-papers': { is: 'yes' }, violence: { is: 'no' } });
    expect(rows.map(({ id, changed }) => [id, changed])).toEqual([
      ['topic own-papers', true],
      ['topic violence', false],
    ]);
  });

  test('not having been asked is no change', () => {
    const row = topic(compared({ 'own-papers': { is: 'no' } }, { 'own-papers': { is: 'preferred-not-to-say' } }), 'own-papers');
    expect(row?.changed).toBe(false);
    expect(row?.said.map((said) => said?.answer?.is)).toEqual(['no', 'preferred-not-to-say']);
  });

  test('the order of ticking is no change; the order of a ranking is', () => {
    expect(
      topic(
        compared({ wants: { several: ['legal-advice', 'medical-care'] } }, { wants: { several: ['medical-care', 'legal-advice'] } }),
        'wants',
      )?.changed,
    ).toBe(false);
    const ranked = checklistOf([item('first', 'rank', { list: 'yes-no' })]);
    const rows = compareTalks([
      talked({ first: { several: ['yes', 'no'] } }, ranked),
      talked({ first: { several: ['no', 'yes'] } }, ranked),
    ]);
    expect(rows[0]?.changed).toBe(true);
  });

  test("our questions are the same in every checklist of ours; an organisation's only in its own", () => {
    const theirs = checklistOf([item('own-papers', 'select_one', { list: 'yes-no' })], { id: 'theirs' });
    const others = checklistOf([item('own-papers', 'select_one', { list: 'yes-no' })], { id: 'others' });
    const rows = compareTalks([talked({ 'own-papers': { is: 'no' } }, theirs), talked({ 'own-papers': { is: 'yes' } }, others)]);
    expect(rows).toHaveLength(2);
    expect(rows.map(({ said }) => said.map((one) => one?.answer?.is))).toEqual([
      ['no', undefined],
      [undefined, 'yes'],
    ]);
  });

  test('a question that was not part of a talk is told apart from one that was not asked', () => {
    const asked = checklistOf([yesNo('a'), yesNo('b')], { id: 'same' });
    const rows = compareTalks([
      talked({ a: { is: 'no' } }, checklistOf([yesNo('a')], { id: 'same' })),
      talked({ a: { is: 'no' }, b: { is: 'yes' } }, asked),
    ]);
    expect(topic(rows, 'b')?.said[0]).toBeNull();
  });
});
