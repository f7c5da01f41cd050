/** What screen tests of a run begin with: the run is opened, and taken through the steps before the questions. Speaks English. */
import { Route, Router } from 'preact-iso';
import { RunChecklist } from '../../src/ui/screens/RunChecklist.tsx';
import { buttonNamed, draw, press, until } from './drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook } from './fakeFieldbook.ts';
import { say } from './say.ts';

const t = say('en');

export const [person, run] = ['b'.repeat(32), 'e'.repeat(32)] as const;
export const words = (): string => document.body.textContent ?? '';

export const label = (name: string): HTMLLabelElement => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(name));
  if (!found) throw new Error(`nothing to tap is called "${name}"`);
  return found;
};

export const begin = async (notebook: FakeNotebook = createFakeNotebook()): Promise<FakeNotebook> => {
  history.replaceState(null, '', `/q/${run}?person=${person}`);
  await draw(<Router>{[<Route key="run" path="/q/:screening" component={RunChecklist} />]}</Router>, createFakeFieldbook(notebook));
  await until(() => words().includes(t('checklists:privacy.notNowNote')));
  return notebook;
};

export const toQuestions = async (): Promise<void> => {
  await press(label(t('checklists:privacy.choices.alone')));
  await press(buttonNamed(t('field:run.next')));
  await press(buttonNamed(t('field:run.said')));
  await press(label(t('checklists:age.choices.adult')));
  await press(buttonNamed(t('field:run.next')));
  await press(buttonNamed(t('field:run.agreed')));
};
