/** Accepted wording lies over the app's own while the notebook is open, and says how far it was looked at. */
import { effect } from '@preact/signals';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { sumOf } from '../../src/domain/sum.ts';
import { type Better, setBetterWords } from '../../src/i18n/layOver.ts';
import { loadWords } from '../../src/i18n/load.ts';
import { rememberingWords } from '../../src/i18n/said.ts';
import { stateOf } from '../../src/i18n/states.ts';
import { say } from '../support/say.ts';

const ask = 'checklists:privacy.ask';
const english = say('en')(ask);
const shipped = say('ko')(ask);
const better = (text: string, rest: Partial<Better> = {}): Better => ({ text, state: 'field-checked', source: sumOf(english), ...rest });
const lay = (texts: Readonly<Record<string, Better>>, tag = 'ko') => setBetterWords(new Map([[tag, new Map(Object.entries(texts))]]));
const korean = (key = ask) => i18next.getFixedT('ko')(key);

beforeAll(async () => {
  await i18next.init({ lng: 'en', fallbackLng: 'en', resources: {}, returnEmptyString: false });
  await loadWords('en', ['checklists', 'field']);
  await loadWords('ko', ['checklists', 'field']);
});
afterEach(() => setBetterWords(new Map()));

test('the better words are said, with their state; when the notebook locks, the app’s own are said again', () => {
  expect([korean(), stateOf('ko', ask)]).toEqual([shipped, 'machine-draft']);
  lay({ [ask]: better('지금 여기서 이야기해도 될까요?') });
  expect([korean(), stateOf('ko', ask)]).toEqual(['지금 여기서 이야기해도 될까요?', 'field-checked']);
  setBetterWords(new Map());
  expect([korean(), stateOf('ko', ask)]).toEqual([shipped, 'machine-draft']);
});

test('what a screen remembered is asked for anew, and what shows a state is told', () => {
  const remembered = rememberingWords('ko', 'checklists', i18next.getFixedT('ko', 'checklists'), {});
  remembered(ask);
  const states: string[] = [];
  const stop = effect(() => {
    states.push(stateOf('ko', ask));
  });
  lay({ [ask]: better('하나') });
  expect(remembered(ask)).toBe('하나');
  lay({ [ask]: better('둘', { state: 'approved' }) });
  expect(remembered(ask)).toBe('둘');
  stop();
  expect(states).toEqual(['machine-draft', 'field-checked', 'approved']);
});

test('a language whose words come later gets its own then', async () => {
  lay({ [ask]: better('Tốt hơn') }, 'vi');
  await loadWords('vi', ['checklists']);
  expect(i18next.getFixedT('vi')(ask)).toBe('Tốt hơn');
  expect(stateOf('vi', ask)).toBe('field-checked');
});

test('written from another English it is outdated; and while there is nothing better it is still said', () => {
  lay({ [ask]: better('예전 말', { source: sumOf('Something else') }) });
  expect([korean(), stateOf('ko', ask)]).toEqual(['예전 말', 'outdated']);
});

test('a text that English has not any more is nowhere to be said', () => {
  lay({ 'checklists:gone.ask': better('없는 말') });
  expect(i18next.getResource('ko', 'checklists', 'gone.ask')).toBeUndefined();
});

test('one form of a plural speaks for all of it; English itself is never covered', () => {
  const key = 'field:today.contacts.tally';
  const source = sumOf(String(i18next.getResource('en', 'field', 'today.contacts.tally_other')));
  lay({ [`${key}_other`]: better('{{count}}번', { source }) });
  expect(i18next.getFixedT('ko')(key, { count: 3 })).toBe('3번');
  expect(stateOf('ko', key)).toBe('field-checked');
  lay({ 'field:save.done': better('Other', { source: sumOf(say('en')('field:save.done')) }) }, 'en');
  expect([i18next.getFixedT('en')('field:save.done'), stateOf('en', 'field:save.done')]).toEqual([say('en')('field:save.done'), 'source']);
});
