/** Today, the list, a person's page, what was sent, and the card: what they show of the same few invented records. */
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import { personCode } from '../../src/domain/person.ts';
import { Toasts } from '../../src/ui/parts/Toast.tsx';
import { ContactList } from '../../src/ui/screens/ContactList.tsx';
import { InformationCard } from '../../src/ui/screens/InformationCard.tsx';
import { PersonPage } from '../../src/ui/screens/PersonPage.tsx';
import { Sent } from '../../src/ui/screens/Sent.tsx';
import { Today } from '../../src/ui/screens/Today.tsx';
import { buttonNamed, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const [anna, bo] = ['1a'.repeat(16), '2b'.repeat(16)];
const [first, second, run] = ['3c'.repeat(16), '4d'.repeat(16), '5e'.repeat(16)];
const words = () => document.body.textContent ?? '';
const office = { devices: [] };

const someRecords = async (): Promise<FakeNotebook> => {
  const notebook = createFakeNotebook();
  const day = notebook.today();
  await notebook.write({ kind: 'person', record: anna, says: { cue: 'lemon' }, audience: office });
  await notebook.write({
    kind: 'contact',
    record: first,
    says: { person: anna, day, placeType: 'nail-salon', language: 'vi', note: 'wages late' },
    audience: office,
  });
  await notebook.write({
    kind: 'contact',
    record: second,
    says: { person: bo, day: '2026-11-02', placeType: 'hotel', language: 'ko', followUp: 'yes' },
    audience: office,
  });
  await notebook.write({ kind: 'screening', record: run, says: { person: anna, day, outcome: 'declined' }, audience: office });
  return notebook;
};

const drawAt = async (address: string, path: string, component: () => unknown, notebook: FakeNotebook, spoken = '') => {
  history.replaceState(null, '', address);
  // The router's own types ask for a class or function of props; these screens take none.
  const Screen = component as () => null;
  await draw(
    <>
      <Router>{[<Route key={path} path={path} component={Screen} />]}</Router>
      <Toasts />
    </>,
    createFakeFieldbook(notebook),
  );
  await until(() => words().includes(spoken));
};

beforeEach(() => history.replaceState(null, '', '/'));

describe('today', () => {
  test('teaches the next step while there is nothing yet', async () => {
    await drawAt('/', '/', Today, createFakeNotebook());
    expect(words()).toContain(t('field:today.empty.text'));
    expect(document.querySelector('a.button-main')?.getAttribute('href')).toBe('/new');
    expect(document.querySelector('a[href="/card"]')).not.toBeNull();
  });

  test("shows today's contacts, who wants to hear from us, and what came back", async () => {
    const notebook = await someRecords();
    const supervisor = notebook.members()[0];
    if (!supervisor) throw new Error('nobody reviews');
    notebook.arrives({ kind: 'review', record: run, says: { conclusion: 'returned', comment: 'Please say more.' } }, supervisor);
    await drawAt('/', '/', Today, notebook);
    expect(words()).toContain(`${personCode(anna)} · ${t('codes:cue.lemon')}`);
    expect(words()).toContain('Please say more.');
    expect(document.querySelector(`a[href="/p/${anna}?answer=${run}"]`)).not.toBeNull();
    expect(document.querySelector('[aria-labelledby=today-follow-ups]')?.textContent).toContain(personCode(bo));
  });

  test('a discarded draft can be taken back', async () => {
    const notebook = createFakeNotebook();
    await notebook.drafts.keep(`contact:${first}`, { person: anna, isNew: true, fields: {} });
    await drawAt('/', '/', Today, notebook);
    await press(buttonNamed(t('field:draft.discard')));
    expect(notebook.drafts.all()).toEqual([]);
    await press(buttonNamed(t('app:parts.toast.undo')));
    expect(notebook.drafts.all()).toHaveLength(1);
  });
});

describe('the list', () => {
  test.each([
    ['wages', 1],
    ['lemon', 1],
    ['tieng viet', 1],
    [personCode(bo), 1],
    ['', 2],
    ['nobody like that', 0],
  ])('"%s" finds %i', async (query, found) => {
    await drawAt('/list', '/list', ContactList, await someRecords());
    await type(fieldNamed(t('field:list.search.label')), query);
    expect(document.querySelectorAll('.row')).toHaveLength(found);
  });

  test('draws fifty of many, and more when asked', async () => {
    const notebook = createFakeNotebook();
    for (let at = 0; at < 60; at += 1)
      await notebook.write({
        kind: 'contact',
        record: at.toString(16).padStart(32, '9'),
        says: { person: anna, day: '2026-11-02' },
        audience: office,
      });
    await drawAt('/list', '/list', ContactList, notebook);
    expect(document.querySelectorAll('.row')).toHaveLength(50);
    await press(buttonNamed(t('field:list.more_other', { count: 10 })));
    expect(document.querySelectorAll('.row')).toHaveLength(60);
  });
});

describe("a person's page", () => {
  test('shows both sides of a disagreement, and one tap settles it with one more entry', async () => {
    const notebook = await someRecords();
    const [supervisor, worker] = notebook.members();
    if (!supervisor || !worker) throw new Error('nobody to disagree');
    const one = notebook.arrives({ kind: 'amendment', record: first, says: { fields: { placeType: 'hotel' } } }, supervisor);
    const other = notebook.arrives({ kind: 'amendment', record: first, says: { fields: { placeType: 'laundry' } } }, worker);
    // Written without having seen the other's.
    Object.assign(other.body, { after: one.body.after });
    await drawAt(`/p/${anna}`, '/p/:person', PersonPage, notebook);
    const versions = [...document.querySelectorAll('.version')].map((version) => version.textContent);
    expect(versions).toHaveLength(2);
    expect(versions.join(' ')).toContain(supervisor.name);
    await press([...document.querySelectorAll<HTMLButtonElement>('.version button')][1] as HTMLButtonElement);
    expect(document.querySelectorAll('.version')).toHaveLength(0);
    expect(notebook.record(first)?.fields.get('placeType')?.disagrees).toBe(false);
  });

  test('consent is itemised, and withdrawing is one more entry on the same record', async () => {
    const notebook = await someRecords();
    await drawAt(`/p/${anna}?consent=yes`, '/p/:person', PersonPage, notebook, t('checklists:consent.neverACondition'));
    const answer = async (item: string, at: number) => {
      const group = [...document.querySelectorAll('fieldset')].find(
        (set) => set.querySelector('legend')?.textContent === t(`checklists:consent.items.${item}.ask`),
      );
      await press(group?.querySelectorAll('label')[at] as HTMLElement);
    };
    await answer('contact-me', 0);
    expect(words()).toContain(t('field:consent.way.label'));
    await press(buttonNamed(t('field:consent.save')));
    await settled(20);
    expect(notebook.recordsOf('consent')[0]?.fields.get('items.contact-me')?.value).toBe('yes');
    await drawAt(`/p/${anna}?consent=yes`, '/p/:person', PersonPage, notebook, t('checklists:consent.neverACondition'));
    await answer('contact-me', 1);
    expect(words()).not.toContain(t('field:consent.way.label'));
    await press(buttonNamed(t('field:consent.save')));
    await settled(20);
    expect(notebook.recordsOf('consent')).toHaveLength(1);
    expect(notebook.recordsOf('consent')[0]?.history).toHaveLength(2);
    expect(notebook.recordsOf('consent')[0]?.fields.get('items.contact-me')?.value).toBe('no');
  });
});

test('what was sent is told record by record', async () => {
  const notebook = await someRecords();
  notebook.standing.set(first, 'at-the-office');
  await drawAt('/sent', '/sent', Sent, notebook);
  expect(document.querySelectorAll('.row')).toHaveLength(3);
  await press(buttonNamed(t('field:standing.at-the-office')));
  expect(document.querySelectorAll('.row')).toHaveLength(1);
});

describe('the card', () => {
  test('opens in one tap, records nothing, and leaves nothing behind', async () => {
    const notebook = createFakeNotebook();
    await drawAt('/card', '/card', InformationCard, notebook, t('directory:rights.pay'));
    expect(document.querySelector('a[href="tel:18883737888"]')).not.toBeNull();
    await press(buttonNamed(t('field:card.done')));
    expect(notebook.recordsOf('contact')).toEqual([]);
    expect(notebook.drafts.all()).toEqual([]);
  });

  test('counting it keeps the day and no more', async () => {
    const notebook = createFakeNotebook();
    await drawAt('/card', '/card', InformationCard, notebook, t('directory:rights.pay'));
    await press(buttonNamed(t('field:card.count')));
    expect([...(notebook.recordsOf('contact')[0]?.fields.keys() ?? [])].sort()).toEqual(['day', 'informationOnly', 'person']);
    expect(notebook.recordsOf('person')).toEqual([]);
  });
});
