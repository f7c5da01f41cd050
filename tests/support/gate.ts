/** What every story begins with, done as a person does it: found, invite, join, compare the words, let in, unlock. */
import type { Page } from 'playwright-core';
import { say } from './say.ts';

export const officePassphrase = 'lantern over quiet water';
export const fieldPassphrase = 'seven blue kites at noon';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** One's own passphrase, typed and typed back. `finish` is the last button's words. */
const makePassphrase = async (page: Page, passphrase: string, finish: string): Promise<void> => {
  const t = say('en');
  await page.getByRole('radio', { name: t('app:passphrase.way.own') }).check();
  await page.getByLabel(t('app:passphrase.own.label'), { exact: true }).fill(passphrase);
  await button(page, t('app:passphrase.next')).click();
  await page.getByLabel(t('app:passphrase.back.label'), { exact: true }).fill(passphrase);
  await button(page, finish).click();
};

/**
 * By the places of the shell, because an address typed anew would lock the notebook. A page with an action of its own at the
 * foot hides the places on a phone: then it is left by its way back first.
 */
export const goTo = async (page: Page, place: string, language = 'en'): Promise<void> => {
  const t = say(language);
  const there = page
    .getByRole('navigation')
    .getByRole('link', { name: t(`app:nav.${place}`), exact: true })
    .first();
  const back = page.getByRole('link', { name: t('app:page.back'), exact: true });
  await there.or(back).first().waitFor();
  for (let steps = 0; steps < 4 && !(await there.isVisible()); steps += 1) await back.first().click();
  await there.click();
};

/** Is in the notebook: the sign of what has been sent is on every page of it, in whichever language. */
export const isOpen = (page: Page) => page.locator('a.exchange').first().waitFor({ timeout: 30_000 });

export const found = async (page: Page, origin: string, organisation: string, name: string): Promise<void> => {
  const t = say('en');
  await page.goto(origin);
  await page
    .getByRole('link', { name: t('app:welcome.start') })
    .or(page.getByRole('button', { name: t('app:welcome.start') }))
    .first()
    .click();
  await page.getByLabel(t('app:found.organisation.label'), { exact: true }).fill(organisation);
  await page.getByLabel(t('app:names.own.label'), { exact: true }).fill(name);
  await button(page, t('app:found.next')).click();
  await makePassphrase(page, officePassphrase, t('app:found.finish'));
  await isOpen(page);
};

/** Makes an invitation on the supervisor's screen and gives its link. */
export const invite = async (page: Page): Promise<string> => {
  const t = say('en');
  await goTo(page, 'team');
  await button(page, t('app:team.invite.make')).click();
  return page.getByLabel(t('app:team.invite.link'), { exact: true }).inputValue({ timeout: 30_000 });
};

export const wordsOn = async (page: Page): Promise<string[]> => {
  const list = page.getByRole('list', { name: say('en')('app:waiting.words') });
  await list.waitFor({ timeout: 30_000 });
  return (await list.getByRole('listitem').allTextContents()).map((word) => word.trim());
};

export const join = async (page: Page, link: string, name: string): Promise<string[]> => {
  const t = say('en');
  await page.goto(link);
  await page.getByLabel(t('app:names.own.label'), { exact: true }).fill(name);
  if (page.url().includes('#')) throw new Error('the secret still stands in the address');
  await button(page, t('app:found.next')).click();
  await makePassphrase(page, fieldPassphrase, t('app:join.finish'));
  return wordsOn(page);
};

/** The supervisor looks, compares the words with the phone's, and lets it in. */
export const letIn = async (page: Page, words: readonly string[]): Promise<void> => {
  const t = say('en');
  await button(page, t('app:team.asking.look')).click();
  await button(page, t('app:team.asking.same')).first().waitFor({ timeout: 30_000 });
  for (const word of words) await page.getByText(word, { exact: true }).first().waitFor();
  await button(page, t('app:team.asking.same')).first().click();
  await page.getByText(say('en')('app:team.asking.none')).waitFor({ timeout: 30_000 });
};

export const unlock = async (page: Page, passphrase: string, language = 'en'): Promise<void> => {
  const t = say(language);
  const field = page.getByLabel(t('app:unlock.passphrase.label'), { exact: true });
  await field.fill(passphrase);
  await field.press('Enter');
  await isOpen(page);
};
