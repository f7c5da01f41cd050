/** What a worker does on a phone, in the language the screen speaks just then. */
import type { Page } from 'playwright-core';
import { say } from './say.ts';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** One of several, by the words of the question and of the answer. The text of an option may go on with a hint. */
export const choose = async (page: Page, legend: string, label: string): Promise<void> => {
  await page.getByRole('group', { name: legend, exact: true }).getByRole('radio', { name: label }).first().check();
};

export const switchLanguage = async (page: Page, from: string, to: string): Promise<void> => {
  await page.getByLabel(say(from)('app:language.switch'), { exact: true }).first().selectOption(to);
  await page.locator(`html[lang="${to}"]`).waitFor();
};

/** While there is a connection: each is chosen once, and from then on it is on this phone, whole. The screen goes back to English. */
export const keepLanguages = async (page: Page, tags: readonly string[]): Promise<void> => {
  let at = 'en';
  for (const tag of tags) {
    await switchLanguage(page, at, tag);
    at = tag;
    await page.evaluate(async (name) => {
      while (!(await caches.has(name)) || (await (await caches.open(name)).keys()).length === 0)
        await new Promise((later) => setTimeout(later, 50));
    }, `words-${tag}`);
  }
  await switchLanguage(page, at, 'en');
};

/**
 * By the sign in the top bar, as a person does who wants to know: opens what was sent, sends, and waits until all is there and what
 * the office had for this phone has come. One that is under way may have asked too early, so its end is waited for first.
 */
export const exchangeNow = async (page: Page, language: string): Promise<void> => {
  const t = say(language);
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('app:exchange.open') })
    .click();
  const now = button(page, t('field:sent.now'));
  const idle = now.and(page.locator(':not([aria-busy])'));
  await idle.click();
  await idle.waitFor({ timeout: 30_000 });
  await page.getByRole('banner').getByText(t('app:exchange.allSent')).waitFor({ timeout: 30_000 });
};

export interface ContactTold {
  readonly language: string;
  readonly note: string;
  readonly groups?: readonly string[];
  /** In the middle of the note: switches to this language and back, and goes on. */
  readonly switchingTo?: string;
}

/** From Today to "Saved on this phone"; gives the address of the saved page. */
export const newContact = async (page: Page, { language, note, groups, switchingTo }: ContactTold): Promise<void> => {
  const t = say(language);
  const next = page.getByRole('link', { name: t('field:contact.saved.next'), exact: true });
  await next
    .or(page.getByRole('navigation').getByRole('link', { name: t('app:nav.new'), exact: true }))
    .first()
    .click();
  const change = button(page, t('field:contact.carried.change'));
  const restaurant = page.getByRole('radio', { name: t('codes:placeType.restaurant'), exact: true });
  await change.or(restaurant).first().waitFor();
  if (await restaurant.isVisible()) await restaurant.check();
  await choose(page, t('field:contact.privacy.label'), t('codes:privacy.alone'));
  await choose(page, t('field:contact.age.label'), t('codes:ageGroup.adult'));
  const typed = page.getByLabel(t('field:contact.note.label'), { exact: true });
  await typed.fill(note.slice(0, note.length >> 1));
  if (switchingTo) {
    await switchLanguage(page, language, switchingTo);
    await switchLanguage(page, switchingTo, language);
  }
  await typed.pressSequentially(note.slice(note.length >> 1));
  if (groups) await tellGroups(page, language, groups);
  await button(page, t('field:contact.save')).click();
  await page.getByText(t('field:save.done')).waitFor();
};

const tellGroups = async (page: Page, language: string, groups: readonly string[]): Promise<void> => {
  const t = say(language);
  await page.getByText(t('field:contact.more'), { exact: true }).click();
  await choose(page, t('field:person.groups.how'), t('codes:groupsHow.self'));
  for (const group of groups)
    await page
      .getByRole('group', { name: t('field:person.groups.label') })
      .getByRole('checkbox', { name: t(`codes:group.${group}`), exact: true })
      .check();
};

export interface ScreeningTold {
  readonly language: string;
  readonly personLanguage: string;
  /** Given to every question that can be answered yes, no or not sure. */
  readonly answer: 'yes' | 'no' | 'unsure';
  readonly reason: string;
  /** After so many questions the screen's language is switched and switched back. */
  readonly switchingTo?: string;
  readonly each?: (page: Page, at: number) => Promise<void>;
}

/** From the page shown after a contact was saved, to the saved screening. Gives how many questions were asked. */
export const runChecklist = async (page: Page, told: ScreeningTold): Promise<number> => {
  const t = say(told.language);
  await page.getByRole('link', { name: t('field:person.do.checklist') }).click();
  await page.getByLabel(t('field:wording.personLanguage'), { exact: true }).first().selectOption(told.personLanguage);
  await choose(page, t('checklists:privacy.where'), t('checklists:privacy.choices.alone'));
  await button(page, t('field:run.next')).click();
  await button(page, t('field:run.said')).click();
  await choose(page, t('checklists:age.ask'), t('checklists:age.choices.adult'));
  await button(page, t('field:run.next')).click();
  await button(page, t('field:run.agreed')).click();
  const asked = await answerAll(page, told);
  await choose(page, t('field:decision.step.label'), t('codes:nextStep.review-soon'));
  await page.getByLabel(t('field:decision.reason.label'), { exact: true }).fill(told.reason);
  await button(page, t('field:run.save')).click();
  await page.getByText(t('field:save.done')).waitFor();
  return asked;
};

const answerAll = async (page: Page, told: ScreeningTold): Promise<number> => {
  const t = say(told.language);
  const [result, goOn, next] = [
    page.getByRole('heading', { name: t('field:decision.title') }),
    button(page, t('field:run.goOn')),
    button(page, t('field:run.next')),
  ];
  // What to do at once opens over the question; a person reads it and goes on.
  const urgent = page.getByRole('dialog');
  await page.addLocatorHandler(urgent, async () => urgent.getByRole('button', { name: t('field:run.goOn') }).click());
  let switched = false;
  for (let asked = 0; asked < 60; ) {
    await result.or(goOn).or(next).first().waitFor();
    if (await result.isVisible()) return asked;
    if (await goOn.isVisible()) {
      await goOn.click();
      continue;
    }
    await told.each?.(page, asked);
    const yes = page.getByRole('radio', { name: t(`checklists:answers.${told.answer}`) }).first();
    const answerable = await yes.isVisible();
    if (answerable) await yes.check();
    if (answerable && told.switchingTo && !switched && asked > 3) {
      switched = true;
      await switchLanguage(page, told.language, told.switchingTo);
      await switchLanguage(page, told.switchingTo, told.language);
      if (!(await yes.isChecked())) throw new Error('the answer was lost when the language was switched');
    }
    asked += 1;
    await next.click();
  }
  throw new Error('the checklist has no end');
};
