import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordingEntries, type Take } from '../../src/domain/recordingEntries.ts';
import { sumOf } from '../../src/domain/sum.ts';
import { needWords, setLanguage } from '../../src/i18n/language.ts';
import type { ScreeningDraft } from '../../src/ui/screens/checklist/screeningDraft.ts';
import { buttonNamed, draw, fieldNamed, press, settled, until } from '../support/drawn.tsx';
import { createFakeNotebook, type FakeNotebook } from '../support/fakeFieldbook.ts';
import { aTake } from '../support/recorded.ts';
import { begin, run, toQuestions } from '../support/runScreens.tsx';
import { say } from '../support/say.ts';
import { forgetSound, type PretendedSound, pretendSound } from '../support/sound.ts';

const t = say('en');
let sound: PretendedSound;

beforeEach(async () => {
  sound = pretendSound();
  await draw(null);
  await setLanguage('en');
  await needWords(['field', 'checklists']);
});
afterEach(async () => {
  await draw(null);
  forgetSound();
});

const readAloud = async (notebook: FakeNotebook, key: string, changes: Partial<Take> = {}): Promise<void> => {
  const entries = recordingEntries(aTake({ of: { key }, source: sumOf(t(key)), ...changes }), notebook.recordsOf, notebook.newId);
  if (!entries.ok) throw new Error(entries.failure.type);
  await notebook.writeTogether(entries.value);
};
const languages = () => [...fieldNamed(t('field:wording.personLanguage')).querySelectorAll('option')].map(({ value }) => value);

test('Rohingya joins the list where a question of this checklist was recorded in it, and only there', async () => {
  const notebook = createFakeNotebook({ role: 'supervisor' });
  await readAloud(notebook, 'checklists:limits.purpose');
  await begin(notebook);
  expect(languages()).not.toContain('rhg');
  await readAloud(notebook, 'checklists:questions.works-for.ask');
  await settled();
  expect(languages()).toContain('rhg');
});

test('the answer keeps what it was listened to in, and one that was only read does not', async () => {
  const notebook = createFakeNotebook({ role: 'supervisor' });
  await readAloud(notebook, 'checklists:questions.works-for.ask');
  await begin(notebook);
  const pick = fieldNamed(t('field:wording.personLanguage'));
  pick.value = 'rhg';
  pick.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  await toQuestions();
  await press(buttonNamed(t('field:show.open')));
  await press(buttonNamed(t('field:listen.playOf', { text: t('checklists:questions.works-for.ask') })));
  await until(() => sound.sounding());
  await press(document.querySelector('.show-answer') as HTMLButtonElement);
  await press(buttonNamed(t('field:show.close')));
  await press(buttonNamed(t('field:run.next')));
  await press(document.querySelector('[data-asked] ~ * label, fieldset label') as HTMLElement);
  await settled(300);
  const kept = notebook.drafts.find(`screening:${run}`)?.value as ScreeningDraft;
  expect(kept.personTag).toBe('rhg');
  const [first, second] = Object.values(kept.answers);
  expect(first?.asked).toEqual({ in: 'en', state: 'source', heard: 'rhg' });
  expect(second?.asked).toEqual({ in: 'en', state: 'source' });
});
