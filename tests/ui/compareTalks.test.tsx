/** What one person said in two talks, beside each other. */
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import { office } from '../../src/domain/entry.ts';
import type { Answers } from '../../src/domain/screening.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { setLanguage } from '../../src/i18n/language.ts';
import { PersonPage } from '../../src/ui/screens/PersonPage.tsx';
import { draw, press, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook, nextId } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const person = '1a'.repeat(16);
const words = () => document.body.textContent ?? '';

const talked = (notebook: FakeNotebook, day: string, answers: Answers) =>
  notebook.write({
    kind: 'screening',
    record: nextId(),
    says: { person, day, outcome: 'completed', checklist: { id: adult.id, version: adult.version }, answers },
    audience: office,
  });

const drawPerson = async (notebook: FakeNotebook, query = '') => {
  history.replaceState(null, '', `/p/${person}${query}`);
  await draw(<Router>{[<Route key="p" path="/p/:person" component={PersonPage} />]}</Router>, createFakeFieldbook(notebook));
  await until(() => document.querySelector('h1') !== null);
};

const twoTalks = async () => {
  const notebook = createFakeNotebook();
  await talked(notebook, '2026-03-02', { 'own-papers': { is: 'no' }, violence: { is: 'no' }, 'pay-received': { is: 'not-safe-to-ask' } });
  await talked(notebook, '2026-04-09', {
    'own-papers': { is: 'yes', note: 'got them back' },
    violence: { is: 'no' },
    'pay-received': { is: 'no' },
  });
  return notebook;
};
const topics = () => [...document.querySelectorAll('.compared-topic h3')].map((title) => title.textContent);

beforeEach(async () => {
  await setLanguage('en');
});

describe('talks with one person', () => {
  test('one talk has nothing beside it', async () => {
    const notebook = createFakeNotebook();
    await talked(notebook, '2026-03-02', { violence: { is: 'no' } });
    await drawPerson(notebook);
    expect(words()).not.toContain(t('field:person.compare.open'));
  });

  test('two stand topic by topic, then and now, and say that a change proves nothing', async () => {
    const notebook = await twoTalks();
    await drawPerson(notebook);
    expect(words()).toContain(t('field:person.compare.open'));
    await drawPerson(notebook, '?compare=yes');
    await until(() => words().includes(t('checklists:topics.own-papers')));
    expect(topics()).toEqual([t('checklists:topics.own-papers')]);
    const said = [...document.querySelectorAll('.compared-topic dd')].map((value) => value.textContent);
    expect(said).toEqual([t('checklists:answers.no'), `${t('checklists:answers.yes')} · got them back`]);
    expect(words()).toContain(t('field:person.compare.text'));
  });

  test('everything can be shown, and why there was no answer is said', async () => {
    await drawPerson(await twoTalks(), '?compare=yes');
    await until(() => topics().length > 0);
    await press([...document.querySelectorAll('label')].find((each) => each.textContent === t('field:person.compare.all')) as HTMLElement);
    expect(topics()).toHaveLength(3);
    expect(words()).toContain(t('codes:unanswered.not-safe-to-ask'));
  });
});
