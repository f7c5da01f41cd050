/** Choices on offer, and what happens to an answer that is no longer among them. */
import { describe, expect, test } from 'vitest';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';
import { calculate, formOf, item, one, opened, repeat, several, someLists, text, valueAt } from './building.ts';

const names = (run: ReturnType<typeof opened>, path: string) => run.state(path)?.choices?.map(({ name }) => name);
const cascade = [one('state', 'states'), one('city', 'cities', { choiceFilter: 'state = ${state}' }), calculate('copy', '${city}')];

describe('a filtered list', () => {
  test('offers what fits, in its own order', () => {
    const run = opened(cascade);
    expect(names(run, '/city')).toEqual([]);
    run.set('/state', 'il');
    expect(names(run, '/city')).toEqual(['chi', 'peo']);
    expect(run.state('/copy')?.choices).toBeNull();
  });

  test('an answer that no longer fits counts as none, and counts again when it fits again', () => {
    const run = opened(cascade);
    run.set('/state', 'il');
    run.set('/city', 'chi');
    expect(valueAt(run, '/copy')).toBe('chi');
    run.set('/state', 'in');
    expect([valueAt(run, '/city'), valueAt(run, '/copy')]).toEqual(['', '']);
    run.set('/state', 'il');
    expect([valueAt(run, '/city'), valueAt(run, '/copy')]).toEqual(['chi', 'chi']);
  });

  test('in a repeat looks at its own round', () => {
    const run = opened([repeat('stop', [one('state', 'states'), one('city', 'cities', { choiceFilter: 'state = ${state}' })])]);
    run.add('/stop');
    run.set('/stop[1]/state', 'wi');
    run.set('/stop[2]/state', 'in');
    expect([names(run, '/stop[1]/city'), names(run, '/stop[2]/city')]).toEqual([['mad'], ['gary']]);
  });

  test('the same name may stand for rows of several places', () => {
    const lists = { ...someLists, towns: ['il', 'in'].map((state) => ({ name: 'spring', labels: {}, columns: { state } })) };
    const run = opened([one('state', 'states'), one('town', 'towns', { choiceFilter: 'state = ${state}' })], { lists });
    run.set('/state', 'in');
    run.set('/town', 'spring');
    run.set('/state', 'wi');
    expect(valueAt(run, '/town')).toBe('');
    run.set('/state', 'il');
    expect(valueAt(run, '/town')).toBe('spring');
  });

  test('the value of a file with a column called name is still the value', () => {
    const tables = {
      'streets.csv': {
        columns: ['id', 'name', 'city'],
        rows: [
          ['s1', 'Main', 'chi'],
          ['s2', 'Lake', 'peo'],
        ],
      },
    };
    const run = opened([one('street', 'streets', { parameters: { value: 'id', label: 'name' }, choiceFilter: "city = 'chi'" })], {
      tables,
    });
    run.set('/street', 's1');
    expect(valueAt(run, '/street')).toBe('s1');
    expect(run.state('/street')?.choices?.[0]).toMatchObject({ name: 's1', labels: { English: 'Main' } });
  });
});

describe('what is chosen', () => {
  test('is kept in the order of the list, each once, and only if it is offered', () => {
    const run = opened([several('s', 'abc'), one('o', 'abc')]);
    run.set('/s', 'd  a nonsense d');
    run.set('/o', 'zz');
    expect([valueAt(run, '/s'), valueAt(run, '/o')]).toEqual(['a d', '']);
  });

  test('a ranking holds every choice', () => {
    const run = opened([item('r', 'rank', { list: 'abc' })]);
    run.set('/r', 'c a');
    expect(valueAt(run, '/r')).toBe('c a b d');
    run.set('/r', '');
    expect(valueAt(run, '/r')).toBe('');
  });

  test('a name with a space is one name where one is chosen', () => {
    const lists = {
      ...someLists,
      places: [
        { name: 'by day', labels: {} },
        { name: 'by night', labels: {} },
      ],
    };
    const run = opened([one('when', 'places')], { lists });
    run.set('/when', 'by night');
    expect(valueAt(run, '/when')).toBe('by night');
  });
});

test('a list that is not there is said, and the question offers nothing', () => {
  const items = [one('x', 'nowhere'), text('y')];
  expect(problemsIn(loadChecklist(formOf(items)))).toEqual([{ type: 'unknown-list', path: '/x', where: 'list', name: 'nowhere' }]);
  const run = opened(items);
  run.set('/x', 'a');
  expect(run.state('/x')).toMatchObject({ choices: [], value: '' });
});

test('the words of a choice and its columns can be asked for', () => {
  const run = opened([
    one('city', 'cities'),
    calculate('label', "jr:choice-name(${city}, '${city}')"),
    calculate('size', "instance('cities')/root/item[name = ${city}]/size"),
    calculate('big', "count(instance('cities')/root/item[size = 'big'])"),
  ]);
  run.set('/city', 'mad');
  expect([valueAt(run, '/label'), valueAt(run, '/size'), valueAt(run, '/big')]).toEqual(['The mad', 'big', '2']);
});
