/** A talk that one worker paused and a supervisor handed to another, whose phone has never held it. */
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, test } from 'vitest';
import { handOver } from '../../src/domain/assignment.ts';
import { office } from '../../src/domain/entry.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { setLanguage } from '../../src/i18n/language.ts';
import { RunChecklist } from '../../src/ui/screens/RunChecklist.tsx';
import { Today } from '../../src/ui/screens/Today.tsx';
import { buttonNamed, draw, fieldNamed, press, type, until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook, type FakeNotebook, nextId } from '../support/fakeFieldbook.ts';
import { say } from '../support/say.ts';

const t = say('en');
const person = '1a'.repeat(16);
const words = () => document.body.textContent ?? '';
const label = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(name));
  if (!found) throw new Error(`nothing to tap is called "${name}"`);
  return found;
};

interface HandedOver {
  readonly notebook: FakeNotebook;
  readonly record: string;
  readonly heads: readonly string[];
}

/** As it lies on the second worker's phone: the assignment, and nothing of the record itself. */
const handedOver = async (): Promise<HandedOver> => {
  const notebook = createFakeNotebook();
  const elsewhere = createFakeNotebook({ role: 'supervisor' });
  const [supervisor, worker] = notebook.members();
  const record = nextId();
  const says = {
    person,
    day: '2026-03-02',
    outcome: 'paused',
    ageGroup: 'adult',
    checklist: { id: adult.id, version: adult.version },
    languages: { worker: 'en', person: 'en', wording: 'source' },
    answers: { 'works-for': { is: 'company-or-shop', how: 'said' }, violence: { is: 'no', how: 'said' } },
    paused: { stage: 'questions', question: 'threats-to-shame', sections: ['freedom-and-control', 'people-and-threats'] },
  };
  await elsewhere.write({ kind: 'screening', record, says, audience: office });
  const screening = elsewhere.record(record);
  if (!screening || !supervisor || !worker) throw new Error('it was not kept');
  const entries = handOver({ screening, to: worker, person, cue: 'lemon', day: '2026-03-03' }, elsewhere.recordsOf, nextId);
  for (const entry of entries) notebook.arrives(entry, supervisor);
  return { notebook, record, heads: screening.heads };
};

const show = async (notebook: FakeNotebook, address: string) => {
  history.replaceState(null, '', address);
  const routes = [<Route key="t" path="/" component={Today} />, <Route key="q" path="/q/:screening" component={RunChecklist} />];
  await draw(<Router>{routes}</Router>, createFakeFieldbook(notebook));
};
const toQuestions = async () => {
  await until(() => words().includes(t('checklists:privacy.notNowNote')));
  await press(label(t('checklists:privacy.choices.alone')));
  await press(buttonNamed(t('field:run.next')));
  await press(buttonNamed(t('field:run.said')));
  await press(buttonNamed(t('field:run.next')));
  await press(buttonNamed(t('field:run.agreed')));
};

beforeEach(async () => {
  localStorage.clear();
  await setLanguage('en');
});

describe('a talk that was handed over', () => {
  test('stands on Today with whom it is about and who asked, and leads to where it goes on', async () => {
    const { notebook, record } = await handedOver();
    await show(notebook, '/');
    await until(() => words().includes(t('field:today.handed.title')));
    expect(words()).toContain(t('codes:cue.lemon'));
    expect(words()).toContain(t('field:today.handed.from', { name: 'Mina Park' }));
    expect(document.querySelector<HTMLAnchorElement>(`a[href="/q/${record}?go=on"]`)).not.toBeNull();
  });

  test('goes on at the question where it stood, and its end says only what changed, after what was seen', async () => {
    const { notebook, record, heads } = await handedOver();
    await show(notebook, `/q/${record}?go=on`);
    await toQuestions();
    expect(document.querySelector('.asked')?.textContent).toContain(t('checklists:questions.threats-to-shame.ask'));
    await press(label(t('checklists:answers.yes')));
    await press(buttonNamed(t('field:run.stop')));
    await press(
      [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')].find(
        (each) => each.textContent === t('field:run.stopped'),
      ) as HTMLButtonElement,
    );
    await press(label(t('codes:nextStep.review-soon')));
    await type(fieldNamed(t('field:decision.reason.label')), 'They were threatened.');
    await press(buttonNamed(t('field:run.save')));
    await until(() => notebook.record(record) !== undefined);
    const [entry] = notebook.record(record)?.history ?? [];
    expect(entry?.body.kind).toBe('amendment');
    const fields = entry?.body.says.fields as Readonly<Record<string, unknown>>;
    expect(fields).toMatchObject({ outcome: 'stopped', 'answers.threats-to-shame': { is: 'yes', how: 'said' }, paused: null });
    expect(fields).not.toHaveProperty('answers.violence');
    expect(heads).toHaveLength(1);
    await show(notebook, '/');
    await until(() => document.querySelector('h1') !== null);
    expect(words()).not.toContain(t('field:today.handed.title'));
  });

  test('not a good moment to go on leaves it as it stands, and nothing of it on the phone', async () => {
    const { notebook, record } = await handedOver();
    await show(notebook, `/q/${record}?go=on`);
    await until(() => words().includes(t('checklists:privacy.notNowNote')));
    await press(label(t('checklists:privacy.choices.watched')));
    await press(buttonNamed(t('checklists:privacy.notNow')));
    await until(() => words().includes(t('field:today.handed.title')));
    expect(notebook.drafts.all()).toEqual([]);
    expect(notebook.record(record)).toBeUndefined();
  });
});
