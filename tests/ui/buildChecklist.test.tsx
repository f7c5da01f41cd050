/** A supervisor builds a checklist without a spreadsheet: words it in two languages, lets one question hang on another, and tries it. */
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/domain/checklist.ts';
import { findItem } from '../../src/forms/editing/items.ts';
import { loadChecklist } from '../../src/forms/engine/load.ts';
import { openRun } from '../../src/forms/engine/open.ts';
import { needWords } from '../../src/i18n/language.ts';
import { Toasts } from '../../src/ui/parts/Toast.tsx';
import { Editor } from '../../src/ui/screens/library/edit/Editor.tsx';
import { emptyChecklist, languageToWriteIn } from '../../src/ui/screens/library/startingPoint.ts';
import { buttonNamed, draw, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { say } from '../support/say.ts';

const t = say('en');
const words = () => document.body.textContent ?? '';

const atTheDesk = async () => {
  const checklist = signal<Checklist>(emptyChecklist('own-orchard', languageToWriteIn('en')));
  const Desk = () => (
    <>
      <Editor
        checklist={checklist.value}
        change={(next) => {
          checklist.value = next;
        }}
      />
      <Toasts />
    </>
  );
  await draw(<Desk />);
  return checklist;
};

const pickIn = async (label: string, value: string): Promise<void> => {
  const select = [...document.querySelectorAll('select')].find(
    (each) =>
      each.closest('label')?.textContent?.includes(label) || document.querySelector(`label[for="${each.id}"]`)?.textContent === label,
  );
  if (!select) throw new Error(`there is no list called ${label}`);
  await act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled();
};

const add = (kind: string) => pickIn(t('library:edit.add.label'), kind);
const inEnglish = { language: 'English' };
const row = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll<HTMLButtonElement>('.edit-row')].find((each) => each.textContent?.includes(name));
  if (!found) throw new Error(`no row ${name}`);
  return found;
};

beforeEach(async () => {
  await draw(null);
  await needWords(['office', 'library', 'checklists']);
});

describe('building a checklist', () => {
  test('a section, two questions, and the second asked only after a yes to the first', async () => {
    const checklist = await atTheDesk();
    expect(words()).toContain(t('library:edit.empty.title'));
    await add('group');
    await type(fieldNamed(t('library:edit.words.labels', inEnglish)), 'The orchard');
    await add('yes-no');
    await until(() => words().includes(t('library:edit.kinds.yes-no')));
    await type(fieldNamed(t('library:edit.words.labels', inEnglish)), 'Is there shade to rest in?');
    await press(row('Is there shade'));
    await add('integer');
    await type(fieldNamed(t('library:edit.words.labels', inEnglish)), 'How many hours a day?');
    await type(fieldNamed(t('library:edit.bounds.most')), '24');
    await press(buttonNamed(t('library:edit.condition.only')));
    expect(findItem(checklist.value, '/section-1/question-2')?.relevant).toBeUndefined();
    await press(fieldNamed('Yes'));
    const made = checklist.value;
    expect(findItem(made, '/section-1/question-2')).toMatchObject({
      relevant: "${question-1} = 'yes'",
      constraint: '. <= 24',
      labels: { [made.defaultLanguage]: 'How many hours a day?' },
    });

    const run = openRun(loadChecklist(made), { now: () => '2026-11-22T10:00:00-06:00', random: () => 0, newId: () => '0' });
    expect(run.state('/section-1/question-2')?.relevant).toBe(false);
    run.set('/section-1/question-1', 'yes');
    run.set('/section-1/question-2', '25');
    expect(run.state('/section-1/question-2')).toMatchObject({ relevant: true, constraintOk: false });
  });

  test('what is typed is one step back, and removing names what depends on it', async () => {
    const checklist = await atTheDesk();
    await add('yes-no');
    await until(() => checklist.value.items.length === 1);
    const label = fieldNamed(t('library:edit.words.labels', inEnglish));
    await type(label, 'Is');
    await type(label, 'Is it far?');
    await press(buttonNamed(t('library:edit.undo')));
    expect(checklist.value.items[0]?.labels).toEqual({});
    await press(buttonNamed(t('library:edit.redo')));
    expect(Object.values(checklist.value.items[0]?.labels ?? {})).toEqual(['Is it far?']);

    await add('text');
    await type(fieldNamed(t('library:edit.words.labels', inEnglish)), 'Who drives?');
    await press(buttonNamed(t('library:edit.condition.only')));
    await press(fieldNamed('No'));
    await press(row('Is it far?'));
    await press(buttonNamed(t('library:edit.remove.label')));
    expect(words()).toContain(t('library:edit.remove.missing', { names: 'Who drives?' }));
    await press(buttonNamed(t('library:edit.remove.confirm')));
    expect(checklist.value.items.map(({ name }) => name)).toEqual(['question-2']);
    await press(buttonNamed(t('library:edit.undo')));
    expect(checklist.value.items.map(({ name }) => name)).toEqual(['question-1', 'question-2']);
  });

  test('a new name goes along into the rules that use it', async () => {
    const checklist = await atTheDesk();
    await add('yes-no');
    await until(() => checklist.value.items.length === 1);
    await add('text');
    await press(buttonNamed(t('library:edit.condition.only')));
    await press(fieldNamed('No'));
    await press(row(t('library:edit.unworded', { name: 'question-1' })));
    await type(fieldNamed(t('library:edit.name.label')), '1 far');
    expect(words()).toContain(t('library:edit.name.unusable'));
    await type(fieldNamed(t('library:edit.name.label')), 'question-2');
    expect(words()).toContain(t('library:edit.name.taken'));
    await type(fieldNamed(t('library:edit.name.label')), 'far');
    await press(buttonNamed(t('library:edit.name.change')));
    expect(checklist.value.items.map(({ name, relevant }) => [name, relevant])).toEqual([
      ['far', undefined],
      ['question-2', "${far} = 'no'"],
    ]);
  });

  test('another language beside the first, and a rule that cannot be picked is written and checked', async () => {
    const checklist = await atTheDesk();
    await add('yes-no');
    await until(() => checklist.value.items.length === 1);
    await add('text');
    await pickIn(t('library:edit.language.add'), 'ur');
    expect(checklist.value.languages.map(({ code, direction, wording }) => [code, direction, wording])).toEqual([
      ['en', 'ltr', 'source'],
      ['ur', 'rtl', 'machine-draft'],
    ]);
    const [, urdu] = checklist.value.languages;
    const field = document.querySelector<HTMLInputElement>('[lang=ur].input-area');
    if (!field) throw new Error('there is no field for Urdu');
    await type(field, 'کیا آپ کو آرام ملتا ہے؟');
    expect(checklist.value.items[1]?.labels[urdu?.name ?? '']).toBe('کیا آپ کو آرام ملتا ہے؟');

    await press(buttonNamed(t('library:edit.condition.write')));
    await type(fieldNamed(t('library:edit.condition.text')), 'string-length(${question-1}) > ');
    expect(words()).toContain('30');
    await type(fieldNamed(t('library:edit.condition.text')), 'string-length(${question-1}) > 2');
    expect(checklist.value.items[1]?.relevant).toBe('string-length(${question-1}) > 2');
    expect(buttonNamed(t('library:edit.condition.pick')).disabled).toBe(true);
  });
});
