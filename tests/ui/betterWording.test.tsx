/** Putting wording right: a worker suggests better words, reads what became of them, and every screen says what was accepted. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sumOf } from '../../src/domain/sum.ts';
import { declining, wordingEntries } from '../../src/domain/wordingEntries.ts';
import { personLanguage, setLanguage } from '../../src/i18n/language.ts';
import { setTranslating, wanted } from '../../src/ui/translating.ts';
import { buttonNamed, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeNotebook, nextId } from '../support/fakeFieldbook.ts';
import { arif, begin, en, end, english, key, ko, opens, proposalsOf, proposing, words } from '../support/wordingScreens.tsx';

beforeEach(begin);
afterEach(end);

describe('a worker', () => {
  test('sees no pencil until translation mode is on, and it says what it does', async () => {
    const notebook = createFakeNotebook();
    personLanguage.value = 'ko';
    await opens('/card', notebook);
    expect(document.querySelector(`[aria-label^="${en('field:better.pencil')}"]`)).toBeNull();
    await opens('/settings', notebook);
    expect(words()).toContain(en('field:better.mode.hint'));
    await press(fieldNamed(en('field:better.mode.label')));
    await opens('/card', notebook);
    expect(document.querySelector(`[aria-label^="${en('field:better.pencil')}"]`)).not.toBeNull();
  });

  test('suggests better words for what is said to a person; it is kept for the supervisor, and listed', async () => {
    const notebook = createFakeNotebook();
    setTranslating(true);
    personLanguage.value = 'ko';
    await opens('/card', notebook);
    await until(() => words().includes(ko(key)));
    const said = [...document.querySelectorAll('.said')].find((line) => line.textContent?.includes(ko(key)));
    await press(said?.querySelector('button') as HTMLElement);
    await until(() => words().includes(en('field:better.send')));
    const field = fieldNamed(en('field:better.text'));
    expect(field.value).toBe(ko(key));
    await press(buttonNamed(en('field:better.send')));
    expect(words()).toContain(en('field:better.same'));
    await type(field, '고맙습니다. {{name}}');
    expect(words()).toContain(en('field:better.problem.placeholder-foreign', { names: '{{name}}' }));
    await type(field, '와 주셔서 고맙습니다.');
    await type(fieldNamed(en('field:better.note')), 'Warmer');
    await press(buttonNamed(en('field:better.send')));
    await until(() => proposalsOf(notebook).length === 1);
    expect(proposalsOf(notebook)[0]).toMatchObject({ language: 'ko', key, text: '와 주셔서 고맙습니다.', was: ko(key), note: 'Warmer' });
    expect(proposalsOf(notebook)[0]?.source).toBe(sumOf(english));
    expect(notebook.drafts.all()).toEqual([]);
    expect(words()).toContain(en('field:better.sent'));
    await opens('/settings', notebook);
    expect(words()).toContain('와 주셔서 고맙습니다.');
    expect(words()).toContain(en('field:better.mine.waiting'));
  });

  test('what is typed is kept when the sheet is closed', async () => {
    const notebook = createFakeNotebook();
    setTranslating(true);
    await opens('/card', notebook);
    wanted.value = { type: 'text', tag: 'ko', key };
    await until(() => words().includes(en('field:better.send')));
    await type(fieldNamed(en('field:better.text')), '와 주셔서');
    await settled(300);
    wanted.value = null;
    await settled();
    wanted.value = { type: 'text', tag: 'ko', key };
    await until(() => words().includes(en('field:better.send')));
    expect(fieldNamed(en('field:better.text')).value).toBe('와 주셔서');
  });

  test('finds every word of a screen in one list, each with its English', async () => {
    await setLanguage('ko');
    await opens('/settings', createFakeNotebook());
    await press(fieldNamed(ko('field:better.mode.label')));
    await press(buttonNamed(ko('field:better.open')));
    await until(() => document.querySelector('dialog .better-row') !== null);
    const listed = document.querySelector('dialog')?.textContent ?? '';
    for (const shown of ['app:settings.title', 'app:settings.me.team', 'field:better.mode.label'])
      expect([listed.includes(ko(shown)), listed.includes(en(shown))]).toEqual([true, true]);
    expect(listed).not.toContain(en('field:contact.save'));
    const row = [...document.querySelectorAll<HTMLElement>('dialog .better-row')].find((each) =>
      each.textContent?.includes(en('app:settings.me.team')),
    );
    await press(row as HTMLElement);
    await until(() => words().includes(ko('field:better.send')));
    expect(fieldNamed(ko('field:better.text')).value).toBe(ko('app:settings.me.team'));
  });

  test('in English there is nothing to translate, and it is said so', async () => {
    setTranslating(true);
    await opens('/settings', createFakeNotebook());
    await press(buttonNamed(en('field:better.open')));
    await until(() => words().includes(en('field:better.list.none')));
  });

  test('reads why a suggestion was not taken', async () => {
    const notebook = createFakeNotebook();
    const entry = proposing('고마워');
    await notebook.write(entry);
    notebook.arrives(declining(entry.record, 'Too familiar for somebody you do not know', { devices: [] }), arif);
    await opens('/settings', notebook);
    expect(words()).toContain(en('field:better.mine.declined'));
    expect(words()).toContain('Too familiar for somebody you do not know');
  });

  test('says the better words once a supervisor accepted them, without the draft mark; after the lock the app’s own', async () => {
    const notebook = createFakeNotebook();
    personLanguage.value = 'ko';
    await opens('/card', notebook);
    await until(() => words().includes(ko(key)));
    const text = '와 주셔서 고맙습니다.';
    const [accepted] = wordingEntries(
      { language: 'ko', texts: new Map([[key, { text, state: 'field-checked', source: sumOf(english) }]]) },
      notebook.recordsOf,
      nextId,
    );
    if (!accepted) throw new Error('nothing was accepted');
    notebook.arrives(accepted, arif);
    await until(() => words().includes(text));
    const line = [...document.querySelectorAll('.said')].find((each) => each.textContent?.includes(text));
    expect(line?.textContent).toBe(`${text}${english}`);
    expect(line?.querySelector('.said-original')).toBeNull();
    await opens('/card', createFakeNotebook());
    expect(words()).toContain(ko(key));
  });
});
