/** The lock that is drawn before the app is there: the same to look at, and nothing that is typed into it is lost or kept. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../src/i18n/language.ts';
import { startWords } from '../../src/i18n/start.ts';
import { App, type Start } from '../../src/ui/App.tsx';
import { drawKeptLock, keepLock } from '../../src/ui/keptLock.ts';
import { press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, type FakeFieldbook } from '../support/fakeFieldbook.ts';

const passphrase = 'lantern over quiet water';
let root: HTMLElement;

const passphraseField = () => root.querySelector('input[type=password]') as HTMLInputElement;
const openButton = () => root.querySelector('button[type=submit]') as HTMLButtonElement;
const kept = () => localStorage.getItem('fieldbook.lock') ?? '';
/** As it looks, without what the browser numbers. */
const looks = () => root.innerHTML.replace(/ (?:id|for)="[^"]*"/g, '');

/** What the fieldbook was asked to open with. */
let asked: string[] = [];
const lockedFieldbook = (): FakeFieldbook => {
  const fake = createFakeFieldbook(null, 'locked');
  return {
    ...fake,
    unlock: (said) => {
      asked.push(said);
      return fake.unlock(said);
    },
  };
};

const newPage = (): void => {
  if (root) act(() => render(null, root));
  document.body.innerHTML = '<div id="app"><header class="top"></header></div>';
  root = document.querySelector('#app') as HTMLElement;
  history.replaceState(null, '', '/');
};
const bringApp = async (fieldbook: FakeFieldbook): Promise<void> => {
  await act(() => render(<App start={signal<Start>(fieldbook)} />, root));
  await settled();
};
const onceLocked = async (): Promise<void> => {
  newPage();
  await bringApp(lockedFieldbook());
  await until(() => kept() !== '');
};

/** One that stood on would keep its own lock, whenever it finds the time. */
afterEach(() => act(() => render(null, root)));
beforeEach(async () => {
  localStorage.clear();
  asked = [];
  await startWords();
  await setLanguage('en');
});

test('it stands before the app, looks the same, and the app takes over the field that is typed into', async () => {
  await onceLocked();
  const header = root.querySelector('header')?.textContent;
  newPage();
  expect(drawKeptLock(root)).toBe(true);
  expect(root.querySelector('h1')?.textContent).toBe('Open the notebook');
  expect(header).toContain(root.querySelector('header')?.textContent);
  expect(document.activeElement).toBe(passphraseField());
  const field = passphraseField();
  field.value = 'lantern over';
  await bringApp(lockedFieldbook());
  expect(passphraseField()).toBe(field);
  expect(field.value).toBe('lantern over');
  await type(field, passphrase);
  await press(openButton());
  expect(asked).toEqual([passphrase]);
});

test('asked to open before the app is there, it opens when it is', async () => {
  await onceLocked();
  newPage();
  drawKeptLock(root);
  passphraseField().value = passphrase;
  openButton().click();
  await bringApp(lockedFieldbook());
  expect(asked).toEqual([passphrase]);
});

test('what it cannot do yet cannot be pressed, and can again with the app', async () => {
  await onceLocked();
  const alone = looks();
  newPage();
  drawKeptLock(root);
  expect([...root.querySelectorAll('select')].every((list) => list.disabled)).toBe(true);
  expect([...root.querySelectorAll<HTMLElement>('button[type=button]')].every((button) => button.inert)).toBe(true);
  await bringApp(lockedFieldbook());
  expect(looks()).toBe(alone);
});

test('nothing that was typed or went wrong is kept', async () => {
  await onceLocked();
  await type(passphraseField(), passphrase);
  keepLock(root, null);
  expect(kept()).not.toContain('lantern');
});

test('in the language that was chosen, and not in one that was chosen since', async () => {
  await onceLocked();
  await act(async () => void (await setLanguage('ur')));
  await until(() => kept().includes('"ur","rtl"'));
  newPage();
  document.documentElement.lang = 'en';
  document.documentElement.dir = 'ltr';
  expect(drawKeptLock(root)).toBe(true);
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ur', 'rtl']);
  localStorage.setItem('fieldbook.language', 'ko');
  newPage();
  expect(drawKeptLock(root)).toBe(false);
});

test('another version that looks otherwise draws its own', async () => {
  document.head.innerHTML = '<style data-look="one"></style>';
  await onceLocked();
  newPage();
  expect(drawKeptLock(root)).toBe(true);
  document.head.innerHTML = '<style data-look="two"></style>';
  newPage();
  expect(drawKeptLock(root)).toBe(false);
});

test('an emptied phone forgets it, and what was typed meanwhile goes nowhere', async () => {
  await onceLocked();
  newPage();
  drawKeptLock(root);
  passphraseField().value = passphrase;
  openButton().click();
  const fieldbook = lockedFieldbook();
  fieldbook.stage.value = 'empty';
  await bringApp(fieldbook);
  expect(kept()).toBe('');
  fieldbook.stage.value = 'locked';
  await settled();
  expect(passphraseField().value).toBe('');
  expect(asked).toEqual([]);
});

const page = (part: unknown) => JSON.stringify([JSON.parse(kept())[0], 'en', 'ltr', null, [part]]);
test.each([
  ['half a line', () => kept().slice(0, -9)],
  ['something else', () => '17'],
  ['a script', () => page(['script', {}, ['alert(1)']])],
  ['a picture from elsewhere', () => page(['main', {}, [['img', { src: 'https://example.org/x.png' }, []]]])],
  ['an attribute that runs', () => page(['main', { onclick: 'alert(1)' }, []])],
  ['a lock without a field', () => page(['main', {}, ['Fieldbook']])],
])('what was changed into %s is not drawn, and the app stands as ever', async (_, changed) => {
  await onceLocked();
  localStorage.setItem('fieldbook.lock', changed());
  newPage();
  expect(drawKeptLock(root)).toBe(false);
  expect(root.querySelector('script, img, [onclick]')).toBeNull();
  await bringApp(lockedFieldbook());
  expect(root.querySelector('h1')?.textContent).toBe('Open the notebook');
});
