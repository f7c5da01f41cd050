/** The office's place for wording: a supervisor accepts, changes, declines, writes, and takes in what translators send back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sumOf } from '../../src/domain/sum.ts';
import { standingWording } from '../../src/domain/wording.ts';
import { buttonNamed, choose, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import { createFakeNotebook, type FakeNotebook, nextId } from '../support/fakeFieldbook.ts';
import { arif, begin, en, end, english, key, ko, linh, opens, proposalsOf, proposing, words } from '../support/wordingScreens.tsx';

beforeEach(begin);
afterEach(end);

const inKorean = async () => {
  const pick = document.querySelector<HTMLInputElement>('main select');
  if (!pick) throw new Error('no language can be chosen');
  await choose(pick, 'ko');
  await until(() => document.querySelector('[role=tablist]') !== null);
};

describe('a supervisor', () => {
  const theOffice = async (...texts: readonly string[]) => {
    const notebook = createFakeNotebook({ role: 'supervisor' });
    for (const text of texts) notebook.arrives(proposing(text, 'It sounds kinder'), linh);
    await opens('/wording', notebook);
    await until(() => document.querySelector('[role=tablist]') !== null);
    await inKorean();
    return notebook;
  };
  const standing = ({ recordsOf }: FakeNotebook) => standingWording(recordsOf).get('ko')?.get(key)?.taken;

  test('reads the old words, the new and the English, changes a word and accepts as field-checked', async () => {
    const notebook = await theOffice('와 주셔서 고맙습니다');
    for (const shown of [english, ko(key), 'It sounds kinder', 'Linh Tran', key]) expect(words()).toContain(shown);
    await type(fieldNamed(en('library:wordings.suggestions.better')), '와 주셔서 고맙습니다.');
    await press(fieldNamed(en('app:settings.languages.far.field-checked')));
    await type(fieldNamed(en('library:wordings.accept.who')), 'a community reader');
    await press(buttonNamed(en('library:wordings.accept.do')));
    await until(() => standing(notebook) !== undefined);
    expect(standing(notebook)).toMatchObject({
      text: '와 주셔서 고맙습니다.',
      state: 'field-checked',
      who: 'a community reader',
      when: '2026-11-20',
    });
    expect(proposalsOf(notebook)[0]?.fate).toMatchObject({ type: 'accepted', changed: true });
    expect(words()).toContain(en('library:wordings.suggestions.empty'));
    await press(buttonNamed(en('app:parts.toast.undo')));
    await until(() => standing(notebook) === undefined);
    expect(fieldNamed(en('library:wordings.suggestions.better')).value).toContain('와 주셔서 고맙습니다');
  });

  test('a suggestion that has lost a placeholder, or gained one, cannot be accepted before it is mended', async () => {
    await theOffice('{{name}} 고맙습니다');
    expect(buttonNamed(en('library:wordings.accept.do')).disabled).toBe(true);
    expect(words()).toContain(en('field:better.problem.placeholder-foreign', { names: '{{name}}' }));
  });

  test('declines with a reason, which must be given', async () => {
    const notebook = await theOffice('고마워');
    await press(buttonNamed(en('library:wordings.decline.do')));
    expect(words()).toContain(en('library:wordings.decline.error'));
    expect(proposalsOf(notebook)[0]?.fate.type).toBe('waiting');
    await type(fieldNamed(en('library:wordings.decline.why')), 'Too familiar');
    await press(buttonNamed(en('library:wordings.decline.do')));
    await until(() => proposalsOf(notebook)[0]?.fate.type === 'declined');
    expect(proposalsOf(notebook)[0]?.fate).toEqual({ type: 'declined', why: 'Too familiar', by: 'Mina Park' });
  });

  test('several at once; of two for one text only one can be taken', async () => {
    const notebook = await theOffice('와 주셔서 고맙습니다.', '찾아 주셔서 고맙습니다.');
    notebook.arrives(proposing('알아 두면 좋은 것', undefined, 'directory:card.title'), linh);
    await settled();
    const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.suggestion-head input')];
    for (const box of boxes()) await press(box);
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, true]);
    await press(buttonNamed(en('library:wordings.accept.several_other', { count: 2 })));
    await until(() => proposalsOf(notebook).filter(({ fate }) => fate.type === 'accepted').length === 2);
    expect(standing(notebook)?.text).toBe('찾아 주셔서 고맙습니다.');
  });

  test('finds a text and writes straight into it', async () => {
    const notebook = await theOffice();
    await press(buttonNamed(en('library:wordings.parts.texts')));
    await type(fieldNamed(en('library:wordings.texts.search')), key);
    expect(words()).toContain(en('library:wordings.texts.found_one', { count: 1 }));
    await press(buttonNamed(en('library:wordings.texts.change', { text: ko(key) })));
    await type(fieldNamed(en('field:better.text')), '와 주셔서 고맙습니다.');
    await press(buttonNamed(en('library:wordings.accept.do')));
    await until(() => standing(notebook)?.text === '와 주셔서 고맙습니다.');
    await choose(fieldNamed(en('library:wordings.accept.state')), 'translated');
    expect(words()).toContain('와 주셔서 고맙습니다.');
  });

  test('two supervisors who had not seen each other: both are shown, and choosing one settles it', async () => {
    const notebook = createFakeNotebook({ role: 'supervisor' });
    for (const text of ['하나입니다.', '둘입니다.'])
      notebook.arrives(
        {
          kind: 'wording',
          record: nextId(),
          says: { language: 'ko', texts: { [key]: { text, state: 'reviewed', source: sumOf(english) } }, replaces: [] },
        },
        arif,
      );
    await opens('/wording', notebook);
    await inKorean();
    await until(() => words().includes(en('library:wordings.disputed.title')));
    const row = [...document.querySelectorAll('.row-still')].find((each) => each.textContent?.includes('둘입니다.'));
    await press(row?.querySelector('button') as HTMLElement);
    await until(() => standing(notebook)?.text === '둘입니다.');
    expect(words()).not.toContain(en('library:wordings.disputed.title'));
  });
});

describe('files for translators', () => {
  const chooseFile = async (name: string, text: string): Promise<void> => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [new File([text], name)], configurable: true });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(20);
  };

  test('a file comes back: bad rows are named, the rest is looked at and goes to every phone with the translator’s name', async () => {
    const notebook = createFakeNotebook({ role: 'supervisor' });
    await opens('/wording', notebook);
    await inKorean();
    await press(buttonNamed(en('library:wordings.parts.files')));
    const back = { directory: { card: { thanks: '와 주셔서 고맙습니다.', gone: '없음', title: '{{name}}' } } };
    await chooseFile('words-ko.json', JSON.stringify(back));
    await until(() => words().includes(en('library:wordings.files.look')));
    expect(words()).toContain(en('library:wordings.files.count.changed_one', { count: 1 }));
    expect(words()).toContain(en('library:wordings.files.badRow', { part: 'directory', row: 2 }));
    expect(words()).toContain(en('library:wordings.files.problem.unknown-key'));
    expect(words()).toContain(en('field:better.problem.placeholder-foreign', { names: '{{name}}' }));
    await press(buttonNamed(en('library:wordings.files.publish_one', { count: 1 })));
    expect(words()).toContain(en('library:wordings.files.whoError'));
    await type(fieldNamed(en('library:wordings.files.who')), 'Harbour Translators');
    await press(buttonNamed(en('library:wordings.files.publish_one', { count: 1 })));
    const standing = () => standingWording(notebook.recordsOf).get('ko');
    await until(() => standing() !== undefined);
    expect([...(standing() ?? [])].map(([name, { taken }]) => [name, taken.state, taken.who])).toEqual([
      [key, 'translated', 'Harbour Translators'],
    ]);
    expect(words()).toContain(en('library:wordings.accepted.title'));
    await press(buttonNamed(en('library:wordings.accepted.takeBack')));
    await press(buttonNamed(en('library:wordings.accepted.takeBack')));
    await until(() => standing() === undefined);
  });

  test('a file that is none of ours is answered kindly', async () => {
    await opens('/wording', createFakeNotebook({ role: 'supervisor' }));
    await until(() => document.querySelector('[role=tablist]') !== null);
    await press(buttonNamed(en('library:wordings.parts.files')));
    await chooseFile('notes.txt', 'just words');
    await until(() => words().includes(en('library:import.failed.plain-text')));
    expect(words()).toContain(en('library:import.nothingLost'));
  });
});
