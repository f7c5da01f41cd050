/** Reading aloud at the office: the microphone is open while somebody reads and not a moment longer, and nothing leaves before it is published. */
import { Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordingsIn, soundFrom } from '../../src/domain/recordings.ts';
import { needWords, setLanguage } from '../../src/i18n/language.ts';
import Recordings from '../../src/ui/screens/library/recordings/Recordings.tsx';
import { draw, press, settled, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';
import { forgetSound, type PretendedSound, pretendSound } from '../support/sound.ts';

const t = say('en');
let sound: PretendedSound;

beforeEach(async () => {
  sound = pretendSound();
  await draw(null);
  await setLanguage('en');
  await needWords(['office', 'library', 'checklists', 'field']);
});
afterEach(forgetSound);

const purpose = 'checklists:limits.purpose';
const row = (name: string): Element => {
  const found = document.querySelector(`[data-line="${name}"]`);
  if (!found) throw new Error(`no line is called ${name}`);
  return found;
};
const within = (name: string, label: string): HTMLButtonElement => {
  const found = [...row(name).querySelectorAll('button')].find((each) => each.textContent === label);
  if (!found) throw new Error(`no button "${label}" at ${name}: ${row(name).textContent}`);
  return found;
};
const step = (name: string) => row(name).getAttribute('data-step');

const openOffice = async (notebook: FakeNotebook = createFakeNotebook({ role: 'supervisor' })) => {
  history.replaceState(null, '', '/library/v/1');
  const drawn = await draw(
    <Router>{[<Route key="v" path="/library/v/:which" component={Recordings} />]}</Router>,
    createFakeFieldbook(notebook),
  );
  await until(() => document.querySelector('[data-line]') !== null);
  return { notebook, drawn };
};
const reads = async (name: string): Promise<void> => {
  await press(within(name, t('library:recordings.record')));
  await until(() => step(name) === 'recording');
  await press(within(name, t('library:recordings.stop')));
  await until(() => step(name) === 'finished');
};

test('record, stop, listen, keep, publish: the microphone is closed after each, and only publishing writes', async () => {
  const { notebook } = await openOffice();
  expect(document.body.textContent).toContain('Never record the people you meet');
  await press(within(purpose, t('library:recordings.record')));
  await until(() => step(purpose) === 'recording');
  expect(sound.microphones()).toEqual({ opened: 1, open: 1 });
  await until(() => row(purpose).querySelector('meter')?.getAttribute('value') !== '0');
  expect(row(purpose).querySelector('[role=status]')?.textContent).toBe(t('library:recordings.level.good'));
  expect(document.activeElement).toBe(within(purpose, t('library:recordings.stop')));
  await press(within(purpose, t('library:recordings.stop')));
  await until(() => step(purpose) === 'finished');
  expect(sound.microphones()).toEqual({ opened: 1, open: 0 });
  await press(within(purpose, t('library:recordings.play')));
  await until(() => sound.played.length === 1);
  await press(within(purpose, t('library:recordings.keepAndNext')));
  await until(() => row(purpose).textContent?.includes(t('library:recordings.state.draft')) ?? false);
  expect(sound.sounding()).toBe(false);
  // The next line is ready under the same key.
  expect(document.activeElement?.closest('[data-line]')?.getAttribute('data-line')).toBe('checklists:limits.kept');
  expect(notebook.recordsOf('recording')).toEqual([]);
  const publish = [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith('Put on phones: 1'));
  expect(publish?.textContent).toContain('9');
  await press(publish as HTMLButtonElement);
  await until(() => row(purpose).textContent?.includes(t('library:recordings.state.published')) ?? false);
  expect(notebook.drafts.all().filter(({ id }) => id.startsWith('recording:'))).toEqual([]);
  const recording = recordingsIn(notebook.recordsOf).get('en')?.get(purpose);
  expect(recording).toMatchObject({ of: { key: purpose }, seconds: 3, bytes: 9_000, mime: 'audio/webm;codecs=opus' });
  const parts = await Promise.all((recording?.parts ?? []).map(notebook.openPart));
  expect(
    recording &&
      soundFrom(
        recording,
        parts.map((part) => (part.ok ? part.value : null)),
      ),
  ).toHaveLength(9_000);
});

test('refused, not there, not to be done here: each is said with a way on, and it can be tried again', async () => {
  await openOffice();
  for (const [name, problem] of [
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'no-microphone'],
    ['NotReadableError', 'no-microphone'],
  ] as const) {
    sound.refuse(name);
    await press(within(purpose, t('library:recordings.record')));
    await until(() => row(purpose).textContent?.includes(t(`library:recordings.problem.${problem}`)) ?? false);
  }
  sound.refuse(null);
  await reads(purpose);
  expect(sound.microphones()).toEqual({ opened: 1, open: 0 });
  forgetSound();
  await press(within(purpose, t('library:recordings.again')));
  await until(() => row(purpose).textContent?.includes(t('library:recordings.problem.unsupported')) ?? false);
});

test('leaving in the middle of a sentence closes the microphone and keeps nothing; so does reading another line', async () => {
  const { notebook, drawn } = await openOffice();
  await press(within(purpose, t('library:recordings.record')));
  await until(() => step(purpose) === 'recording');
  await press(within('checklists:limits.kept', t('library:recordings.record')));
  await until(() => step('checklists:limits.kept') === 'recording');
  expect(sound.microphones()).toEqual({ opened: 2, open: 1 });
  expect(step(purpose)).toBe('resting');
  await drawn.gone();
  await settled();
  expect(sound.microphones()).toEqual({ opened: 2, open: 0 });
  expect(notebook.drafts.all().filter(({ id }) => id.startsWith('recording:'))).toEqual([]);
});

test('removed, it is taken from phones too; and a worker finds no microphone here', async () => {
  const { notebook, drawn } = await openOffice();
  await reads(purpose);
  await press(within(purpose, t('library:recordings.keep')));
  await until(() => step(purpose) === 'resting');
  const publish = [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith('Put on phones'));
  await press(publish as HTMLButtonElement);
  await until(() => recordingsIn(notebook.recordsOf).size === 1);
  await press(within(purpose, t('library:recordings.remove.label')));
  await press(within(purpose, t('library:recordings.remove.confirm')));
  await until(() => recordingsIn(notebook.recordsOf).size === 0);
  expect(row(purpose).textContent).toContain(t('library:recordings.state.none'));
  await drawn.gone();
  await draw(<Recordings which="1" />, createFakeFieldbook(createFakeNotebook({ role: 'worker' })));
  expect(document.body.textContent).toContain(t('office:only.title'));
  expect(document.querySelectorAll('[data-line], button')).toHaveLength(0);
});
