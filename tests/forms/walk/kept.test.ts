/** What a screening keeps must open again as it was: on another day, on another phone, in a later version of the app. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Answer, type Answers } from '../../../src/domain/screening.ts';
import { library } from '../../../src/forms/library/library.ts';
import { keysOf } from '../../../src/forms/walk/keys.ts';
import { depsForReading, keptBesides, loadedOf, openAnswers, openToRead } from '../../../src/forms/walk/openAnswers.ts';
import { placesOf } from '../../../src/forms/walk/places.ts';
import { questionsToAsk, relevantAnswers } from '../../../src/forms/walk/questions.ts';
import { addInstance, nameOfInstance, removeInstance } from '../../../src/forms/walk/repeats.ts';
import { group, item, repeat } from '../engine/building.ts';
import { checklistOf, talk, yesNo } from './someChecklist.ts';

const family = checklistOf([
  item('household', 'text'),
  repeat('children', [item('name', 'text'), item('age', 'integer'), yesNo('works', { relevant: '${age} > 5' })]),
  item('count', 'calculate', { calculation: 'count(${children})' }),
  group('mother', [item('age', 'integer')]),
]);

describe('under which name an answer is kept', () => {
  test('its own, where nothing else is called so; its place, where it is not', () => {
    const { keyOf, pathOf } = keysOf(family);
    expect(['/household', '/children[2]/name', '/children[1]/age', '/mother/age'].map(keyOf)).toEqual([
      'household',
      'children[2]/name',
      'children[1]/age',
      'mother/age',
    ]);
    expect(['household', 'children[2]/name', 'mother/age'].map(pathOf)).toEqual(['/household', '/children[2]/name', '/mother/age']);
  });

  test('every question of our own is kept under its own name, as it always was', () => {
    for (const checklist of library) {
      const asked = questionsToAsk(talk(checklist).run);
      expect(asked.map(({ key }) => key)).toEqual(asked.map(({ item: { name } }) => name));
    }
  });

  test('the adult checklist keeps the names that screenings have used from the first', () => {
    const { pathOf } = keysOf(library.find(({ id }) => id === 'adult') ?? family);
    for (const name of ['works-for', 'pay-received', 'own-papers', 'violence', 'danger-today', 'wants'])
      expect(pathOf(name), name).toMatch(new RegExp(`^/[a-z-]+/${name}$`));
  });
});

describe('parts that repeat', () => {
  const said: Answers = {
    'children[1]/name': { words: 'the eldest' },
    'children[2]/name': { words: 'the second' },
    'children[3]/name': { words: 'the youngest' },
    'children[3]/age': { value: '4' },
    'mother/age': { value: '30' },
  };

  test('one more is added at the end and asked from its beginning', () => {
    const { run } = talk(family, said);
    expect(addInstance(run, '/children')).toBe('children[4]/name');
  });

  test('one taken out goes with its answers, and those behind it move up', () => {
    const { run } = talk(family, said);
    const left = removeInstance(run, said, '/children[2]');
    expect(left).toEqual({
      'children[1]/name': { words: 'the eldest' },
      'children[2]/name': { words: 'the youngest' },
      'children[2]/age': { value: '4' },
      'mother/age': { value: '30' },
    });
    expect(run.state('/children[2]/name')?.value).toBe('the youngest');
    expect(run.state('/children[3]/name')).toBeUndefined();
  });

  test('each is called by the first thing said of it', () => {
    const { run } = talk(family, said);
    const named = placesOf(run).flatMap((place) => (place.kind === 'instance' ? [nameOfInstance(place.places, said)] : []));
    expect(named).toEqual(['the eldest', 'the second', 'the youngest']);
    expect(nameOfInstance([], said)).toBeNull();
  });

  test('where the number is worked out nothing can be added', () => {
    const counted = checklistOf([item('many', 'integer'), repeat('children', [item('age', 'integer')], { repeatCount: '${many}' })]);
    const talked = talk(counted, { many: { value: '2' } });
    expect(placesOf(talked.run).filter(({ kind }) => kind === 'instance')).toHaveLength(2);
    expect(placesOf(talked.run).filter(({ kind }) => kind === 'more')).toEqual([]);
    talked.says('many', { value: '3' });
    expect(questionsToAsk(talked.run).map(({ key }) => key)).toContain('children[3]/age');
  });
});

describe('kept and opened again', () => {
  test('a run goes on elsewhere as it stood: instances, values worked out, what only opens later', () => {
    const answers: Answers = { 'children[2]/age': { value: '7' } };
    const { run } = talk(family, answers);
    const kept = keptBesides(run, answers, 'all');
    expect(kept?.counts).toMatchObject({ '/children': 2 });
    expect(kept?.values['/count']).toBe('2');
    expect(kept?.values).not.toHaveProperty('/children[2]/age');
    const again = openAnswers(loadedOf(family), depsForReading('2026-03-01'), answers, kept);
    expect(questionsToAsk(again).map(({ key }) => key)).toEqual(questionsToAsk(run).map(({ key }) => key));
    expect(again.kept()).toEqual(run.kept());
  });

  test('our own keep nothing besides their answers', () => {
    for (const checklist of library) expect(keptBesides(talk(checklist).run, {}, 'all'), checklist.id).toBeUndefined();
  });

  test('what was filled in beforehand is filled in once: a person who takes it out does not find it again', () => {
    const checklist = checklistOf([item('town', 'text', { default: 'Northside' }), yesNo('paid')]);
    const talked = talk(checklist);
    expect(talked.run.state('/town')?.value).toBe('Northside');
    expect(keptBesides(talked.run, {}, 'all')?.values).toEqual({ '/town': 'Northside' });
    talked.says('town', { words: 'x' });
    talked.says('town', {});
    const kept = keptBesides(talked.run, talked.answers(), 'all');
    expect(openToRead(checklist, { answers: talked.answers(), run: kept, day: '2026-02-10' }).state('/town')?.value).toBe('');
  });

  test('what was closed in the end goes neither as an answer nor beside them', () => {
    const checklist = checklistOf([
      yesNo('hurt'),
      item('where', 'text', { relevant: "${hurt} = 'yes'" }),
      item('sum', 'calculate', { calculation: '2' }),
    ]);
    const talked = talk(checklist, { hurt: { is: 'yes' }, where: { words: 'at work' } });
    talked.says('hurt', { is: 'no' });
    const said = relevantAnswers(talked.run, talked.answers());
    expect(said).toEqual({ hurt: { is: 'no' } });
    expect(keptBesides(talked.run, said, 'open')?.values).toEqual({ '/sum': '2' });
    expect(keptBesides(talked.run, said, 'all')?.values).toMatchObject({ '/where': 'at work' });
  });

  test('an entry from before there were numbers, repeats and versions in words still reads', () => {
    const old = {
      'works-for': { is: 'company-or-shop', how: 'said' },
      'after-leaving': { several: ['i-hurt'] },
      'free-to-leave-job': { is: 'no' },
    };
    const answers = v.parse(v.record(v.string(), Answer), old);
    const adult = library.find(({ id }) => id === 'adult') ?? family;
    expect(relevantAnswers(openToRead(adult, { answers, day: '2026-01-05' }), answers)).toEqual(old);
  });

  test('an answer to a question that a version does not have harms nothing', () => {
    const answers: Answers = { gone: { is: 'yes' }, 'children[1]/nothing': { value: '1' }, household: { words: 'two rooms' } };
    const run = openToRead(family, { answers, day: '2026-01-05' });
    expect(relevantAnswers(run, answers)).toEqual({ household: { words: 'two rooms' } });
  });

  test.each(['[', '/', '//', 'a[', 'a[0]', '[1]', '../x', 'children[99999999]/age', 'children[-1]/age', ''])(
    'a name that nobody would write (%s) harms nothing either',
    (name) => {
      const answers: Answers = { [name]: { value: '1' }, household: { words: 'here' } };
      expect(relevantAnswers(openToRead(family, { answers, day: '2026-01-05' }), answers)).toHaveProperty('household');
    },
  );
});
