/** Everything by keyboard: no click in this file. What cannot be reached with Tab, arrows, Space and Enter fails here. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, laptop, launchProfile, newProfile } from '../support/browser.ts';
import { officePassphrase } from '../support/gate.ts';
import { startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const t = say('en');

/** Presses Tab until the focus is there, as a person would; gives up after more stops than any of our pages has. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let stops = 0; stops < 150; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${target}`);
};

const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

const type = async (page: Page, label: string, text: string): Promise<void> => {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
};

/** Into the group with Tab, to the option with the arrows, as radio buttons work. */
const pick = async (page: Page, legend: string, label: string): Promise<void> => {
  const group = page.getByRole('group', { name: legend, exact: true });
  const option = group.getByRole('radio', { name: label }).first();
  await tabTo(page, group);
  await page.keyboard.press('Space');
  for (let turns = 0; turns < 20 && !(await option.isChecked()); turns += 1) await page.keyboard.press('ArrowDown');
  expect(await option.isChecked()).toBe(true);
};

const button = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true });

const foundByKeyboard = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('link', { name: t('app:welcome.start') }));
  await type(page, t('app:found.organisation.label'), 'Lantern House (invented)');
  await type(page, t('app:names.own.label'), 'Mina');
  await page.keyboard.press('Enter');
  await pick(page, t('app:passphrase.way.label'), t('app:passphrase.way.own'));
  await type(page, t('app:passphrase.own.label'), officePassphrase);
  await page.keyboard.press('Enter');
  await type(page, t('app:passphrase.back.label'), officePassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
};

const contactByKeyboard = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('link', { name: t('field:today.newContact'), exact: true }));
  await pick(page, t('field:contact.privacy.label'), t('codes:privacy.alone'));
  await pick(page, t('field:contact.age.label'), t('codes:ageGroup.adult'));
  await type(page, t('field:contact.note.label'), 'Wants the card in Korean.');
  await press(page, button(page, 'field:contact.save'));
  await page.getByText(t('field:save.done')).waitFor();
};

const checklistByKeyboard = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('link', { name: t('field:person.do.checklist'), exact: true }));
  await pick(page, t('checklists:privacy.where'), t('checklists:privacy.choices.alone'));
  await press(page, button(page, 'field:run.next'));
  await press(page, button(page, 'field:run.said'));
  await pick(page, t('checklists:age.ask'), t('checklists:age.choices.adult'));
  await press(page, button(page, 'field:run.next'));
  await press(page, button(page, 'field:run.agreed'));
  await press(page, button(page, 'field:run.next'));
  await press(page, button(page, 'field:show.open'));
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await press(page, button(page, 'field:run.stop'));
  await press(page, page.getByRole('dialog').getByRole('button', { name: t('field:run.stopped'), exact: true }));
  await pick(page, t('field:decision.step.label'), t('codes:nextStep.keep-in-touch'));
  await type(page, t('field:decision.reason.label'), 'Had to go back to work.');
  await press(page, button(page, 'field:run.save'));
  await page.getByText(t('field:save.done')).first().waitFor();
};

const reviewByKeyboard = async (page: Page): Promise<void> => {
  await press(page, page.getByRole('navigation').getByRole('link', { name: t('app:nav.inbox'), exact: true }));
  const rows = page.getByRole('main').getByRole('link');
  await rows.first().waitFor();
  await tabTo(page, rows.first());
  const screening = page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(t('office:kind.screening')) })
    .first();
  for (let moves = 0; moves < 10 && !(await screening.evaluate((row) => row === document.activeElement)); moves += 1)
    await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await pick(page, t('office:review.conclusion.label'), t('office:review.conclusion.not.label'));
  await press(page, button(page, 'office:review.save'));
  await page.getByText(t('office:review.saved')).waitFor();
};

test('founding, a contact, a checklist, a review and locking, without a mouse', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, laptop);
  try {
    const page = await firstPage(context);
    await page.goto(server.origin);
    await foundByKeyboard(page);
    await contactByKeyboard(page);
    await checklistByKeyboard(page);
    await reviewByKeyboard(page);
    await press(page, button(page, 'app:top.lock'));
    await type(page, t('app:unlock.passphrase.label'), officePassphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});
