/** A contact in a doorway: few taps, nothing lost, and "saved" said only when it is. */
import { beforeEach, describe, expect, test } from 'vitest';
import { failed } from '../../src/domain/result.ts';
import type { NewEntry } from '../../src/store/notebook.ts';
import { NewContact } from '../../src/ui/screens/NewContact.tsx';
import { buttonNamed, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const words = () => document.body.textContent ?? '';
const draftInAddress = () => new URLSearchParams(location.search).get('draft') ?? '';

const openNew = async (notebook: FakeNotebook, address = '/new') => {
  history.replaceState(null, '', address);
  return draw(<NewContact />, createFakeFieldbook(notebook));
};

/** Counts taps the way a thumb does. */
const tapper = () => {
  let taps = 0;
  const tap = async (name: string) => {
    taps += 1;
    await press([...document.querySelectorAll('label')].find((label) => label.textContent?.startsWith(name)) ?? buttonNamed(name));
  };
  return { tap, taps: () => taps };
};

beforeEach(() => history.replaceState(null, '', '/'));

describe('a new contact', () => {
  test('the first of the day takes at most eight taps, and the person gets a code', async () => {
    const notebook = createFakeNotebook();
    await openNew(notebook);
    const { tap, taps } = tapper();
    await tap(t('codes:placeType.nail-salon'));
    await tap(t('codes:language.vi'));
    await tap(t('codes:interpreter.worker'));
    await tap(t('codes:privacy.alone'));
    await tap(t('codes:ageGroup.adult'));
    await tap(t('codes:followUp.later'));
    expect(words()).not.toContain(t('field:save.done'));
    await tap(t('field:contact.save'));
    expect(taps()).toBeLessThanOrEqual(8);
    expect(words()).toContain(t('field:save.done'));
    const [contact] = notebook.recordsOf('contact');
    expect(contact?.fields.get('language')?.value).toBe('vi');
    expect(notebook.recordsOf('person')).toHaveLength(1);
    expect(notebook.drafts.all()).toEqual([]);
  });

  test('the next one of the day takes three', async () => {
    const notebook = createFakeNotebook();
    const before = {
      person: 'b'.repeat(32),
      day: notebook.today(),
      placeType: 'hotel',
      area: 'ca-3',
      language: 'ko',
      interpreter: 'worker',
    };
    await notebook.write({ kind: 'contact', record: 'c'.repeat(32), says: before, audience: { devices: [] } });
    await openNew(notebook);
    expect(words()).toContain(t('field:contact.carried.label'));
    const { tap, taps } = tapper();
    await tap(t('codes:privacy.alone'));
    await tap(t('codes:ageGroup.adult'));
    await tap(t('field:contact.save'));
    expect(taps()).toBe(3);
    const newest = notebook.recordsOf('contact').at(-1);
    expect(newest?.fields.get('placeType')?.value).toBe('hotel');
    expect(newest?.fields.get('privacy')?.value).toBe('alone');
  });

  test('what was typed is there again after the screen went away', async () => {
    const notebook = createFakeNotebook();
    const drawn = await openNew(notebook);
    await type(fieldNamed(t('field:contact.note.label')), 'pay is two months late');
    const address = `/new?draft=${draftInAddress()}`;
    await drawn.gone();
    await openNew(notebook, address);
    expect(fieldNamed(t('field:contact.note.label')).value).toBe('pay is two months late');
  });

  test('a number in the note is warned about while it is typed', async () => {
    await openNew(createFakeNotebook());
    await type(fieldNamed(t('field:contact.note.label')), 'call 312-555-0142');
    expect(words()).toContain(t('field:note.warning.phone', { words: '312-555-0142' }));
    await type(fieldNamed(t('field:contact.note.label')), 'wants to be called');
    expect(words()).not.toContain(t('field:note.warning.title'));
  });

  test('a phone without room says so, keeps what was typed, and never says "saved"', async () => {
    const full = { ...createFakeNotebook(), writeTogether: async (_: readonly NewEntry[]) => failed({ type: 'storage-full' } as const) };
    await openNew(full);
    await type(fieldNamed(t('field:contact.note.label')), 'late pay');
    await press(buttonNamed(t('field:contact.save')));
    await settled(10);
    expect(words()).toContain(t('field:save.problem.full'));
    expect(words()).not.toContain(t('field:save.done'));
    expect(full.drafts.all()).toHaveLength(1);
  });

  test('"not sure" of the age opens the way for under 18 at once', async () => {
    await openNew(createFakeNotebook());
    const { tap } = tapper();
    const ages = [...document.querySelectorAll('fieldset')].find((set) => set.textContent?.startsWith(t('field:contact.age.label')));
    await press(
      [...(ages?.querySelectorAll('label') ?? [])].find((label) => label.textContent === t('codes:ageGroup.unsure')) as HTMLElement,
    );
    await until(() => words().includes(t('checklists:minor.supervisorIsNotAReport')));
    expect(words()).toContain('1‑800‑252‑2873');
    await tap(t('codes:reportedBy.not-yet'));
    expect(document.body.innerHTML).toContain('tel:911');
  });
});
