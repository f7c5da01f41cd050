/** A supervisor brings in a spreadsheet, looks, marks, publishes and withdraws it: with the real reader and the real engine. */
import { act } from 'preact/test-utils';
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import { libraryIn } from '../../src/domain/library.ts';
import { needWords } from '../../src/i18n/language.ts';
import { Toasts } from '../../src/ui/parts/Toast.tsx';
import Library from '../../src/ui/screens/library/Library.tsx';
import LibraryChecklist from '../../src/ui/screens/library/LibraryChecklist.tsx';
import LibraryDraftPage from '../../src/ui/screens/library/LibraryDraftPage.tsx';
import { draftRows } from '../../src/ui/screens/library/libraryDraft.ts';
import { nextVersion } from '../../src/ui/screens/library/startingPoint.ts';
import { buttonNamed, choose, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { inventedForm } from '../support/inventedForm.ts';
import { say } from '../support/say.ts';

const t = say('en');
const words = () => document.body.textContent ?? '';

const Office = () => (
  <>
    <Router>
      <Route path="/library" component={Library} />
      <Route path="/library/c/:which" component={LibraryChecklist} />
      <Route path="/library/d/:draft" component={LibraryDraftPage} />
    </Router>
    <Toasts />
  </>
);

const aDesk = () => {
  const notebook = createFakeNotebook({ role: 'supervisor' });
  return { notebook, fieldbook: createFakeFieldbook(notebook) };
};

const keptDraft = ({ drafts }: FakeNotebook): string => JSON.stringify(drafts.all().find(({ id }) => id.startsWith('library:'))?.value);

const chooseFiles = async (files: readonly File[]): Promise<void> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('there is nowhere to put a file');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled(20);
};

const fileOf = (name: string, bytes: Uint8Array | string): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);
const part = (name: string) => press(buttonNamed(t(`library:library.parts.${name}`)));

/** In the library, with the invented form brought in and its draft open. */
const broughtIn = async (desk = aDesk(), version = '3') => {
  history.replaceState(null, '', '/library');
  await draw(<Office />, desk.fieldbook);
  await chooseFiles([fileOf('talk.xlsx', inventedForm(version))]);
  await until(() => words().includes(t('library:library.parts.findings')));
  return desk;
};

/** Says what the invented form leaves open, and puts it on phones. */
const publish = async (): Promise<void> => {
  await part('languages');
  await part('details');
  await press(fieldNamed(t('library:import.details.permission.ours.label')));
  await press(buttonNamed(t('library:import.publish.do')));
  await until(() => words().includes(t('library:library.onPhones')));
};

beforeEach(async () => {
  history.replaceState(null, '', '/library');
  await draw(null);
  await needWords(['office', 'library', 'checklists']);
});

describe('bringing in', () => {
  test('an empty library teaches the next step', async () => {
    await draw(<Office />, aDesk().fieldbook);
    expect(words()).toContain(t('library:library.organisation.empty.text'));
    expect(words()).toContain(t('checklists:library.adult.title'));
  });

  test('a worker who finds the way here is told kindly that it is the office’s', async () => {
    await draw(<Office />, createFakeFieldbook(createFakeNotebook({ role: 'worker' })));
    expect(words()).toContain(t('office:only.title'));
  });

  test('the slips are said with their place and the nearest right spelling, and the rest comes in', async () => {
    await broughtIn();
    expect(words()).toContain(t('library:import.findings.type-unknown', { text: 'texxt' }));
    expect(words()).toContain(t('library:import.where.row', { row: 15 }));
    expect([...document.querySelectorAll('.finding code')].map((code) => code.textContent)).toContain('${paid}');
  });

  test('a file that is no spreadsheet is answered with what to do, and nothing is begun', async () => {
    const { notebook, fieldbook } = aDesk();
    await draw(<Office />, fieldbook);
    await chooseFiles([fileOf('notes.xlsx', 'just some words\nand more')]);
    await until(() => words().includes(t('library:import.failed.plain-text')));
    expect(words()).toContain(t('library:import.mend.plain-text'));
    await chooseFiles([fileOf('old.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]))]);
    await until(() => words().includes(t('library:import.mend.old-binary')));
    expect(draftRows(notebook.drafts.all())).toEqual([]);
  });

  test('a long reading is said after a while and can be stopped', async () => {
    const { notebook, fieldbook } = aDesk();
    const slow: typeof fieldbook = {
      ...fieldbook,
      readSpreadsheet: (_, stop) =>
        new Promise((answered) => stop.addEventListener('abort', () => answered({ ok: false, failure: { type: 'stopped' } }))),
    };
    await draw(<Office />, slow);
    await chooseFiles([fileOf('talk.xlsx', inventedForm())]);
    await until(() => words().includes(t('library:import.reading')));
    await press(buttonNamed(t('library:import.stop')));
    await until(() => !words().includes(t('library:import.reading')));
    expect(words()).not.toContain(t('library:import.nothingLost'));
    expect(notebook.drafts.all()).toEqual([]);
  });

  test('a table that comes later is read with the form, and what was marked and named stays', async () => {
    const { notebook } = await broughtIn();
    await part('details');
    await type(fieldNamed(t('library:import.details.source.label')), 'A colleague');
    await part('findings');
    await chooseFiles([fileOf('clinics.csv', 'name,label\na,Clinic A\n')]);
    await until(() => words().includes(t('library:import.again.files', { names: 'talk.xlsx, clinics.csv' })));
    await settled(300);
    expect(keptDraft(notebook)).toContain('Clinic A');
    expect(keptDraft(notebook)).toContain('A colleague');
  });

  test('the draft is kept sealed, with its files, and is found again in the library', async () => {
    const { notebook, fieldbook } = await broughtIn();
    expect(draftRows(notebook.drafts.all())).toMatchObject([{ title: 'Lantern first talk', origin: 'brought-in' }]);
    history.replaceState(null, '', '/library');
    await draw(<Office />, fieldbook);
    expect(words()).toContain('Lantern first talk');
  });
});

describe('the draft', () => {
  test('trying it out: a question opens with the answer before it and says by which rule', async () => {
    await broughtIn();
    await part('preview');
    const phone = () => document.querySelector('.preview-phone')?.textContent ?? '';
    // What other programs would dress up is words here, and nothing is fetched for it.
    expect(phone()).toContain('Thank you for your time.');
    expect(phone()).not.toMatch(/<b>|pictures\.invalid/);
    expect(document.querySelector('.preview img, .preview a[href^="http"]')).toBeNull();
    expect(phone()).not.toContain('What is the reason they give?');
    expect(document.querySelector('.preview-list')?.textContent).toContain("${paid} = 'no'");
    const no = [...document.querySelectorAll<HTMLInputElement>('.preview-phone input[type=radio]')].find(
      (input) => input.closest('label')?.textContent === 'No',
    );
    if (!no) throw new Error('there is no No');
    await press(no);
    expect(phone()).toContain('What is the reason they give?');
  });

  test('marks are given to several questions at once by keyboard, and kept', async () => {
    const { notebook } = await broughtIn();
    await part('marks');
    const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')];
    const key = async (name: string, shiftKey = false) => {
      await act(() => {
        document.querySelector('[role=listbox]')?.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true }));
      });
      await settled();
    };
    await press(options()[0] as HTMLElement);
    await key('ArrowDown', true);
    await key('2');
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual([
      'true',
      'true',
      ...options()
        .slice(2)
        .map(() => 'false'),
    ]);
    expect(options()[1]?.textContent).toContain(t('library:import.marks.element.means'));
    expect(options()[2]?.textContent).toContain(t('library:import.marks.notYet'));
    await settled(300);
    expect(keptDraft(notebook)).toContain('means');
  });

  test('nothing goes to phones before somebody says that we may use it', async () => {
    await broughtIn();
    await part('details');
    expect(words()).toContain(t('library:import.publish.missing.permission'));
    expect(buttonNamed(t('library:import.publish.do')).disabled).toBe(true);
    await press(fieldNamed(t('library:import.details.permission.given.label')));
    expect(words()).toContain(t('library:import.publish.missing.licence'));
    await type(fieldNamed(t('library:import.details.licence.label')), 'By letter of the authors');
    expect(buttonNamed(t('library:import.publish.do')).disabled).toBe(false);
  });
});

describe('publishing', () => {
  test('what goes out is the checklist as it was decided, and the draft is gone', async () => {
    const { notebook } = await broughtIn();
    await publish();
    const [one] = libraryIn(notebook.recordsOf);
    expect(one).toMatchObject({ id: 'lantern_talk', version: '3', standing: 'offered' });
    expect(one?.checklist()?.languages.map(({ code }) => code)).toEqual(['en', 'ko']);
    expect(notebook.drafts.all()).toEqual([]);
  });

  test('the same version cannot go out twice; the next one is proposed and what changed is shown', async () => {
    const desk = await broughtIn();
    await publish();
    await broughtIn(desk);
    await part('details');
    expect(words()).toContain(t('library:import.details.version.taken', { version: '3' }));
    await press(buttonNamed(t('library:import.details.version.take', { version: '4' })));
    expect(words()).not.toContain(t('library:import.publish.missing.version-taken'));
    await publish();
    expect(
      libraryIn(desk.notebook.recordsOf)
        .map(({ version }) => version)
        .sort(),
    ).toEqual(['3', '4']);
    expect(words()).toContain(t('library:library.changes.none'));
  });

  test('taken off the phones and offered again', async () => {
    const { notebook } = await broughtIn();
    await publish();
    await press(buttonNamed(t('library:library.withdraw.label')));
    await press(buttonNamed(t('library:library.withdraw.confirm')));
    await until(() => libraryIn(notebook.recordsOf)[0]?.standing === 'withdrawn');
    await press(buttonNamed(t('library:library.offerAgain')));
    await until(() => libraryIn(notebook.recordsOf)[0]?.standing === 'offered');
  });

  test('one of ours is copied with its words in every language', async () => {
    const { notebook, fieldbook } = aDesk();
    history.replaceState(null, '', '/library/c/1');
    await draw(<Office />, fieldbook);
    await until(() => document.querySelector('.checklist-actions') !== null);
    await press(buttonNamed(t('library:library.copy')));
    await until(() => draftRows(notebook.drafts.all()).length === 1);
    const kept = keptDraft(notebook);
    expect(kept).toContain('한국어 (ko)');
    expect(kept).toContain('Tiếng Việt (vi)');
  });
});

test('the next version counts on from the last, whatever it looks like', () => {
  expect(nextVersion('3', ['3', '4'])).toBe('5');
  expect(nextVersion('2024091201', [])).toBe('2024091202');
  expect(nextVersion('v1.09-draft', ['v1.09-draft'])).toBe('v1.10-draft');
  expect(nextVersion('spring', ['spring'])).toBe('spring-1');
  expect(nextVersion('', [])).toBe('1');
});

test('which language a bare name is, is asked once, and the direction follows', async () => {
  await broughtIn();
  await part('languages');
  const which = fieldNamed(t('library:import.languages.which'));
  await choose(which, 'ar');
  expect(fieldNamed(t('library:import.languages.direction.rtl')).checked).toBe(true);
  await choose(which, 'und');
  expect(fieldNamed(t('library:import.languages.direction.ltr')).checked).toBe(true);
});
