/** The office's screens over a few invented records: what is seen is said once, what is reviewed goes back, what is settled is settled. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/entry.ts';
import { disagreementsIn, foldRecord } from '../../src/domain/fold.ts';
import { needWords } from '../../src/i18n/language.ts';
import type { NewEntry } from '../../src/store/notebook.ts';
import { Toasts } from '../../src/ui/parts/Toast.tsx';
import Figures from '../../src/ui/screens/office/Figures.tsx';
import Inbox from '../../src/ui/screens/office/Inbox.tsx';
import OfficeRecord from '../../src/ui/screens/office/OfficeRecord.tsx';
import { buttonNamed, draw, fieldNamed, press, settled, type } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const [anna, talk] = ['1a'.repeat(16), '5e'.repeat(16)];
const words = () => document.body.textContent ?? '';

const aDesk = (role: Role = 'supervisor') => {
  const notebook = createFakeNotebook({ role });
  const written: NewEntry[] = [];
  const watched: FakeNotebook = {
    ...notebook,
    write: (entry) => {
      written.push(entry);
      return notebook.write(entry);
    },
    writeTogether: (entries) => {
      written.push(...entries);
      return notebook.writeTogether(entries);
    },
  };
  const [, worker] = notebook.members();
  if (!worker) throw new Error('nobody works here');
  notebook.arrives({ kind: 'person', record: anna, says: { cue: 'lemon', groups: { how: 'self', codes: ['korean'] } } }, worker);
  const answers = { 'own-papers': { is: 'no', how: 'said' }, 'danger-today': { is: 'yes', how: 'said' } };
  const decision = { step: 'urgent-safety', reason: 'He comes back tonight.' };
  const says = { person: anna, day: notebook.today(), outcome: 'completed', checklist: { id: 'adult', version: 1 }, answers, decision };
  notebook.arrives({ kind: 'screening', record: talk, says }, worker);
  return { notebook: watched, written, worker, fieldbook: createFakeFieldbook(watched) };
};

beforeEach(async () => {
  history.replaceState(null, '', '/');
  await needWords(['office', 'checklists']);
});

describe('a record at the office', () => {
  test('opening it tells the writer once, and never again', async () => {
    const { written, fieldbook, worker } = aDesk();
    const drawn = await draw(<OfficeRecord record={talk} />, fieldbook);
    await drawn.gone();
    await draw(<OfficeRecord record={talk} />, fieldbook);
    expect(written).toEqual([{ kind: 'seen', record: talk, says: {}, audience: { devices: worker.devices } }]);
  });

  test('shows the decision, the answers in the checklist’s words, and what cannot wait', async () => {
    await draw(<OfficeRecord record={talk} />, aDesk().fieldbook);
    expect(words()).toContain('He comes back tonight.');
    expect(words()).toContain(t('checklists:questions.own-papers.ask'));
    expect(words()).toContain(t('checklists:urgencies.danger-now.title'));
    expect(words()).toContain(t('office:record.urgent.chosen'));
  });

  test('a review is written for the office and the phone it came from, and only when something was concluded', async () => {
    const { written, fieldbook, worker } = aDesk();
    await draw(
      <>
        <OfficeRecord record={talk} />
        <Toasts />
      </>,
      fieldbook,
    );
    await press(buttonNamed(t('office:review.save')));
    expect(words()).toContain(t('office:review.conclusion.error'));
    await press(fieldNamed(t('office:review.conclusion.returned.label')));
    await press(buttonNamed(t('office:review.return')));
    expect(words()).toContain(t('office:review.comment.error'));
    await type(fieldNamed(t('office:review.comment.returned')), 'Which day was it?');
    await press(buttonNamed(t('office:review.return')));
    await settled(20);
    expect(written.at(-1)).toMatchObject({
      kind: 'review',
      says: { conclusion: 'returned', comment: 'Which day was it?' },
      audience: { devices: worker.devices },
    });
    expect(words()).toContain(t('office:review.saved'));
  });

  test('two who said different things: one is said to stand, and both stay in the story', async () => {
    const { notebook, written, fieldbook, worker } = aDesk();
    const [first] = notebook.record(talk)?.history ?? [];
    if (!first) throw new Error('nothing was written');
    const aside = (id: string, outcome: string) => ({
      ...first,
      id: id.repeat(16),
      body: { ...first.body, kind: 'amendment', after: [first.id], says: { fields: { outcome } } },
    });
    const apart = foldRecord(talk, [first, aside('e1', 'stopped'), aside('e2', 'declined')]);
    expect(disagreementsIn(apart)).toEqual(['outcome']);
    const divided = { ...notebook, record: (id: string) => (id === talk ? apart : notebook.record(id)) };
    await draw(<OfficeRecord record={talk} />, { ...fieldbook, ...createFakeFieldbook(divided) });
    await press(buttonNamed(t('office:record.disagreement.stands')));
    expect(written.at(-1)).toMatchObject({
      kind: 'amendment',
      says: { fields: { outcome: 'stopped' } },
      audience: { devices: worker.devices },
    });
  });
});

describe('the inbox and the figures', () => {
  test('what a worker called urgent stands there by its person', async () => {
    await draw(<Inbox />, aDesk().fieldbook);
    expect(document.querySelector('.inbox-urgent .row-link')?.textContent).toContain(t('office:reason.urgent-safety'));
    expect(document.querySelector('.inbox-urgent .row-link')?.textContent).toContain(t('codes:cue.lemon'));
  });

  test('arrow keys and J and K move through the rows', async () => {
    const { notebook, fieldbook, worker } = aDesk();
    notebook.arrives({ kind: 'contact', record: '7c'.repeat(16), says: { person: anna, day: notebook.today() } }, worker);
    await draw(<Inbox />, fieldbook);
    const rows = [...document.querySelectorAll<HTMLElement>('a.row-link')];
    rows[0]?.focus();
    const key = (name: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    key('j');
    expect(document.activeElement).toBe(rows[1]);
    key('ArrowUp');
    expect(document.activeElement).toBe(rows[0]);
  });

  test('the figures say a rule beside each section', async () => {
    await draw(<Figures />, aDesk().fieldbook);
    expect(document.querySelectorAll('.figures-section .rules').length).toBe(3);
    expect(words()).toContain(t('office:figures.rule.identified.once'));
  });

  test('a worker is told kindly that this is for the office, and sees nobody', async () => {
    const { fieldbook } = aDesk('worker');
    await draw(
      <>
        <Inbox />
        <Figures />
        <OfficeRecord record={talk} />
      </>,
      fieldbook,
    );
    expect(words()).toContain(t('office:only.text'));
    expect(words()).not.toContain('He comes back tonight.');
  });
});
