/** What the person hears: their language or dialect, only what still says the same and is here as a whole, and never a voice from elsewhere. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordingEntries, type Take } from '../../src/domain/recordingEntries.ts';
import { recordingsIn } from '../../src/domain/recordings.ts';
import { sumOf } from '../../src/domain/sum.ts';
import { needWords, setLanguage } from '../../src/i18n/language.ts';
import { loadWords } from '../../src/i18n/load.ts';
import { type Shown, ShowView } from '../../src/ui/screens/checklist/ShowView.tsx';
import { withHeardOnly } from '../../src/ui/screens/listening/listening.ts';
import { useTwoLanguages, wordingFor } from '../../src/ui/screens/twoLanguages.ts';
import { useNotebook } from '../../src/ui/useNotebook.ts';
import { buttonNamed, draw, fieldNamed, press, settled, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { aTake } from '../support/recorded.ts';
import { say } from '../support/say.ts';
import { forgetSound, type PretendedSound, pretendSound } from '../support/sound.ts';

const t = say('en');
const ask = 'checklists:questions.pay-received.ask';
const shown: Shown = {
  says: [ask],
  answers: ['yes', 'no', 'unsure', 'preferred-not-to-say'].map((value) => ({ value, says: `checklists:answers.${value}`, chosen: false })),
};
let sound: PretendedSound;

beforeEach(async () => {
  sound = pretendSound(4);
  await draw(null);
  await setLanguage('en');
  await needWords(['field', 'checklists']);
  for (const tag of ['ko', 'zh-Hant', 'vi']) await loadWords(tag, ['checklists']);
});
afterEach(async () => {
  await draw(null);
  forgetSound();
});

const readAloud = async (notebook: FakeNotebook, changes: Partial<Take>): Promise<void> => {
  const take = aTake({ of: { key: ask }, source: sumOf(t(ask)), ...changes });
  const entries = recordingEntries(take, notebook.recordsOf, notebook.newId);
  if (!entries.ok) throw new Error(entries.failure.type);
  await notebook.writeTogether(entries.value);
};
const supervisors = () => createFakeNotebook({ role: 'supervisor' });

const ForPerson = ({ tag, onAnswer, open = true }: { tag: string; onAnswer?: (value: string) => void; open?: boolean }) => {
  const { recordsOf } = useNotebook();
  const words = withHeardOnly(useTwoLanguages(wordingFor(tag) ?? 'en', 'checklists'), [...recordingsIn(recordsOf).keys()], tag);
  return <ShowView open={open} shown={{ ...shown, onAnswer }} words={words} setLanguage={() => undefined} onClose={() => undefined} />;
};
const show = async (notebook: FakeNotebook, tag: string, onAnswer?: (value: string) => void) => {
  const drawn = await draw(<ForPerson tag={tag} {...(onAnswer ? { onAnswer } : {})} />, createFakeFieldbook(notebook));
  await until(() => (document.querySelector('dialog')?.textContent ?? '').length > 0);
  return drawn;
};
const listenTo = (key: string) => buttonNamed(t('field:listen.playOf', { text: t(key) }));
const canListen = () => document.querySelectorAll('.listen button').length;

describe('in their own language', () => {
  test('played, stopped by a second tap, and by closing the view', async () => {
    const notebook = supervisors();
    await readAloud(notebook, { language: 'ko' });
    const drawn = await show(notebook, 'ko');
    expect(document.body.textContent).toContain(say('ko')(ask));
    expect(document.body.textContent).toContain(t('field:listen.headphones'));
    expect(canListen()).toBe(1);
    await press(listenTo(ask));
    await until(() => document.querySelector('[data-playing]') !== null);
    expect(document.querySelector('[data-playing]')?.getAttribute('data-playing')).toBe('4');
    expect(sound.played).toEqual([21_000]);
    await press(buttonNamed(t('field:listen.stop')));
    expect([sound.sounding(), document.querySelector('[data-playing]')]).toEqual([false, null]);
    await press(listenTo(ask));
    await until(() => sound.sounding());
    await drawn.again(<ForPerson tag="ko" open={false} />);
    expect(sound.sounding()).toBe(false);
    // As a lock does it: the screen is taken away.
    await drawn.again(<ForPerson tag="ko" />);
    await press(listenTo(ask));
    await until(() => sound.sounding());
    await drawn.gone();
    expect(sound.sounding()).toBe(false);
  });

  test('at its end the sign is as it was', async () => {
    const notebook = supervisors();
    await readAloud(notebook, { language: 'ko' });
    await show(notebook, 'ko');
    await press(listenTo(ask));
    await until(() => sound.sounding());
    await sound.end();
    await until(() => document.querySelector('[data-playing]') === null);
    expect(listenTo(ask)).toBeTruthy();
  });

  test('another language’s recording, one of words that were changed since, and one that has not come whole are not offered', async () => {
    const notebook = supervisors();
    await readAloud(notebook, { language: 'vi' });
    await readAloud(notebook, { language: 'ko', source: sumOf('what it said before') });
    await show(notebook, 'ko');
    expect(canListen()).toBe(0);
    const half = supervisors();
    const entries = recordingEntries(aTake({ of: { key: ask }, source: sumOf(t(ask)), language: 'ko' }), half.recordsOf, half.newId);
    if (!entries.ok) throw new Error(entries.failure.type);
    await half.writeTogether(entries.value.slice(-1));
    await show(half, 'ko');
    expect(canListen()).toBe(0);
  });

  test('a recording that this phone cannot play says so, and the words are still there', async () => {
    const notebook = supervisors();
    await readAloud(notebook, { language: 'ko', sound: btoa('none') });
    await show(notebook, 'ko');
    await press(listenTo(ask));
    await until(() => document.body.textContent?.includes(t('field:listen.failed')) ?? false);
    expect(document.body.textContent).toContain(say('ko')(ask));
  });

  test('one written language, several spoken: Cantonese is chosen, and heard', async () => {
    const notebook = supervisors();
    await readAloud(notebook, { language: 'cmn' });
    await readAloud(notebook, { language: 'yue', sound: btoa('y'.repeat(600)) });
    await show(notebook, 'zh-Hant');
    const pick = fieldNamed(t('field:listen.dialect'));
    expect([...pick.querySelectorAll('option')].map((option) => option.value)).toEqual(['cmn', 'yue']);
    pick.value = 'yue';
    pick.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    await press(listenTo(ask));
    await until(() => sound.played.length === 1);
    expect(sound.played).toEqual([600]);
  });
});

test('a language without words: signs only, named for the worker, and the person answers by them', async () => {
  const notebook = supervisors();
  await readAloud(notebook, { language: 'rhg' });
  await readAloud(notebook, { language: 'rhg', of: { key: 'checklists:answers.yes' }, source: sumOf(t('checklists:answers.yes')) });
  const said: string[] = [];
  await show(notebook, 'rhg', (value) => said.push(value));
  const view = document.querySelector('.show-words')?.textContent ?? '';
  expect(view.replace(t('field:listen.headphones'), '').trim()).toBe('');
  expect(canListen()).toBe(2);
  for (const value of ['yes', 'no', 'unsure', 'preferred-not-to-say']) await press(buttonNamed(t(`checklists:answers.${value}`)));
  // The first that bears the word "Yes" is its sound; answering is beside it.
  expect(said).toEqual(expect.arrayContaining(['no', 'unsure', 'preferred-not-to-say']));
  await press(document.querySelector('.show-answer') as HTMLButtonElement);
  expect(said.at(-1)).toBe('yes');
});

describe('where nobody has read it', () => {
  const spoken: string[] = [];
  const voices = (localService: boolean) => {
    const voice = { lang: 'ko-KR', localService, name: 'a voice', default: false, voiceURI: 'voice' };
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        onend: (() => void) | null = null;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => [voice],
      addEventListener: () => undefined,
      speak: ({ text, onend }: { text: string; onend: (() => void) | null }) => {
        spoken.push(text);
        onend?.();
      },
      cancel: () => undefined,
    });
  };

  test('a voice that would send the words away is not used; one of the phone’s own is, and is marked', async () => {
    vi.resetModules();
    voices(false);
    const { localVoiceFor } = await import('../../src/ui/sound/voices.ts');
    expect(localVoiceFor('ko')).toBeNull();
    vi.resetModules();
    voices(true);
    const own = await import('../../src/ui/sound/voices.ts');
    const voice = own.localVoiceFor('ko');
    expect(own.localVoiceFor('vi')).toBeNull();
    expect(voice && (await own.speak('안녕하세요', voice))).toBe(true);
    expect(spoken).toEqual(['안녕하세요']);
  });

  test('read by the phone', async () => {
    voices(true);
    await show(createFakeNotebook(), 'ko');
    await until(() => canListen() > 0);
    expect(document.body.textContent).toContain(t('field:listen.byPhone'));
    await press(listenTo(ask));
    expect(spoken.at(-1)).toBe(say('ko')(ask));
  });
});
