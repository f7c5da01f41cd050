import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/domain/screening.ts';
import { adult } from '../../../src/forms/library/adult.ts';
import { questionsToAsk } from '../../../src/forms/walk/questions.ts';
import { nextStop, previousStop, type Stop, stopAfterSection, stopsOf, stopUp, type Way } from '../../../src/forms/walk/stops.ts';
import { group, item, repeat } from '../engine/building.ts';
import { checklistOf, talk, yesNo } from './someChecklist.ts';

const ids = (stops: readonly Stop[]) => stops.map(({ id }) => id);
const asks = (stop: Stop | undefined) => stop?.questions.map(({ key }) => key);

describe('one question at a time', () => {
  test('forward from the first to the last and back again meets every open question once', () => {
    const answers: Answers = { 'works-for': { is: 'diplomat-household' }, 'pushed-to': { several: ['intimate', 'against-the-law'] } };
    const { run } = talk(adult, answers);
    const forward: string[] = [];
    for (let here = stopUp(run, 'one', undefined); here; here = nextStop(run, 'one', here.id)) forward.push(here.id);
    const back: string[] = [];
    for (let here = stopUp(run, 'one', forward.at(-1)); here; here = previousStop(run, 'one', here.id)) back.push(here.id);
    expect(forward).toEqual(questionsToAsk(run).map(({ key }) => key));
    expect([...back].reverse()).toEqual(forward);
  });

  test('the worker still finds the way from a question that has just closed', () => {
    const talked = talk(adult, { 'free-to-leave-job': { is: 'no' } });
    talked.says('free-to-leave-job', { is: 'yes' });
    const open = questionsToAsk(talked.run).map(({ key }) => key);
    const after = open[open.indexOf('free-to-leave-job') + 1];
    expect(stopUp(talked.run, 'one', 'after-leaving')?.id).toBe(after);
    expect(nextStop(talked.run, 'one', 'after-leaving')?.id).toBe(after);
    expect(previousStop(talked.run, 'one', 'after-leaving')?.id).toBe('free-to-leave-job');
  });

  test('words go with the question after them, and stand alone where none comes', () => {
    const checklist = checklistOf([
      group('work', [item('hello', 'note'), yesNo('paid'), item('thanks', 'note')]),
      group('home', [yesNo('rested')]),
    ]);
    const stops = stopsOf(talk(checklist).run, 'one');
    expect(stops.map(({ places }) => places.map(({ item: { name } }) => name))).toEqual([['hello', 'paid'], ['thanks'], ['rested']]);
    expect(ids(stops)).toEqual(['paid', '/work/thanks', 'rested']);
  });

  test('what its author put on one screen stays on one', () => {
    const together = group('names', [yesNo('a'), yesNo('b')], { appearance: 'field-list' });
    const { run } = talk(
      checklistOf([
        group('work', [yesNo('paid'), together, yesNo('rested')]),
        { ...together, name: 'top', children: [yesNo('c'), yesNo('d')] },
      ]),
    );
    expect(stopsOf(run, 'one').map(asks)).toEqual([['paid'], ['a', 'b'], ['rested'], ['c', 'd']]);
  });

  test('a section is left out whole', () => {
    const { run } = talk(checklistOf([group('work', [yesNo('a'), yesNo('b')]), group('home', [yesNo('c')])]));
    expect(stopAfterSection(run, 'one', 'work')?.id).toBe('c');
    expect(stopAfterSection(run, 'one', 'home')).toBeUndefined();
  });

  test('where everything is closed there is nothing to stop at', () => {
    expect(stopUp(talk(checklistOf([yesNo('a', { relevant: 'false()' })])).run, 'one', undefined)).toBeUndefined();
  });
});

describe('a page for each part', () => {
  const checklist = checklistOf([
    yesNo('loose'),
    group('work', [yesNo('a'), group('pay', [yesNo('b')]), yesNo('c', { relevant: "${a} = 'no'" })]),
    repeat('children', [yesNo('works'), yesNo('sleeps')]),
    group('home', [yesNo('d')]),
  ]);

  test('holds all its questions; of a part that repeats, each time is a page', () => {
    const stops = stopsOf(talk(checklist, { 'children[2]/works': { is: 'no' } }).run, 'page');
    expect(stops.map(asks)).toEqual([
      ['loose'],
      ['a', 'b'],
      ['children[1]/works', 'children[1]/sleeps'],
      ['children[2]/works', 'children[2]/sleeps'],
      [],
      ['d'],
    ]);
    expect(stops.at(-2)?.id).toBe('/children/+');
  });

  test.each<Way>(['one', 'page'])('changing the way in the middle keeps the place (to %s)', (way) => {
    expect(asks(stopUp(talk(checklist).run, way, 'b'))).toContain('b');
  });

  test('a page that has lost the question it was opened at is still the page', () => {
    const talked = talk(checklist, { a: { is: 'no' } });
    talked.says('a', { is: 'yes' });
    expect(asks(stopUp(talked.run, 'page', 'c'))).toEqual(['a', 'b']);
  });

  test('leads forward and back', () => {
    const { run } = talk(checklist);
    expect(nextStop(run, 'page', 'a')?.id).toBe('children[1]/works');
    expect(previousStop(run, 'page', 'a')?.id).toBe('loose');
  });
});
