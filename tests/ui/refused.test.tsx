/** What phones tell the office it could not take: said in plain words, with what helps, asked for with one press; and what the phone says of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Ability, decisionKind, reportKind } from '../../src/domain/setAside.ts';
import { needWords } from '../../src/i18n/language.ts';
import { setAsideReasons } from '../../src/protocol/exchange.ts';
import type { NewEntry } from '../../src/store/notebook.ts';
import Figures from '../../src/ui/screens/office/Figures.tsx';
import Inbox from '../../src/ui/screens/office/Inbox.tsx';
import { SetAside } from '../../src/ui/screens/sent/SetAside.tsx';
import { buttonNamed, draw, press, settled } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const words = () => document.body.textContent ?? '';
const [anna, talk, report] = ['1a'.repeat(16), '5e'.repeat(16), '7b'.repeat(16)];
const entry = (at: number) => at.toString(16).padStart(64, '0');

interface Told {
  readonly reason: string;
  readonly can?: Ability;
  readonly kind?: string;
  readonly record?: string;
}

const anOffice = () => {
  const notebook = createFakeNotebook({ role: 'supervisor' });
  const [mina, linh] = notebook.members();
  if (!mina || !linh) throw new Error('nobody is here');
  const written: NewEntry[] = [];
  const watched: FakeNotebook = {
    ...notebook,
    write: (one) => {
      written.push(one);
      return notebook.write(one);
    },
  };
  const tells = (told: readonly Told[], carriedOut: readonly string[] = []) => {
    const entries = told.map((one, at) => ({ id: entry(at + 1), can: 'anew', since: '2026-11-18T09:00:00-06:00', ...one }));
    notebook.arrives({ kind: reportKind, record: report, says: { count: told.length, entries, carriedOut } }, linh);
  };
  return { notebook: watched, mina, linh, written, tells, fieldbook: createFakeFieldbook(watched) };
};
const cards = () => [...document.querySelectorAll('.refused')];
const groups = () => [...document.querySelectorAll('.refused-group')].map((group) => group.textContent ?? '');

beforeEach(async () => {
  history.replaceState(null, '', '/inbox');
  await draw(<p />);
  await needWords(['office', 'checklists']);
});

describe('at the office', () => {
  test('nothing is shown where no phone has told of anything', async () => {
    await draw(<Inbox />, anOffice().fieldbook);
    expect(cards()).toEqual([]);
    expect(words()).toContain(t('office:inbox.empty.title'));
  });

  test('whose phone, how many, what each is and about whom, why, since when and what helps', async () => {
    const { notebook, linh, tells, fieldbook } = anOffice();
    notebook.arrives({ kind: 'contact', record: talk, says: { person: anna, day: '2026-11-18' } }, linh);
    tells([
      { reason: 'malformed', kind: 'amendment', record: talk },
      { reason: 'malformed', kind: 'grant' },
    ]);
    await draw(<Inbox />, fieldbook);
    expect(document.querySelector('.refused h2')?.textContent).toBe(t('office:refused.title_other', { count: 2, name: linh.name }));
    const [group, ...others] = groups();
    expect(others).toEqual([]);
    expect(group).toContain(t('field:sent.reason.malformed'));
    expect(group).toContain(t('field:record.kind.contact.undated'));
    expect(group).toContain(t('field:sent.setAside.key'));
    expect(document.querySelector('.refused a')?.getAttribute('href')).toBe(`/p/${anna}`);
    expect(group).toContain('Nov 18');
    expect(group).toContain(t('office:refused.todo.anew'));
  });

  test('what is told of is not called missing as well', async () => {
    const { notebook, tells } = anOffice();
    tells([{ reason: 'unproven' }, { reason: 'fork' }]);
    await draw(<Inbox />, createFakeFieldbook({ ...notebook, missing: () => 1 }));
    expect(words()).not.toContain(t('office:inbox.missing.text'));
    await draw(<Inbox />, createFakeFieldbook({ ...notebook, missing: () => 2 }));
    expect(words()).toContain(t('office:inbox.missing.title_one', { count: 1 }));
  });

  test('what was written anew is not missing in the figures; what only was told of is', async () => {
    const { notebook, linh } = anOffice();
    const says = (settled: number) => ({ count: 1, entries: [{ id: entry(1), reason: 'unproven', can: 'anew' }], settled, carriedOut: [] });
    notebook.arrives({ kind: reportKind, record: report, says: says(1) }, linh);
    await draw(<Figures />, createFakeFieldbook({ ...notebook, missing: () => 1 }));
    expect(words()).not.toContain(t('office:figures.head.missing_one', { count: 1 }));
    await draw(<Figures />, createFakeFieldbook({ ...notebook, missing: () => 2 }));
    expect(words()).toContain(t('office:figures.head.missing_one', { count: 1 }));
  });

  test('pressed once, it goes to that phone alone and to the office; the focus stays, and the button is gone', async () => {
    const { written, tells, fieldbook, linh } = anOffice();
    tells([{ reason: 'unproven' }, { reason: 'unproven' }]);
    await draw(<Inbox />, fieldbook);
    await press(buttonNamed(t('office:refused.ask.again')));
    await settled();
    const [device] = linh.devices;
    expect(written).toMatchObject([
      { kind: decisionKind, says: { device, ask: 'again', entries: [entry(1), entry(2)] }, audience: { devices: [device] } },
    ]);
    expect(document.querySelector('.refused button')).toBeNull();
    expect(document.querySelector('.refused [role=status]')?.textContent).toContain('Mina Park');
    expect(document.activeElement?.className).toBe('refused-group');
  });

  test('what was asked for and could not be kept again is said to be so, and something else is offered', async () => {
    const { notebook, tells, fieldbook, mina, linh } = anOffice();
    const decision = '9d'.repeat(16);
    tells([{ reason: 'unproven' }]);
    const says = { device: linh.devices[0] ?? '', ask: 'again', entries: [entry(1)] };
    notebook.arrives({ kind: decisionKind, record: decision, says }, mina);
    tells([{ reason: 'unproven' }], [decision]);
    await draw(<Inbox />, fieldbook);
    expect(groups()[0]).toContain(t('office:refused.tried'));
    await press(buttonNamed(t('office:refused.ask.anew')));
  });

  test.each<Told>([
    { reason: 'too-large' },
    { reason: 'fork' },
    { reason: 'malformed', can: 'neither' },
    { reason: 'unproven', can: 'neither' },
  ])('%o: no press helps, so the phone is to be brought', async (told) => {
    const { tells, fieldbook } = anOffice();
    tells([told]);
    await draw(<Inbox />, fieldbook);
    expect(groups()[0]).toContain(t('office:refused.todo.bring'));
    expect(document.querySelector('.refused button')).toBeNull();
  });

  test('every reason of the endpoint, and one from next year, has words and something to do', async () => {
    const { tells, fieldbook } = anOffice();
    const reasons = [...setAsideReasons, 'from-next-year'];
    tells(reasons.map((reason) => ({ reason })));
    await draw(<Inbox />, fieldbook);
    expect(new Set(groups()).size).toBe(reasons.length);
    expect(words()).not.toContain('refused.todo');
    expect(groups().filter((group) => group.includes(t('office:refused.todo.later')))).toHaveLength(3);
  });

  test('when it is over that stands there for a week', async () => {
    const { tells, fieldbook, linh, notebook } = anOffice();
    tells([{ reason: 'unproven' }]);
    tells([]);
    await draw(<Inbox />, fieldbook);
    expect(cards()).toEqual([]);
    expect(words()).toContain(t('office:refused.over', { name: linh.name }));
    await draw(<Inbox />, createFakeFieldbook({ ...notebook, today: () => '2026-11-28' }));
    expect(words()).not.toContain(t('office:refused.over', { name: linh.name }));
  });

  test('a decision that cannot be kept on this device is said not to be', async () => {
    const { notebook, tells } = anOffice();
    tells([{ reason: 'unproven' }]);
    await draw(<Inbox />, createFakeFieldbook({ ...notebook, write: async () => ({ ok: false, failure: { type: 'storage-full' } }) }));
    await press(buttonNamed(t('office:refused.ask.again')));
    expect(words()).toContain(t('field:save.problem.full'));
    expect(buttonNamed(t('office:refused.ask.again'))).toBeTruthy();
  });
});

test('on the phone: who asked for it and that it has been done, and nothing before that', async () => {
  const notebook = createFakeNotebook();
  const [mina] = notebook.members();
  if (!mina) throw new Error('nobody is here');
  const decision = '9d'.repeat(16);
  notebook.arrives({ kind: decisionKind, record: decision, says: { device: notebook.me.device, ask: 'anew', entries: [entry(1)] } }, mina);
  await draw(<SetAside />, createFakeFieldbook(notebook));
  expect(words()).toBe('');
  notebook.carriesOut(decision);
  await draw(<SetAside />, createFakeFieldbook(notebook));
  expect(words()).toContain(t('field:sent.setAside.asked', { name: 'Mina Park' }));
});
