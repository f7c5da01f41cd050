/**
 * A checklist that an organisation brought, run on a phone: its languages, its kinds of questions, its repeats; paused and handed over.
 * Long because one invented household form serves all of it.
 */
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Checklist, Item } from '../../src/domain/checklist.ts';
import { checklistEntries } from '../../src/domain/publishing.ts';
import { personLanguage, setLanguage } from '../../src/i18n/language.ts';
import { Toasts } from '../../src/ui/parts/Toast.tsx';
import type { ScreeningDraft } from '../../src/ui/screens/checklist/screeningDraft.ts';
import { RunChecklist } from '../../src/ui/screens/RunChecklist.tsx';
import { buttonNamed, choose, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook, nextId } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const [person, run] = ['b'.repeat(32), 'e'.repeat(32)];
const words = () => document.body.textContent ?? '';
const label = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(name));
  if (!found) throw new Error(`nothing to tap is called "${name}"`);
  return found;
};
const asked = () => document.querySelector('.asked')?.textContent ?? '';

const en = 'English (en)';
const es = 'Español (es)';
const ar = 'العربية (ar)';
const item = (name: string, kind: string, rest: Partial<Item> = {}): Item => ({
  name,
  type: kind,
  supported: true,
  labels: { [en]: `${name}?`, [es]: `¿${name}?` },
  hints: {},
  ...rest,
});
const towns = Array.from({ length: 300 }, (_, at) => ({ name: `t${at}`, labels: { [en]: `Town ${at}`, [es]: `Ciudad ${at}` } }));

const household: Checklist = {
  id: 'household-survey',
  version: '2026a',
  titles: { [en]: 'A short household talk', [es]: 'Una charla breve' },
  wording: 'own',
  meantFor: 'adult',
  languages: [
    { name: en, code: 'en', direction: 'ltr', wording: 'source' },
    { name: es, code: 'es', direction: 'ltr', wording: 'machine-draft' },
    { name: ar, code: 'ar', direction: 'rtl', wording: 'reviewed', reviewedBy: 'a reader' },
  ],
  defaultLanguage: en,
  items: [
    item('start', 'group', {
      labels: { [en]: 'The beginning' },
      children: [
        item('hello', 'note', { labels: { [en]: 'Thank you for your time.' } }),
        item('rooms', 'integer', {
          required: 'true()',
          constraint: '. < 20',
          constraintMessages: { [en]: 'So many rooms?', [es]: '¿Tantas?' },
        }),
        item('town', 'select_one', { list: 'towns' }),
        item('read', 'acknowledge'),
        item('order', 'rank', { list: 'three' }),
        item('greeting', 'text', { labels: { [en]: 'You said ${rooms} rooms?', [ar]: 'قلت ${rooms} غرف؟' } }),
        item('photo', 'image', { supported: false, why: 'picture-or-sound' }),
      ],
    }),
    item('children', 'repeat', {
      labels: { [en]: 'Child' },
      children: [item('nick', 'text'), item('age', 'integer'), item('works', 'select_one', { list: 'yn', relevant: '${age} > 5' })],
    }),
    item('end', 'group', { labels: { [en]: 'The end' }, children: [item('done', 'select_one', { list: 'yn' })] }),
  ],
  lists: {
    towns,
    yn: [
      { name: 'y', labels: { [en]: 'Yes indeed', [es]: 'Sí' } },
      { name: 'n', labels: { [en]: 'Not so', [es]: 'No' } },
    ],
    three: ['a', 'b', 'c'].map((name) => ({ name, labels: { [en]: `Thing ${name}` } })),
  },
  tables: {},
};

const withChecklist = (checklist = household, notebook = createFakeNotebook()): FakeNotebook => {
  const entries = checklistEntries(checklist, { newId: nextId, library: [] });
  const [supervisor] = notebook.members();
  if (!entries.ok || !supervisor) throw new Error('it could not be published');
  for (const entry of entries.value) notebook.arrives(entry, supervisor);
  return notebook;
};

const show = async (notebook: FakeNotebook, address: string) => {
  history.replaceState(null, '', address);
  const routes = [<Route key="run" path="/q/:screening" component={RunChecklist} />];
  await draw(
    <>
      <Router>{routes}</Router>
      <Toasts />
    </>,
    createFakeFieldbook(notebook),
  );
};
const open = async (notebook: FakeNotebook, address = `/q/${run}?person=${person}`) => {
  await show(notebook, address);
  await until(() => words().includes(t('checklists:privacy.notNowNote')));
};
const toOffer = async () => {
  await press(label(t('checklists:privacy.choices.alone')));
  await press(buttonNamed(t('field:run.next')));
  await press(buttonNamed(t('field:run.said')));
  await press(label(t('checklists:age.choices.adult')));
  await press(buttonNamed(t('field:run.next')));
};
const begin = async (notebook = withChecklist()): Promise<FakeNotebook> => {
  await open(notebook);
  await toOffer();
  await press(buttonNamed(t('field:run.checklist.change')));
  await press(label('A short household talk'));
  await press(buttonNamed(t('field:run.agreed')));
  return notebook;
};
const next = () => press(buttonNamed(t('field:run.next')));
const jumpTo = async (question: string) => {
  await press(buttonNamed(t('field:run.jump')));
  await press(buttonNamed(question));
};
const inSheet = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')].find((each) => each.textContent === name);
  if (!found) throw new Error(`no button in the sheet is called "${name}"`);
  return found;
};
const answersOf = (notebook: FakeNotebook, record = run) =>
  Object.fromEntries(
    [...(notebook.record(record)?.fields ?? [])]
      .filter(([field]) => field.startsWith('answers.'))
      .map(([field, { value }]) => [field.slice(8), value]),
  );

/** The words of the draft, as they lie on the phone. */
const kept = (notebook: FakeNotebook) => {
  const draft = notebook.drafts.find(`screening:${run}`)?.value as ScreeningDraft | undefined;
  return Object.fromEntries(Object.entries(draft?.answers ?? {}).map(([key, answer]) => [key, answer.words]));
};

beforeEach(async () => {
  personLanguage.value = null;
  localStorage.clear();
  await setLanguage('en');
});

describe('every kind of question', () => {
  test('words stand before the question they lead to, in the language of the checklist', async () => {
    await begin();
    expect(words()).toContain('Thank you for your time.');
    expect(asked()).toContain('rooms?');
    expect(words()).toContain('The beginning');
  });

  test("a value that does not fit has its author's message beside it, and holds nobody up", async () => {
    await begin();
    await type(fieldNamed(t('field:run.answer.whole')), '40');
    expect(words()).toContain('So many rooms?');
    await next();
    expect(asked()).toContain('rooms?');
    await next();
    expect(asked()).toContain('town?');
  });

  test('what must be answered asks once why it is not, and lets go', async () => {
    await begin();
    await next();
    expect(words()).toContain(t('field:run.problem.required'));
    await press(label(t('checklists:answers.not-safe-to-ask')));
    expect(words()).not.toContain(t('field:run.problem.required'));
    await next();
    expect(asked()).toContain('town?');
  });

  test('what is no number is said to be none', async () => {
    await begin();
    await type(fieldNamed(t('field:run.answer.whole')), 'two');
    expect(words()).toContain(t('field:run.problem.whole'));
  });

  test('three hundred places: a few letters find one, and it stays chosen when others are looked at', async () => {
    await begin();
    await jumpTo('town?');
    expect(document.querySelectorAll('.choice').length).toBeLessThan(40);
    await type(fieldNamed(t('field:run.choices.look')), 'OWN 29');
    expect(words()).toContain(t('field:run.choices.more_other', { count: 3 }));
    await type(fieldNamed(t('field:run.choices.look')), 'own 298');
    await press(label('Town 298'));
    await type(fieldNamed(t('field:run.choices.look')), 'own 11');
    expect(label('Town 298').querySelector('input')?.checked).toBe(true);
    await type(fieldNamed(t('field:run.choices.look')), 'nowhere');
    expect(words()).toContain(t('field:run.choices.none'));
  });

  test('an order is tapped, and one taken out leaves the rest in theirs', async () => {
    await begin();
    await jumpTo('order?');
    for (const thing of ['Thing c', 'Thing a', 'Thing b']) await press(buttonNamed(thing));
    expect(buttonNamed('Thing a').textContent).toBe(t('field:run.rank.place', { place: 2, label: 'Thing a' }));
    await press(buttonNamed('Thing a'));
    expect(buttonNamed('Thing b').textContent).toBe(t('field:run.rank.place', { place: 2, label: 'Thing b' }));
  });

  test('a picture is not collected, and that is said instead', async () => {
    await begin();
    await jumpTo('You said');
    await next();
    expect(words()).toContain(t('field:run.notCollected'));
  });
});

describe('its languages', () => {
  test('are the ones offered; a draft is marked with the original beneath; what it lacks stands in the original and says so', async () => {
    await begin();
    const offered = [...fieldNamed(t('field:wording.personLanguage')).querySelectorAll('option')].map((option) => option.textContent);
    expect(offered).toEqual(['English', 'Español', 'العربية']);
    await choose(fieldNamed(t('field:wording.personLanguage')), 'es');
    expect(document.querySelector('.asked [lang=es]')?.textContent).toBe('¿rooms?');
    // Once, above the words that come before the question.
    expect(words().split(t('field:wording.draft'))).toHaveLength(2);
    await jumpTo('You said');
    expect(asked()).toContain(t('field:wording.lacking'));
    expect(document.querySelector('.asked .said-person')?.getAttribute('lang')).toBe('en');
  });

  test('what was said before stands in the words of a later question, in whichever direction', async () => {
    await begin();
    await type(fieldNamed(t('field:run.answer.whole')), '3');
    await choose(fieldNamed(t('field:wording.personLanguage')), 'ar');
    await jumpTo('You said 3 rooms?');
    const said = document.querySelector('.asked .said-person');
    expect([said?.textContent, said?.getAttribute('dir')]).toEqual(['قلت 3 غرف؟', 'rtl']);
  });

  test('our own words say that they are in English where we have no other', async () => {
    await begin();
    await choose(fieldNamed(t('field:wording.personLanguage')), 'ar');
    for (let back = 0; back < 2; back += 1) await press(buttonNamed(t('field:run.back')));
    expect(words()).toContain(t('field:wording.oursIn'));
  });
});

describe('a part that repeats', () => {
  const toChildren = () => jumpTo('nick?');

  test('grows, is called by what was said of it, and what is taken out comes back with one tap', async () => {
    const notebook = await begin();
    await toChildren();
    await type(fieldNamed(t('field:run.answer.words')), 'the eldest');
    await press(buttonNamed(t('field:run.jump')));
    await press(buttonNamed(t('field:run.repeat.another')));
    await press(buttonNamed(t('field:run.repeat.add')));
    expect(words()).toContain(t('field:run.repeat.which', { name: 'Child', at: 2, of: 2 }));
    await type(fieldNamed(t('field:run.answer.words')), 'the youngest');
    await press(buttonNamed(t('field:run.jump')));
    await press(label(t('field:run.way.page')));
    await press(buttonNamed(t('app:parts.sheet.close')));
    const names = [1, 2].map((at) => t('field:run.repeat.which', { name: 'Child', at, of: 2 }));
    await press(buttonNamed(t('field:run.back')));
    expect(fieldNamed(t('field:run.answer.words')).value).toBe('the eldest');
    await press(buttonNamed(t('field:run.repeat.remove', { name: `${names[0]} · the eldest` })));
    expect(words()).toContain(t('field:run.repeat.count_one', { name: 'Child', count: 1 }));
    await settled(300);
    expect(kept(notebook)).toEqual({ 'children[1]/nick': 'the youngest' });
    await press(buttonNamed(t('app:parts.toast.undo')));
    expect(fieldNamed(t('field:run.answer.words')).value).toBe('the eldest');
    await settled(300);
    expect(kept(notebook)).toEqual({ 'children[1]/nick': 'the eldest', 'children[2]/nick': 'the youngest' });
  });
});

describe('a page for each part', () => {
  test('holds all its questions with their legends, and is remembered for the next talk', async () => {
    await begin();
    await press(buttonNamed(t('field:run.jump')));
    await press(label(t('field:run.way.page')));
    await press(buttonNamed(t('app:parts.sheet.close')));
    expect(document.querySelectorAll('.question')).toHaveLength(5);
    expect(words()).toContain(t('field:run.progressParts', { at: 1, of: 3 }));
    await next();
    await next();
    expect(words()).toContain(t('field:run.progressParts', { at: 2, of: 3 }));
    await open(withChecklist(), `/q/${'d'.repeat(32)}?person=${person}`);
    await toOffer();
    await press(buttonNamed(t('field:run.agreed')));
    expect(document.querySelectorAll('.question').length).toBeGreaterThan(1);
  });
});

describe('paused and handed to the office', () => {
  test('everything goes along; who takes it up again is asked about the place first, and the end joins the record', async () => {
    const notebook = await begin();
    await type(fieldNamed(t('field:run.answer.whole')), '4');
    await press(buttonNamed(t('field:run.stop')));
    await press(inSheet(t('field:run.handOver')));
    await until(() => notebook.record(run) !== undefined);
    expect(words()).toContain(t('field:screening.saved.paused'));
    const paused = notebook.record(run);
    expect(paused?.fields.get('outcome')?.value).toBe('paused');
    expect(paused?.fields.get('checklist')?.value).toMatchObject({ id: 'household-survey', version: '2026a' });
    expect(answersOf(notebook)).toEqual({ rooms: { value: '4', how: 'said', asked: { in: 'en', state: 'source' } } });
    expect(notebook.drafts.all()).toEqual([]);

    await open(notebook, `/q/${run}?go=on`);
    await toOffer();
    await press(buttonNamed(t('field:run.agreed')));
    expect(fieldNamed(t('field:run.answer.whole')).value).toBe('4');
    await jumpTo('done?');
    await press(label('Yes indeed'));
    await next();
    await press(label(t('codes:nextStep.keep-in-touch')));
    await type(fieldNamed(t('field:decision.reason.label')), 'They want to talk again.');
    await press(buttonNamed(t('field:run.save')));
    await until(() => notebook.record(run)?.fields.get('outcome')?.value === 'completed');
    expect(notebook.record(run)?.history.map(({ body }) => body.kind)).toEqual(['screening', 'amendment']);
    const asked = { in: 'en', state: 'source' };
    expect(answersOf(notebook)).toEqual({ rooms: { value: '4', how: 'said', asked }, done: { is: 'y', how: 'said', asked } });
  });

  test('a new version published meanwhile does not break what was begun with the old one', async () => {
    const notebook = await begin();
    await type(fieldNamed(t('field:run.answer.whole')), '4');
    withChecklist({ ...household, version: '2026b', items: [item('other', 'text')] }, notebook);
    await next();
    expect(asked()).toContain('town?');
    await settled(300);
    await show(notebook, `/q/${run}`);
    await until(() => asked().includes('town?'));
    expect(fieldNamed(t('field:run.choices.look'))).toBeDefined();
  });
});
