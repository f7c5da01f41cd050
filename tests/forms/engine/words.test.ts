/** Labels, hints and messages as a person reads them. */
import { expect, test } from 'vitest';
import { group, integer, one, opened, repeat, text } from './building.ts';

const items = [
  text('name', { labels: { English: 'Name', Español: 'Nombre' }, hints: { English: 'As on papers' } }),
  one('city', 'cities'),
  group('g', [
    integer('age', {
      labels: { English: 'How old is ${ name }?', Español: '¿Qué edad tiene ${name}?' },
      constraintMessages: { English: 'Not ${age}' },
      requiredMessages: { English: 'Please', Español: '-' },
      constraint: '. < 120',
    }),
    text('in', { labels: { English: 'In ${city}' } }),
  ]),
  repeat('r', [text('x'), text('y', { labels: { English: 'About ${x}' } })]),
  text('end', { labels: { English: '${x} and $5 and ${' } }),
];

test('answers stand where they are named', () => {
  const run = opened(items);
  expect(run.words('/g/age', 'label', 'English')).toBe('How old is ?');
  run.set('/name', 'Ana $& Ben');
  expect(run.words('/g/age', 'label', 'Español')).toBe('¿Qué edad tiene Ana $& Ben?');
  run.set('/g/age', '300');
  expect(run.words('/g/age', 'constraint', 'English')).toBe('Not 300');
});

test('a chosen answer stands there by its name, as in other apps for these forms', () => {
  const run = opened(items);
  run.set('/city', 'chi');
  expect(run.words('/g/in', 'label', 'English')).toBe('In chi');
});

test('what a language lacks is said in the default language', () => {
  const run = opened(items);
  expect(run.words('/name', 'hint', 'Español')).toBe('As on papers');
  expect(run.words('/g/age', 'required', 'Español')).toBe('Please');
  expect(run.words('/name', 'guidance', 'Español')).toBe('');
  expect(run.words('/nowhere', 'label', 'English')).toBe('');
  expect(run.words('/name', 'label', 'constructor')).toBe('Name');
});

test('in a repeat the words are those of the round; outside, of the first', () => {
  const run = opened(items);
  run.add('/r');
  run.set('/r[1]/x', 'one');
  run.set('/r[2]/x', 'two');
  expect(run.words('/r[2]/y', 'label', 'English')).toBe('About two');
  expect(run.words('/end', 'label', 'English')).toBe('one and $5 and ${');
});
