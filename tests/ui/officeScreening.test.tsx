/**
 * The office over a screening with an organisation's own checklist: read in its words, handed on, compared, and saved as a file.
 * Long because all of it is about one invented checklist and one screening.
 */
import { Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assignmentsFor } from '../../src/domain/assignment.ts';
import type { Checklist, Item } from '../../src/domain/checklist.ts';
import { libraryIn } from '../../src/domain/library.ts';
import { checklistEntries } from '../../src/domain/publishing.ts';
import { readWorkbook } from '../../src/forms/workbook/readWorkbook.ts';
import { needWords, setLanguage } from '../../src/i18n/language.ts';
import { Toasts } from '../../src/ui/parts/Toast.tsx';
import Inbox from '../../src/ui/screens/office/Inbox.tsx';
import OfficeRecord from '../../src/ui/screens/office/OfficeRecord.tsx';
import { SaveAnswers } from '../../src/ui/screens/office/SaveAnswers.tsx';
import { buttonNamed, choose, draw, fieldNamed, press, settled, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook } from '../support/fakeFieldbook.ts';
import { aChecklist } from '../support/published.ts';
import { say } from '../support/say.ts';

const t = say('en');
const [anna, talk, later] = ['1a'.repeat(16), '5e'.repeat(16), '5f'.repeat(16)];
const words = () => document.body.textContent ?? '';

const item = (name: string, type: string, more: Partial<Item> = {}): Item => ({
  name,
  type,
  supported: true,
  labels: {},
  hints: {},
  ...more,
});
const both = (english: string, korean: string) => ({ English: english, 한국어: korean });

/** Invented: a note, a part, a choice that opens a question, a number, a day, something worked out, and a part that repeats. */
const harbour = aChecklist({
  titles: both('Harbour kitchens', '항구 주방'),
  languages: [
    { name: 'English', code: 'en', direction: 'ltr', wording: 'source' },
    { name: '한국어', code: 'ko', direction: 'ltr', wording: 'machine-draft' },
  ],
  lists: {
    yesno: [
      { name: 'yes', labels: both('Yes', '네') },
      { name: 'no', labels: both('No', '아니요') },
    ],
  },
  items: [
    item('hello', 'note', { labels: both('Thank you for your time.', '시간을 내 주셔서 감사해요.') }),
    item('work', 'group', {
      labels: both('Your work', '하시는 일'),
      children: [
        item('boss', 'text', { labels: both('What do they call the boss?', '책임자를 뭐라고 부르나요?') }),
        item('paid', 'select_one', {
          list: 'yesno',
          labels: both('Does ${boss} pay on time?', '${boss}은(는) 제때 돈을 주나요?'),
          marks: { element: 'means', form: 'labour', notedWhen: ['no'], usuallyKnown: 'said', asksTime: true },
        }),
        item('fees', 'integer', { labels: both('How much was kept back?', '얼마를 떼었나요?') }),
        item('since', 'date', { labels: both('Since when?', '언제부터요?'), relevant: "${paid} = 'no'" }),
        item('fees_year', 'calculate', { calculation: '${fees} * 12' }),
      ],
    }),
    item('homes', 'repeat', {
      labels: both('Places to sleep', '잠자는 곳'),
      children: [item('place', 'text', { labels: both('What kind of place?', '어떤 곳인가요?') })],
    }),
  ],
});

const answers = {
  boss: { words: 'Auntie', how: 'said' },
  paid: { is: 'no', how: 'said', time: ['now', 'past'], note: 'Showed a slip.' },
  fees: { value: '12500' },
  since: { value: '2026-03-05' },
  'homes[1]/place': { words: 'dormitory' },
  'homes[2]/place': { is: 'not-safe-to-ask' },
  gone: { words: 'Asked in a version before' },
};
const run = { values: { '/work/fees_year': '150000' }, counts: { '/homes': 2 } };

const aDesk = () => {
  const notebook = createFakeNotebook({ role: 'supervisor' });
  const [chief, worker] = notebook.members();
  if (!chief || !worker) throw new Error('nobody works here');
  const publish = (checklist: Checklist = harbour): string => {
    const made = checklistEntries(checklist, { newId: notebook.newId, library: libraryIn(notebook.recordsOf) });
    if (!made.ok) throw new Error('it cannot be published');
    for (const entry of made.value) notebook.arrives(entry, chief);
    return made.value.at(-1)?.record ?? '';
  };
  notebook.arrives({ kind: 'person', record: anna, says: { cue: 'lemon' } }, worker);
  const asked = (record: string, more: object = {}) => {
    const says = { person: anna, day: '2026-11-20', outcome: 'completed', answers, run, ...more };
    notebook.arrives({ kind: 'screening', record, says }, worker);
  };
  return { notebook, worker, publish, asked, fieldbook: createFakeFieldbook(notebook) };
};

const which = (record: string, version = harbour.version) => ({ checklist: { id: harbour.id, version, record } });
/** What stands beside a question. */
const besides = (question: string): string | undefined =>
  [...document.querySelectorAll('.office-answer')].find((row) => row.querySelector('dt')?.textContent === question)?.querySelector('dd')
    ?.textContent ?? undefined;

beforeEach(async () => {
  history.replaceState(null, '', '/');
  await setLanguage('en');
  await draw(null);
  await needWords(['office', 'library', 'checklists']);
});
afterEach(async () => {
  vi.restoreAllMocks();
  // Nothing is left on the screen that could be drawn again once the document is gone.
  await draw(null);
});

describe('reading a screening', () => {
  const read = async (more: object = {}) => {
    const desk = aDesk();
    desk.asked(talk, { ...which(desk.publish()), ...more });
    await draw(<OfficeRecord record={talk} />, desk.fieldbook);
    return desk;
  };

  test('questions stand in the words of its checklist with what was said filled in; choices by their labels', async () => {
    await read();
    expect(besides('Does Auntie pay on time?')).toContain('No');
    expect(besides('Does Auntie pay on time?')).toContain('Showed a slip.');
    expect(besides('Does Auntie pay on time?')).toContain(t('codes:howKnown.said'));
    expect(besides('Does Auntie pay on time?')).toContain(t('office:record.answers.noted'));
    expect(words()).toContain('Thank you for your time.');
    expect(words()).toContain('Harbour kitchens, version 2026-1');
  });

  test('days and numbers are written as the language writes them, and each instance is told apart', async () => {
    await read();
    expect(besides('How much was kept back?')).toBe('12,500');
    expect(besides('Since when?')).toBe('Mar 5, 2026');
    expect(words()).toContain(t('office:record.answers.instance', { name: 'Places to sleep', at: 1, count: 2 }));
    expect([...document.querySelectorAll('.office-answer dd')].map((dd) => dd.textContent)).toContain(
      t('codes:unanswered.not-safe-to-ask'),
    );
  });

  test('what was worked out, and what this version does not know, is shown and said to be so', async () => {
    await read();
    expect(words()).toContain(t('office:record.answers.calculated_one', { count: 1 }));
    expect(besides('work/fees_year')).toBe('150000');
    expect(words()).toContain(t('office:record.answers.unknown'));
    expect(besides('gone')).toContain('Asked in a version before');
  });

  test('an answer that a later one closed is kept apart, in the words of its question', async () => {
    await read({ outcome: 'paused', answers: { ...answers, paid: { is: 'yes' } } });
    expect(words()).toContain(t('office:record.answers.closed'));
    expect(besides('Since when?')).toBe('Mar 5, 2026');
  });

  test('a supervisor who reads Korean reads it in Korean where the checklist has it', async () => {
    const { fieldbook } = await read();
    await setLanguage('ko');
    await draw(<OfficeRecord record={talk} />, fieldbook);
    await until(() => words().includes('항구 주방'));
    expect(besides('Auntie은(는) 제때 돈을 주나요?')).toContain('아니요');
    expect(besides('언제부터요?')).toBe('2026년 3월 5일');
  });

  test('the grid is the one the worker saw, and the history speaks the same words', async () => {
    await read();
    expect(document.querySelector('.grid-view .grid-cell:nth-child(2)')?.textContent).toContain('Does Auntie pay on time?');
    expect(document.querySelector('.office-history')?.textContent).toContain('What do they call the boss?');
  });

  test('where its version has not arrived it says so plainly, shows the answers by name, and mends itself when it comes', async () => {
    const desk = aDesk();
    // Somebody else's question may have the name of one of ours; ours would be the wrong words for it.
    desk.asked(talk, { checklist: { id: harbour.id, version: harbour.version }, answers: { ...answers, violence: { is: 'yes' } } });
    await draw(<OfficeRecord record={talk} />, desk.fieldbook);
    expect(words()).toContain(t('office:record.answers.notArrived.title'));
    expect(besides('boss')).toContain('Auntie');
    expect(besides('violence')).toContain(t('codes:answer.yes'));
    desk.publish();
    await until(() => !words().includes(t('office:record.answers.notArrived.title')));
    expect(besides('Does Auntie pay on time?')).toContain('No');
  });
});

describe('what was paused', () => {
  const aPausedTalk = () => {
    const desk = aDesk();
    desk.asked(talk, { ...which(desk.publish()), outcome: 'paused', paused: { stage: 'questions', question: 'fees' } });
    return desk;
  };
  const Office = () => (
    <>
      <Router>
        <Route path="/inbox" component={Inbox} />
        <Route path="/r/:record" component={OfficeRecord} />
      </Router>
      <Toasts />
    </>
  );
  const handedTo = ({ notebook, worker }: ReturnType<typeof aDesk>) => assignmentsFor(worker.person, notebook.recordsOf, notebook.record);

  test('waits in the inbox: who paused it, since when, with what, where it stands, and that nobody has it', async () => {
    history.replaceState(null, '', '/inbox');
    await draw(<Office />, aPausedTalk().fieldbook);
    const row = document.querySelector('.inbox-paused .row-link')?.textContent;
    for (const said of ['Harbour kitchens', 'Linh Tran', t('office:paused.rowNobody'), 'How much was kept back?', t('codes:cue.lemon')])
      expect(row).toContain(said);
  });

  test('says so when nothing is paused', async () => {
    const desk = aDesk();
    desk.asked(talk, which(desk.publish()));
    history.replaceState(null, '', '/inbox');
    await draw(<Office />, desk.fieldbook);
    expect(words()).toContain(t('office:paused.empty'));
  });

  test('is given to somebody with a phone, taken back, and given again', async () => {
    const desk = aPausedTalk();
    history.replaceState(null, '', `/r/${talk}`);
    await draw(<Office />, desk.fieldbook);
    await press(buttonNamed(t('office:paused.give')));
    expect(words()).toContain(t('office:paused.to.error'));
    await choose(fieldNamed(t('office:paused.to.label')), desk.worker.person);
    await press(buttonNamed(t('office:paused.give')));
    await until(() => words().includes(t('office:paused.onTheWay', { name: 'Linh Tran' })));
    expect(handedTo(desk)).toMatchObject([{ screening: talk, standing: 'open', assignment: { about: { person: anna, cue: 'lemon' } } }]);
    await press(buttonNamed(t('office:paused.takeBack.label')));
    await press(buttonNamed(t('office:paused.takeBack.confirm')));
    await until(() => words().includes(t('office:paused.nobody')));
    expect(handedTo(desk).map(({ standing }) => standing)).toEqual(['taken-back']);
    await choose(fieldNamed(t('office:paused.to.label')), desk.worker.person);
    await press(buttonNamed(t('office:paused.give')));
    await until(() => words().includes(t('office:paused.onTheWay', { name: 'Linh Tran' })));
    expect(
      handedTo(desk)
        .map(({ standing }) => standing)
        .sort(),
    ).toEqual(['open', 'taken-back']);
  });

  test('what came to an end is not offered to anybody', async () => {
    const desk = aDesk();
    desk.asked(talk, which(desk.publish()));
    await draw(<OfficeRecord record={talk} />, desk.fieldbook);
    expect(document.querySelector('.go-on')).toBeNull();
  });
});

describe('talks beside each other', () => {
  test('a row for each topic, a column for each talk; what differs says so, and not having asked is no difference', async () => {
    const desk = aDesk();
    const record = desk.publish();
    desk.asked(talk, which(record));
    const changed = { ...answers, paid: { is: 'yes' }, fees: { is: 'preferred-not-to-say' } };
    desk.asked(later, { ...which(record), day: '2026-11-27', answers: changed });
    await draw(<OfficeRecord record={talk} />, desk.fieldbook);
    const link = [...document.querySelectorAll('a')].find(({ textContent }) =>
      textContent?.includes(t('office:record.compare.open_other', { count: 2 })),
    );
    history.replaceState(null, '', link?.getAttribute('href') ?? '');
    await draw(<OfficeRecord record={talk} />, desk.fieldbook);
    const rowOf = (topic: string) => [...document.querySelectorAll('tbody tr')].find((row) => row.textContent?.includes(topic));
    expect(document.querySelectorAll('thead th')).toHaveLength(3);
    expect(rowOf('pay on time?')?.textContent).toContain(t('field:person.compare.differs'));
    expect([...(rowOf('pay on time?')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent?.slice(0, 3))).toEqual(['NoT', 'Yes']);
    expect(rowOf('How much was kept back?')?.textContent).not.toContain(t('field:person.compare.differs'));
    await press(fieldNamed(t('field:person.compare.changed')));
    expect(rowOf('How much was kept back?')).toBeUndefined();
  });
});

describe('saving the answers', () => {
  const files: { name: string; content: Blob }[] = [];
  beforeEach(() => {
    files.length = 0;
    let content = new Blob();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
      content = made as Blob;
      return 'blob:made-here';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, content });
    });
  });

  const open = async (desk: ReturnType<typeof aDesk>) => {
    await draw(<SaveAnswers id={harbour.id} />, desk.fieldbook);
    await press(buttonNamed(t('library:answers.open')));
  };
  const sheets = async (content: Blob | undefined) => {
    const read = readWorkbook(new Uint8Array((await content?.arrayBuffer()) ?? new ArrayBuffer(0)));
    if (!read.ok) throw new Error('it cannot be read');
    return read.value.sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)),
    }));
  };

  test('says first that the file is not sealed and who may have it; reviewed ones go in, the rest when it is asked for', async () => {
    const desk = aDesk();
    const record = desk.publish();
    desk.asked(talk, which(record));
    desk.asked(later, { ...which(record), outcome: 'stopped' });
    await open(desk);
    expect(words()).toContain(t('library:answers.notSealed.title'));
    expect(words()).toContain(t('library:answers.notSealed.funders'));
    expect(buttonNamed(t('library:answers.save')).disabled).toBe(true);
    await press(fieldNamed(t('library:answers.which.finished.label')));
    expect(words()).toContain(t('library:answers.count_one', { count: 1 }));
    await press(fieldNamed(t('library:answers.also.stopped.label')));
    expect(words()).toContain(t('library:answers.count_other', { count: 2 }));
    await press(buttonNamed(t('library:answers.save')));
    await until(() => files.length > 0);
    expect(files[0]?.name).toBe('sheet-2026-11-20.xlsx');
    const [main, homes, about] = await sheets(files[0]?.content);
    expect([main?.name, homes?.name, about?.name]).toEqual(['answers', 'homes', 'about']);
    expect(main?.rows[0]?.slice(-6)).toEqual(['boss', 'paid', 'fees', 'since', 'fees_year', 'gone']);
    expect(main?.rows[1]?.slice(-6)).toEqual(['Auntie', 'no', '12500', '2026-03-05', '150000', 'Asked in a version before']);
    expect(JSON.stringify(about)).not.toContain('Showed a slip.');
  });

  test('the main table alone as csv, of invented records under a name that says so', async () => {
    const desk = aDesk();
    desk.asked(talk, which(desk.publish()));
    desk.fieldbook.invented.value = true;
    await open(desk);
    await press(fieldNamed(t('library:answers.which.finished.label')));
    await press(buttonNamed(t('library:answers.saveCsv')));
    await until(() => files.length > 0);
    expect(files[0]?.name).toBe('invented-sheet-2026-11-20.csv');
    expect(await files[0]?.content.text()).toContain(',Auntie,no,12500,2026-03-05,150000,');
  });

  test('says so when nobody was asked with it', async () => {
    await open(aDesk());
    await settled();
    expect(words()).toContain(t('library:answers.nobody'));
  });
});
