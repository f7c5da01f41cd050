/** What is said when the browser has let go of something: before the lock, and above the open notebook. */
import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { beginAnew, loseKeys } from '../../src/compose/losses.ts';
import { createShownState } from '../../src/compose/shownState.ts';
import { keepState, openDatabase } from '../../src/store/database.ts';
import { App, type Start } from '../../src/ui/App.tsx';
import type { Loss } from '../../src/ui/loss.ts';
import { buttonNamed, draw, press, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeFieldbook } from '../support/fakeFieldbook.ts';

const seen = () => document.body.textContent ?? '';

const drawn = async (fieldbook: FakeFieldbook): Promise<void> => {
  history.replaceState(null, '', '/');
  await draw(<App start={signal<Start>(fieldbook)} />, fieldbook);
};

const afterLosing = async (loss: Loss): Promise<FakeFieldbook> => {
  const fieldbook = createFakeFieldbook(null, 'lost');
  fieldbook.loss.value = loss;
  await drawn(fieldbook);
  await until(() => document.querySelector('h1') !== null);
  return fieldbook;
};

test.each([
  [0, 'nothing was waiting to be sent'],
  [9, 'Not yet sent: up to 9'],
  [99, 'Not yet sent: up to 99'],
  [9999, 'Not yet sent: more than 999'],
])('a phone that has lost its notes says what that could mean (%i)', async (unsent, words) => {
  await afterLosing({ gone: 'notes', unsent });
  expect(seen()).toContain('This is not a new phone');
  expect(seen()).toContain(words);
  expect(seen()).not.toContain('Start an organisation');
});

test('while something can still be sent, there is no way to give it up', async () => {
  const fieldbook = await afterLosing({ gone: 'keys', unsent: null, setAside: 0 });
  fieldbook.exchange.value = { ...fieldbook.exchange.value, waiting: 3 };
  await until(() => seen().includes('3 waiting'));
  expect(seen()).not.toContain('I have an invitation');
  fieldbook.exchange.value = { ...fieldbook.exchange.value, waiting: 0 };
  await until(() => seen().includes('Everything written here is at the office'));
  await press(buttonNamed('I have an invitation'));
  await until(() => location.pathname === '/join');
});

test('what the office could not take is not called sent, and is given up only when somebody says so twice', async () => {
  const fieldbook = await afterLosing({ gone: 'keys', unsent: null, setAside: 2 });
  await until(() => seen().includes('The office could not take 2 entries'));
  expect(seen()).not.toContain('Everything written here is at the office');
  await press(buttonNamed('I have an invitation'));
  expect(fieldbook.stage.value).toBe('lost');
  await press(buttonNamed('Give it up'));
  await until(() => fieldbook.stage.value === 'empty');
});

test('of a phone with a double nothing goes by itself: all that was not sent counts as lost, and is given up only when somebody says so twice', async () => {
  const db = openDatabase('lost keys of a phone with a double');
  await db.outbox.bulkAdd([{ n: 3 }, { n: 4 }, { n: 5, setAside: 'fork' }, { n: 6, setAside: 'malformed', resolved: true }]);
  const shown = createShownState();
  shown.exchange.value = { ...shown.exchange.value, waiting: 2 };
  await loseKeys({ db, shown });
  const fieldbook = { ...createFakeFieldbook(null, 'lost'), loss: shown.loss, exchange: shown.exchange, stage: shown.stage };
  await drawn({ ...fieldbook, beginAnew: () => beginAnew({ db, shown }) });
  await until(() => seen().includes('They go to the office by themselves'));
  // The next exchange finds out that another phone goes by this one's name.
  await keepState(db, 'twin', { since: '2026-11-20T10:00:00-06:00' });
  shown.exchange.value = { ...shown.exchange.value, waiting: 2, busy: true };
  await until(() => seen().includes('The office could not take 3 entries'));
  shown.exchange.value = { ...shown.exchange.value, waiting: 2, busy: false };
  await until(() => shown.exchange.value.waiting === 0);
  expect(seen()).not.toContain('by themselves');
  await press(buttonNamed('I have an invitation'));
  expect(shown.stage.value).toBe('lost');
  await press(buttonNamed('Give it up'));
  await until(() => shown.stage.value === 'empty');
  expect(await db.outbox.count()).toBe(0);
  db.close();
});

test('what cannot be read is given up only when somebody says so twice', async () => {
  const fieldbook = await afterLosing({ gone: 'unreadable', unsent: 9 });
  expect(seen()).toContain('What is here may still be whole');
  await press(buttonNamed('I have an invitation'));
  expect(fieldbook.stage.value).toBe('lost');
  await press(buttonNamed('Give it up'));
  await until(() => fieldbook.stage.value === 'empty');
});

test('trouble with the storage stands above the notebook, and can be put aside when it is only a warning', async () => {
  const fieldbook = createFakeFieldbook(createFakeNotebook());
  await drawn(fieldbook);
  fieldbook.storageTrouble.value = 'full';
  await until(() => seen().includes('This phone is almost full'));
  await press(buttonNamed('Later'));
  await until(() => !seen().includes('This phone is almost full'));
  fieldbook.storageTrouble.value = 'cleared';
  await until(() => seen().includes('nothing can be saved now'));
});

test('a window that forgets is named before anything is written', async () => {
  const fieldbook = createFakeFieldbook(null);
  fieldbook.privateWindow.value = true;
  await drawn(fieldbook);
  await until(() => seen().includes('This seems to be a private window'));
});
