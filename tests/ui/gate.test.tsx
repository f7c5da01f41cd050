/** The screens before the notebook is open. */
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import { App, type Start } from '../../src/ui/App.tsx';
import { buttonNamed, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeFieldbook } from '../support/fakeFieldbook.ts';

const heading = () => document.querySelector('h1')?.textContent;
const alerts = () => [...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent ?? '').join(' ');

const open = async (path: string, fieldbook: FakeFieldbook) => {
  history.replaceState(null, '', path);
  await draw(<App start={signal<Start>(fieldbook)} />, fieldbook);
  // Screens come in files of their own.
  await until(() => heading() !== undefined);
};

beforeEach(() => localStorage.clear());

const submit = () => press(document.querySelector('button[type=submit]') as HTMLButtonElement);

describe('starting an organisation', () => {
  test('needs names, four words, and the words typed back', async () => {
    const fieldbook = createFakeFieldbook(null);
    await open('/start', fieldbook);
    await submit();
    expect(alerts()).toContain('Please write something here.');
    await type(fieldNamed('Name of the organisation'), 'Lakeside Outreach');
    await type(fieldNamed('Your name'), 'Mina Park');
    await submit();
    expect([...document.querySelectorAll('.four-words li')].map((word) => word.textContent)).toEqual([
      'harbor',
      'lantern',
      'quiet',
      'meadow',
    ]);
    await press(buttonNamed('I have it'));
    await type(fieldNamed('Type it once more'), 'harbor lantern quiet');
    await submit();
    expect(alerts()).toContain('not quite the same');
    expect(fieldbook.stage.value).toBe('empty');
    await type(fieldNamed('Type it once more'), '  harbor lantern  quiet meadow ');
    await submit();
    expect(fieldbook.stage.value).toBe('open');
  });

  test('says what is wrong with a passphrase of one’s own', async () => {
    await open('/start', createFakeFieldbook(null));
    await type(fieldNamed('Name of the organisation'), 'Lakeside Outreach');
    await type(fieldNamed('Your name'), 'Mina Park');
    await submit();
    await press(fieldNamed('My own'));
    await type(fieldNamed('Your own passphrase'), 'short');
    await submit();
    expect(alerts()).toContain('shorter than 15');
  });
});

describe('following an invitation', () => {
  test('takes the secret out of the address at once, and shows who invites', async () => {
    await open('/join#1secret', createFakeFieldbook(null));
    expect(location.hash).toBe('');
    expect(document.body.textContent).toContain('Lakeside Outreach invites you');
    expect(document.body.textContent).toContain('Mina Park');
  });

  test('says kindly that a link is something else', async () => {
    await open('/join', createFakeFieldbook(null));
    await type(fieldNamed('Link'), 'https://example.org/');
    await submit();
    expect(alerts()).toContain('This is not an invitation');
  });

  test('ends on four words to compare', async () => {
    await open('/', createFakeFieldbook(null, 'waiting'));
    expect(document.querySelectorAll('.four-words li')).toHaveLength(4);
    expect(document.querySelector('.four-words')?.getAttribute('lang')).toBe('en');
  });
});

describe('unlocking', () => {
  test('a wrong passphrase is said, and what was typed stays to be mended', async () => {
    await open('/', createFakeFieldbook(createFakeNotebook(), 'locked'));
    await type(fieldNamed('Passphrase'), 'harbor lantern');
    await submit();
    expect(alerts()).toContain('That did not open it');
    expect(fieldNamed('Passphrase').value).toBe('harbor lantern');
  });

  test('the passphrase can be shown and hidden', async () => {
    await open('/', createFakeFieldbook(createFakeNotebook(), 'locked'));
    expect(fieldNamed('Passphrase').type).toBe('password');
    await press(buttonNamed('Show what is typed'));
    expect(fieldNamed('Passphrase').type).toBe('text');
  });

  test('the lock says nothing of what is behind it', async () => {
    const fieldbook = createFakeFieldbook(createFakeNotebook(), 'locked');
    fieldbook.exchange.value = { ...fieldbook.exchange.value, waiting: 7 };
    await open('/p/abc', fieldbook);
    expect(heading()).toBe('Open the notebook');
    expect(document.body.textContent).not.toMatch(/Lakeside|Mina|Linh|7|waiting/);
  });
});

test('the lock button locks from any screen', async () => {
  const fieldbook = createFakeFieldbook(createFakeNotebook({ role: 'supervisor' }));
  await open('/team', fieldbook);
  await press(buttonNamed('Lock now'));
  await settled(20);
  expect(heading()).toBe('Open the notebook');
});

test('a browser with nowhere to keep anything is told so', async () => {
  await draw(<App start={signal<Start>('broken')} />);
  expect(heading()).toBe('This browser keeps nothing here');
});
