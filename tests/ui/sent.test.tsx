/** What was sent: why something did not get through and what to do, when the next try comes, and what the office could not take. */
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import { refusalCodes } from '../../src/protocol/refusals.ts';
import type { ExchangeState } from '../../src/ui/fieldbook.ts';
import { Sent } from '../../src/ui/screens/Sent.tsx';
import { ExchangeSign } from '../../src/ui/shell/ExchangeSign.tsx';
import TwinBar from '../../src/ui/shell/TwinBar.tsx';
import { buttonNamed, draw, press } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeFieldbook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const words = () => document.body.textContent ?? '';
const alert = () => document.querySelector('[role=alert]')?.textContent ?? '';
const rest: ExchangeState = { busy: false, waiting: 2, reached: true, lastReachedAt: null, failure: null, progress: null };

const drawSent = async (notebook: FakeNotebook = createFakeNotebook(), state: Partial<ExchangeState> = {}): Promise<FakeFieldbook> => {
  history.replaceState(null, '', '/sent');
  const fieldbook = createFakeFieldbook(notebook);
  fieldbook.exchange.value = { ...rest, ...state };
  const component: () => unknown = Sent;
  // The router's own types ask for a class or function of props; this screen takes none.
  const Screen = component as () => null;
  await draw(
    <>
      <TwinBar />
      <Router>{[<Route key="sent" path="/sent" component={Screen} />]}</Router>
    </>,
    fieldbook,
  );
  return fieldbook;
};

beforeEach(() => history.replaceState(null, '', '/'));

describe('what stands in the way', () => {
  test.each<[string, NonNullable<ExchangeState['failure']>, string, string]>([
    ['a café that wants a sign-in', { type: 'not-our-server' }, 'field:sent.problem.signIn', 'app:network.elsewhere.text'],
    ['nobody there, on a network', { type: 'no-connection' }, 'app:network.none.title', 'field:sent.problem.maybeSignIn'],
    ['a line that is too slow', { type: 'too-slow' }, 'app:exchange.slow', 'field:sent.problem.smaller'],
    ['a proxy without an office behind it', { type: 'busy', waitSeconds: 5 }, 'app:exchange.busy', 'field:sent.problem.safe'],
    [
      'an office with too much to do',
      { type: 'refused', code: 'too-many', waitSeconds: 9 },
      'app:exchange.busy',
      'field:sent.problem.safe',
    ],
    [
      'an office whose disk is full',
      { type: 'refused', code: 'disk-full', waitSeconds: null },
      'field:sent.problem.noRoom',
      'field:sent.problem.noRoomText',
    ],
    [
      'an office of another version',
      { type: 'refused', code: 'unknown-protocol', waitSeconds: null },
      'field:sent.problem.version',
      'field:sent.problem.versionText',
    ],
    [
      'an office that does not know this phone',
      { type: 'refused', code: 'login-refused', waitSeconds: null },
      'field:sent.problem.stranger',
      'field:sent.problem.strangerText',
    ],
    ['a phone that is full', { type: 'storage-full' }, 'app:exchange.storage', 'field:save.problem.full'],
  ])('%s: said in plain words, with what to do, and that nothing is lost', async (_, failure, title, todo) => {
    await drawSent(undefined, { failure, reached: false });
    for (const key of [title, todo, 'field:sent.problem.safe']) expect(alert()).toContain(t(key));
  });

  test('every refusal has words, and none of them is a code where we know better', async () => {
    for (const code of refusalCodes) {
      await drawSent(undefined, { failure: { type: 'refused', code, waitSeconds: null } });
      expect(alert()).toContain(t('field:sent.problem.safe'));
    }
  });

  test('it says when it is tried again by itself', async () => {
    const fieldbook = await drawSent(undefined, { failure: { type: 'no-connection' }, reached: false });
    const next = t('field:sent.nextTry', { when: '' }).trim();
    expect(words()).not.toContain(next);
    fieldbook.nextTryAt.value = Date.parse('2026-11-20T17:42:00Z');
    await draw(<Sent />, fieldbook);
    expect(words()).toContain(next);
    expect(words()).toMatch(/:42/);
  });

  test('locked, or not let in: no problem is shown', async () => {
    await drawSent(undefined, { failure: { type: 'no-device' } });
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  test('while it is sent, the way shows how far it is, and no old problem', async () => {
    await drawSent(undefined, { busy: true, progress: { done: 250, of: 900 }, failure: { type: 'no-connection' } });
    expect(document.querySelector('progress')?.getAttribute('value')).toBe('250');
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});

describe('what the office could not take', () => {
  const aside = async () => {
    const notebook = createFakeNotebook();
    const [person, record] = ['1a'.repeat(16), '3c'.repeat(16)];
    await notebook.write({ kind: 'contact', record, says: { person, day: '2026-11-20' }, audience: { devices: [] } });
    notebook.setsAside([
      { n: 4, record, kind: 'contact', reason: 'unproven' },
      { n: 7, record: null, kind: 'grant', reason: 'malformed' },
      { n: 9, record: null, kind: null, reason: 'from-next-year' },
    ]);
    return { notebook, person };
  };
  const items = () => [...document.querySelectorAll('.set-aside > li')];
  const within = (at: number, name: string) =>
    [...(items()[at]?.querySelectorAll('button') ?? [])].find((button) => button.textContent?.includes(name)) as HTMLButtonElement;

  test('each says what it is, why, and what helps', async () => {
    const { notebook, person } = await aside();
    await drawSent(notebook);
    const [first, second, third] = items().map((item) => item.textContent ?? '');
    expect(first).toContain(t('field:record.kind.contact.undated'));
    expect(first).toContain(t('field:sent.reason.unproven'));
    expect(first).toContain(t('field:sent.setAside.todo.again'));
    expect(items()[0]?.querySelector('a')?.getAttribute('href')).toBe(`/p/${person}`);
    expect(second).toContain(t('field:sent.setAside.key'));
    expect(second).toContain(t('field:sent.setAside.todo.anew'));
    expect(third).toContain(t('field:sent.reason.other'));
    expect(third).toContain(t('field:sent.setAside.todo.supervisor'));
  });

  test('each of the reasons has words of its own', async () => {
    const reasons = ['unproven', 'malformed', 'not-yours', 'fork', 'too-large', 'unknown-suite', 'unknown-stream'];
    const notebook = createFakeNotebook();
    notebook.setsAside(reasons.map((reason, n) => ({ n, record: null, kind: null, reason })));
    await drawSent(notebook);
    const said = items().map((item) => item.textContent);
    expect(new Set(said).size).toBe(reasons.length);
    expect(words()).not.toContain(t('field:sent.reason.other'));
  });

  test('trying again takes it off the list; writing anew asks first, and says how many were', async () => {
    const { notebook } = await aside();
    await drawSent(notebook);
    await press(within(0, t('field:sent.setAside.again')));
    expect(items()).toHaveLength(2);
    await press(within(0, t('field:sent.setAside.anew')));
    expect(items()[0]?.textContent).toContain(t('field:sent.setAside.anewText'));
    await press(buttonNamed(t('app:parts.confirm.back')));
    expect(items()).toHaveLength(2);
    await press(within(0, t('field:sent.setAside.anew')));
    await press(within(0, t('field:sent.setAside.anew')));
    expect(items()).toHaveLength(1);
    expect(words()).toContain(t('field:sent.setAside.resolved', { number: 1 }));
  });

  test('what cannot be opened here is said to be so, and stays', async () => {
    const { notebook } = await aside();
    await drawSent({ ...notebook, writeAnew: async () => ({ ok: false, failure: { type: 'not-opened' } }) });
    await press(within(2, t('field:sent.setAside.anew')));
    await press(within(2, t('field:sent.setAside.anew')));
    expect(items()[2]?.textContent).toContain(t('field:sent.setAside.notOpened'));
    expect(items()).toHaveLength(3);
  });
});

test('the sign above does not say that all is at the office while the office could not take something', async () => {
  const notebook = createFakeNotebook();
  const fieldbook = createFakeFieldbook(notebook);
  fieldbook.exchange.value = { ...rest, waiting: 0 };
  await draw(<ExchangeSign />, fieldbook);
  expect(words()).toContain(t('app:exchange.allSent'));
  notebook.setsAside([{ n: 4, record: null, kind: null, reason: 'unproven' }]);
  await draw(<ExchangeSign />, fieldbook);
  expect(words()).not.toContain(t('app:exchange.allSent'));
  expect(words()).toContain(t('app:exchange.refused'));
});

test('a phone with a double says so above everything and what to do, and nothing of it otherwise', async () => {
  const notebook = createFakeNotebook();
  await drawSent(notebook);
  expect(words()).not.toContain(t('field:sent.twin.title'));
  notebook.meetsTwin();
  await drawSent(notebook);
  expect(words()).toContain(t('field:sent.twin.text'));
  expect(document.querySelector('.bar')).toBeNull();
  history.replaceState(null, '', '/list');
  await draw(<TwinBar />, createFakeFieldbook(notebook));
  expect(document.querySelector('.bar')?.textContent).toContain(t('field:sent.twin.title'));
  expect(document.querySelector('.bar a')?.getAttribute('href')).toBe('/sent');
});

describe('an office whose computer has lost everything', () => {
  const lost = { type: 'refused', code: 'login-refused', waitSeconds: null, unknown: 'organisation' } as const;

  test('a worker is told to wait, and is offered nothing to press for it', async () => {
    await drawSent(createFakeNotebook(), { failure: lost });
    expect(words()).toContain(t('field:sent.problem.lostWait'));
    expect(words()).not.toContain(t('field:sent.problem.foundAgain'));
  });

  test('a supervisor sets it up again from this device', async () => {
    const fieldbook = await drawSent(createFakeNotebook({ role: 'supervisor' }), { failure: lost });
    expect(words()).toContain(t('field:sent.problem.lostHere'));
    await press(buttonNamed(t('field:sent.problem.foundAgain')));
    expect(fieldbook.foundAgainAsked()).toBe(1);
  });
});

test('a phone that has a double is shown the way to be let in anew', async () => {
  const notebook = createFakeNotebook();
  notebook.meetsTwin();
  await drawSent(notebook);
  expect(document.querySelector('a[href="/anew"]')?.textContent).toContain(t('field:sent.anew.open'));
});
