import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../../src/i18n/language.ts';
import { buttonNamed, choose, fieldNamed, press, settled, type, until } from '../support/drawn.tsx';
import type { FakeNotebook } from '../support/fakeFieldbook.ts';
import { begin, label, person, toQuestions, words } from '../support/runScreens.tsx';
import { say } from '../support/say.ts';

const t = say('en');
const ko = say('ko');

const jumpTo = async (topic: string) => {
  await press(buttonNamed(t('field:run.jump')));
  await press(buttonNamed(t(`checklists:topics.${topic}`)));
  if (words().includes(t('field:run.skipSection'))) await press(buttonNamed(t('field:run.goOn')));
};
const screening = (notebook: FakeNotebook) => notebook.recordsOf('screening')[0];

beforeEach(async () => {
  await setLanguage('en');
});

describe('before any question', () => {
  test('"not now" leaves a count that belongs to nobody', async () => {
    const notebook = await begin();
    await press(buttonNamed(t('checklists:privacy.notNow')));
    const state = screening(notebook);
    expect([...(state?.fields.keys() ?? [])].sort()).toEqual(['day', 'outcome', 'person']);
    expect(state?.fields.get('person')?.value).not.toBe(person);
    expect(words()).toContain(t('field:save.done'));
  });

  test('nobody goes on while somebody watches', async () => {
    await begin();
    await press(label(t('checklists:privacy.choices.watched')));
    expect(buttonNamed(t('field:run.next')).disabled).toBe(true);
  });

  test('under 18 or not sure: no interview, and no way to the questions', async () => {
    const notebook = await begin();
    await press(label(t('checklists:privacy.choices.alone')));
    await press(buttonNamed(t('field:run.next')));
    await press(buttonNamed(t('field:run.said')));
    await press(label(t('checklists:age.choices.unsure')));
    await press(buttonNamed(t('field:run.next')));
    expect(words()).toContain(t('checklists:minor.doNotAsk'));
    expect(words()).not.toContain(t('field:run.agreed'));
    await press(label(t('codes:reportedBy.not-yet')));
    await press(buttonNamed(t('field:run.save')));
    expect(screening(notebook)?.fields.get('outcome')?.value).toBe('minor-path');
  });

  test('under 18: what was seen can be noted alone, and goes with what was done about a report', async () => {
    const notebook = await begin();
    await press(label(t('checklists:privacy.choices.alone')));
    await press(buttonNamed(t('field:run.next')));
    await press(buttonNamed(t('field:run.said')));
    await press(label(t('checklists:age.choices.under-18')));
    await press(buttonNamed(t('field:run.next')));
    await press(label(t('codes:reportedBy.me')));
    await press(buttonNamed(t('field:run.seen.do')));
    if (words().includes(t('field:run.skipSection'))) await press(buttonNamed(t('field:run.goOn')));
    expect(words()).not.toContain(t('field:show.open'));
    expect(words()).not.toContain(t('field:run.unanswered'));
    await press(label(t('checklists:answers.noticed')));
    await press(buttonNamed(t('field:run.stop')));
    expect(document.querySelector('dialog[open]')?.textContent).not.toContain(t('field:run.handOver'));
    await press(buttonNamed(t('field:run.goOn')));
    await press(buttonNamed(t('field:run.jump')));
    await press(buttonNamed(t('field:run.toResult')));
    expect(words()).toContain(t('checklists:minor.doNotAsk'));
    await press(buttonNamed(t('field:run.save')));
    const state = screening(notebook);
    expect(state?.fields.get('outcome')?.value).toBe('minor-path');
    expect(state?.fields.get('checklist')?.value).toMatchObject({ id: 'under-18' });
    expect([...(state?.fields ?? [])].filter(([field]) => field.startsWith('answers.')).map(([, { value }]) => value)).toEqual([
      { is: 'noticed', how: 'seen' },
    ]);
  });

  test('another checklist can be chosen, and a child is never offered for an adult', async () => {
    const notebook = await begin();
    await press(label(t('checklists:privacy.choices.alone')));
    await press(buttonNamed(t('field:run.next')));
    await press(buttonNamed(t('field:run.said')));
    await press(label(t('checklists:age.choices.adult')));
    await press(buttonNamed(t('field:run.next')));
    await press(buttonNamed(t('field:run.checklist.change')));
    expect(words()).not.toContain(t('checklists:library.under-18.title'));
    await press(label(t('checklists:library.first-contact.title')));
    expect(document.querySelector('.carried-words')?.textContent).toBe(t('checklists:library.first-contact.title'));
    await press(buttonNamed(t('field:run.declined')));
    expect(screening(notebook)?.fields.get('checklist')?.value).toMatchObject({ id: 'first-contact' });
  });

  test('saying no is kept as no', async () => {
    const notebook = await begin();
    await press(label(t('checklists:privacy.choices.alone')));
    await press(buttonNamed(t('field:run.next')));
    await press(buttonNamed(t('field:run.said')));
    await press(label(t('checklists:age.choices.adult')));
    await press(buttonNamed(t('field:run.next')));
    await press(buttonNamed(t('field:run.declined')));
    expect(screening(notebook)?.fields.get('outcome')?.value).toBe('declined');
    expect(screening(notebook)?.fields.has('answers')).toBe(false);
  });
});

describe('the questions', () => {
  test("stand in both languages, the person's marked as a draft with the English beneath", async () => {
    await begin();
    await choose(fieldNamed(t('field:wording.personLanguage')), 'ko');
    await until(() => words().includes(ko('checklists:privacy.ask')));
    await toQuestions();
    const asked = document.querySelector('.asked');
    expect(asked?.querySelector('[lang=ko]')?.textContent).toBe(ko('checklists:questions.works-for.ask'));
    expect(asked?.textContent).toContain(t('checklists:questions.works-for.ask'));
    expect(asked?.textContent).toContain(t('field:wording.draft'));
  });

  test('an urgent answer says at once what to do, and stopping there keeps it', async () => {
    const notebook = await begin();
    await toQuestions();
    await jumpTo('danger-today');
    await press(label(t('checklists:answers.yes')));
    expect(document.querySelector('dialog[open]')?.textContent).toContain(t('checklists:urgencies.danger-now.title'));
    await press(
      [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')].find(
        (each) => each.textContent === t('field:run.stopped'),
      ) as HTMLButtonElement,
    );
    await press(buttonNamed(t('field:run.save')));
    const state = screening(notebook);
    expect(state?.fields.get('outcome')?.value).toBe('stopped');
    expect(state?.fields.get('answers.danger-today')?.value).toEqual({
      how: 'said',
      is: 'yes',
      // Their language was chosen by the run before this one: for this conversation it stays.
      asked: { in: 'ko', state: 'machine-draft' },
    });
  });

  test("are kept through a change of the screen's language, and end in a decision with a reason", async () => {
    const notebook = await begin();
    await toQuestions();
    await jumpTo('pay-received');
    await press(label(t('checklists:answers.no')));
    await setLanguage('ko');
    await settled(50);
    expect(label(ko('checklists:answers.no')).querySelector('input')?.checked).toBe(true);
    await setLanguage('en');
    await settled(50);
    await press(buttonNamed(t('field:run.jump')));
    await press(buttonNamed(t('field:run.toResult')));
    await press(buttonNamed(t('field:run.save')));
    expect(screening(notebook)).toBeUndefined();
    expect(words()).toContain(t('field:decision.reason.error'));
    await press(label(t('codes:nextStep.review-soon')));
    await type(fieldNamed(t('field:decision.reason.label')), 'Pay is kept back.');
    await press(buttonNamed(t('field:run.save')));
    const state = screening(notebook);
    expect(state?.fields.get('outcome')?.value).toBe('completed');
    expect(state?.fields.get('decision')?.value).toMatchObject({ step: 'review-soon', reason: 'Pay is kept back.', withinDays: 7 });
    expect(state?.history).toHaveLength(1);
    expect(notebook.drafts.all()).toEqual([]);
  });

  test('the whole screen for the person has their words, and their tap is the answer', async () => {
    await begin();
    await choose(fieldNamed(t('field:wording.personLanguage')), 'ko');
    await until(() => words().includes(ko('checklists:privacy.ask')));
    await toQuestions();
    await jumpTo('pay-received');
    await press(buttonNamed(t('field:show.open')));
    const show = document.querySelector('dialog.show[open]');
    expect(show?.textContent).toContain(ko('checklists:questions.pay-received.ask'));
    await press(
      [...(show?.querySelectorAll<HTMLButtonElement>('.show-answer') ?? [])].find(
        (each) => each.textContent === ko('checklists:answers.no'),
      ) as HTMLButtonElement,
    );
    await press(buttonNamed(t('field:show.close')));
    expect(document.querySelector('dialog.show[open]')).toBeNull();
    expect(label(t('checklists:answers.no')).querySelector('input')?.checked).toBe(true);
  });
});
