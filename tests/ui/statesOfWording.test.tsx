import { beforeEach, describe, expect, test } from 'vitest';
import { allowWording } from '../../src/domain/allowedWording.ts';
import type { ReviewState } from '../../src/domain/wordingStates.ts';
import { needWords, personLanguage, setLanguage, setSecondLanguage } from '../../src/i18n/language.ts';
import { languages } from '../../src/i18n/languages.ts';
import type { Member } from '../../src/store/notebook.ts';
import Languages from '../../src/ui/screens/library/Languages.tsx';
import { AnswerMeta } from '../../src/ui/screens/office/AnswerRow.tsx';
import { Said } from '../../src/ui/screens/Said.tsx';
import { markAbove, type TwoLanguages } from '../../src/ui/screens/twoLanguages.ts';
import { buttonNamed, choose, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { begin, label, run, toQuestions, words } from '../support/runScreens.tsx';
import { say } from '../support/say.ts';

const t = say('en');
const ko = say('ko');

beforeEach(async () => {
  localStorage.clear();
  personLanguage.value = null;
  setSecondLanguage(null);
  await setLanguage('en');
});

/** A language of which one string was changed in English and the rest was checked, or whatever `states` says. */
const inKorean = (states: Readonly<Record<string, ReviewState | null>>): TwoLanguages => ({
  worker: (key) => `worker ${key}`,
  person: (key) => `person ${key}`,
  beside: { tag: 'vi', say: (key) => `beside ${key}` },
  original: (key) => `original ${key}`,
  placeOf: (key) => ({ key }),
  originalLanguage: { tag: 'en', direction: 'ltr' },
  workerTag: 'vi',
  personTag: 'ko',
  same: false,
  stateOf: (key) => states[key] ?? 'field-checked',
  allowed: null,
  mark: (key) => states[key] ?? null,
  direction: 'ltr',
  lacks: () => false,
  offered: [],
  chosen: 'ko',
  missing: null,
});

describe('a passage', () => {
  test('of which nothing is checked is marked once, above', async () => {
    const all = inKorean({ a: 'machine-draft', b: 'machine-draft' });
    expect(markAbove(all, ['a', 'b'])).toBe('machine-draft');
    await draw(<Said words={all} says="a" above="machine-draft" />);
    expect(words()).not.toContain(t('field:wording.draft'));
    expect(words()).toContain('original a');
  });

  test('that is checked but for one string marks that one, where it stands', async () => {
    const most = inKorean({ b: 'outdated' });
    expect(markAbove(most, ['a', 'b'])).toBeNull();
    await draw(
      <>
        <Said words={most} says="a" />
        <Said words={most} says="b" />
      </>,
    );
    const [checked, changed] = [...document.querySelectorAll('.said')].map((each) => each.textContent ?? '');
    expect(checked).toBe('person abeside a');
    expect(changed).toContain(t('field:wording.state.outdated'));
    expect(changed).toContain('original b');
  });

  test('says of a string that stands otherwise than the rest how it stands', async () => {
    const mixed = inKorean({ a: 'machine-draft', b: 'translated' });
    expect(markAbove(mixed, ['a', 'b'])).toBe('machine-draft');
    await draw(<Said words={mixed} says="b" above="machine-draft" />);
    expect(words()).toContain(t('field:wording.state.translated'));
  });
});

const inLanguage = async (tag: string) => {
  await choose(fieldNamed(t('field:wording.personLanguage')), tag);
  await until(() => words().includes(say(tag)('checklists:privacy.ask')));
};
const stopHere = async () => {
  await press(buttonNamed(t('field:run.stop')));
  const stop = [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')].find(
    (each) => each.textContent === t('field:run.stopped'),
  );
  if (!stop) throw new Error('there is no way to stop');
  await press(stop);
  await press(buttonNamed(t('field:run.save')));
};
const supervisorIn = (notebook: FakeNotebook): Member => {
  const found = notebook.members().find(({ role }) => role === 'supervisor');
  if (!found) throw new Error('there is no supervisor');
  return found;
};
const allowed = (notebook: FakeNotebook, language: string) =>
  notebook.arrives(allowWording(language, 'Read with two families.', notebook.newId), supervisorIn(notebook)).body.record;
const said = (notebook: FakeNotebook, field: string) => notebook.recordsOf('screening')[0]?.fields.get(field)?.value;

describe('what was asked', () => {
  test('is kept with its language and its state, which may change between two questions', async () => {
    const notebook = await begin();
    await inLanguage('ko');
    await toQuestions();
    await press(label(t('checklists:answers.preferred-not-to-say')));
    await press(buttonNamed(t('field:run.next')));
    const second = document.querySelector('[data-asked]')?.textContent ?? '';
    await choose(fieldNamed(t('field:wording.personLanguage')), 'en');
    await until(() => document.querySelector('[data-asked]')?.textContent !== second);
    await press(label(t('checklists:answers.preferred-not-to-say')));
    await stopHere();
    const fields = [...(notebook.recordsOf('screening')[0]?.fields ?? [])].filter(([name]) => name.startsWith('answers.'));
    expect(fields.map(([, { value }]) => value)).toEqual([
      { is: 'preferred-not-to-say', asked: { in: 'ko', state: 'machine-draft' } },
      { is: 'preferred-not-to-say', asked: { in: 'en', state: 'source' } },
    ]);
  });

  test('says nothing of a question that was not asked, or whose answer was taken back', async () => {
    const notebook = await begin();
    await toQuestions();
    await press(label(t('checklists:answers.preferred-not-to-say')));
    await press(label(t('checklists:answers.not-asked')));
    await stopHere();
    const [first] = [...(notebook.recordsOf('screening')[0]?.fields ?? [])].filter(([name]) => name.startsWith('answers.'));
    expect(first?.[1].value).toEqual({ is: 'not-asked' });
  });

  test('in a language that a supervisor allowed: no mark, no English beneath, who and why, and it is written down', async () => {
    await setLanguage('vi');
    await setLanguage('en');
    const notebook = createFakeNotebook();
    const record = allowed(notebook, 'ko');
    await begin(notebook);
    await inLanguage('ko');
    expect(words()).not.toContain(t('field:wording.draft'));
    expect(words()).toContain(t('field:wording.allowed', { name: 'Mina Park', reason: 'Read with two families.' }));
    await toQuestions();
    await press(label(t('checklists:answers.preferred-not-to-say')));
    await stopHere();
    expect(said(notebook, 'languages')).toMatchObject({
      person: 'ko',
      wording: 'machine-draft',
      allowed: { reason: 'Read with two families.', record },
    });
    const [first] = [...(notebook.recordsOf('screening')[0]?.fields ?? [])].filter(([name]) => name.startsWith('answers.'));
    expect(first?.[1].value).toMatchObject({ asked: { in: 'ko', state: 'machine-draft', allowed: record } });
  });

  test('in a language that nobody allowed is marked again as soon as it is taken back', async () => {
    const notebook = createFakeNotebook();
    const record = allowed(notebook, 'ko');
    await begin(notebook);
    await inLanguage('ko');
    notebook.arrives({ kind: 'amendment', record, says: { fields: { allowed: false } } }, supervisorIn(notebook));
    await until(() => words().includes(t('field:wording.draft')));
    expect(words()).not.toContain('Read with two families.');
  });
});

test('a worker who speaks the person’s language reads their second one beneath', async () => {
  setSecondLanguage('ko');
  await begin();
  await until(() => words().includes(ko('checklists:privacy.ask')));
  const [asked] = document.querySelectorAll('.said');
  expect(asked?.querySelector('.said-person')?.textContent).toBe(t('checklists:privacy.ask'));
  expect(asked?.querySelector('.said-worker')?.textContent).toBe(ko('checklists:privacy.ask'));
});

describe('the office', () => {
  test('reads beside an answer in which language it was asked, and how far its wording was', async () => {
    await needWords(['office']);
    const asked = { in: 'ko', state: 'outdated', allowed: run };
    await draw(<AnswerMeta answer={{ is: 'yes', how: 'said', asked }} />);
    const meta = ['한국어', t('office:record.answers.asked.outdated'), t('office:record.answers.asked.allowed')].join(', ');
    expect(document.querySelector('.answer-meta')?.textContent).toContain(meta);
    await draw(<AnswerMeta answer={{ is: 'yes', asked: { in: 'ko', state: 'sung-aloud' } }} />);
    expect(document.querySelector('.answer-meta')?.textContent).toBe('한국어, sung-aloud');
  });

  test('sees how far each language is, and allows one with a reason that it can take back', async () => {
    const notebook = createFakeNotebook({ role: 'supervisor' });
    await needWords(['office', 'library']);
    await draw(<Languages />, createFakeFieldbook(notebook));
    await until(() => words().includes(t('app:settings.languages.draft')));
    const korean = document.querySelector('section[aria-labelledby=language-ko]');
    const inRow = (name: string) => {
      const found = [...(korean?.querySelectorAll('button') ?? [])].find((each) => each.textContent?.includes(name));
      if (!found) throw new Error(`no button is called "${name}"`);
      return found;
    };
    await press(inRow(t('library:languages.allow.open')));
    await press(inRow(t('library:languages.allow.save')));
    expect(words()).toContain(t('library:languages.allow.error'));
    expect(notebook.recordsOf('wording-allowed')).toEqual([]);
    await type(fieldNamed(t('library:languages.allow.label')), 'Read with two families.');
    await press(inRow(t('library:languages.allow.save')));
    await until(() => (korean?.textContent ?? '').includes('Read with two families.'));
    expect(notebook.drafts.all()).toEqual([]);
    await press(inRow(t('library:languages.takeBack.label')));
    await press(inRow(t('library:languages.takeBack.confirm')));
    await until(() => !(korean?.textContent ?? '').includes('Read with two families.'));
    expect(inRow(t('library:languages.allow.open'))).toBeDefined();
  });
});

test('through all languages in the middle of a screening, answers, half a sentence and the place stay', async () => {
  await begin();
  await inLanguage('ko');
  await toQuestions();
  await press(label(t('checklists:answers.preferred-not-to-say')));
  const fold = document.querySelector<HTMLElement>('details.more summary');
  await press(fold ?? document.body);
  const half = 'Kim says 아직 다 못 씀, còn';
  const note = fieldNamed(t('field:run.note.label'));
  await type(note, half);
  const place = document.querySelector('[data-asked] .said-person')?.textContent;
  for (const { tag } of [...languages, { tag: 'en' }]) {
    const s = say(tag);
    await setLanguage(tag);
    await until(() => document.documentElement.lang === tag);
    await settled();
    expect(fieldNamed(s('field:run.note.label')), tag).toBe(note);
    expect(note.value).toBe(half);
    expect(document.querySelector('[data-asked] .said-person')?.textContent).toBe(place);
    expect(label(s('checklists:answers.preferred-not-to-say')).querySelector('input')?.checked).toBe(true);
  }
});

test('and through all languages of the person, too', async () => {
  await begin();
  await inLanguage('ko');
  await toQuestions();
  await press(label(t('checklists:answers.preferred-not-to-say')));
  await press(buttonNamed(t('field:show.open')));
  for (const { tag } of languages) {
    const s = say(tag);
    const pick = document.querySelector<HTMLInputElement>('dialog.show[open] select');
    if (!pick) throw new Error('the language cannot be changed here');
    await choose(pick, tag);
    const chosen = () => document.querySelector('dialog.show[open] .show-answer[aria-pressed=true]')?.textContent;
    await until(() => chosen() === s('checklists:answers.preferred-not-to-say'));
  }
});
