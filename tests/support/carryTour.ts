/** A walk past the ways without a connection: notes leave a phone as a file or as moving codes, the office takes them in, and the receipt goes back. */
import type { Page } from 'playwright-core';
import { button, exchangeNow, newContact } from './field.ts';
import { goTo } from './gate.ts';
import { look, type Visit } from './look.ts';
import { say } from './say.ts';

const t = say('en');
const link = (page: Page, key: string) => page.getByRole('link', { name: t(key), exact: true });
const exchanges = /\/api\/sync$/;

/** From here on nothing that is written here gets through, though words and screens still come. */
export const cutOff = (page: Page): Promise<unknown> => page.context().route(exchanges, (request) => request.abort());

export const letThrough = (page: Page): Promise<void> => page.context().unroute(exchanges);

const toCarry = async (page: Page): Promise<void> => {
  await goTo(page, 'today');
  await page.locator('a.exchange').first().click();
  await link(page, 'field:sent.carry').click();
  await link(page, 'carry:take').waitFor();
};
const back = async (page: Page): Promise<void> => {
  await link(page, 'app:page.back').click();
  await link(page, 'carry:take').waitFor();
};

/** Saves the file that a screen offers and gives its place on the disk. */
const saves = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, t('carry:save')).click()]);
  return download.path();
};
const takesIn = (page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(file);

const codesStops = async (page: Page, visit: Visit): Promise<void> => {
  await link(page, 'carry:show').click();
  await button(page, t('carry:start')).waitFor();
  await look(page, 'carry-codes', visit);
  await button(page, t('carry:start')).click();
  await page.getByRole('img', { name: t('carry:picture') }).waitFor();
  await look(page, 'carry-codes-moving', visit);
  await button(page, t('field:listen.stop')).click();
  await back(page);
  // No camera here, as on a phone that refuses it.
  await link(page, 'carry:read').click();
  await page.getByText(t('carry:noCamera')).waitFor();
  await look(page, 'carry-no-camera', visit);
  await back(page);
};

/** Gives the file that waits to be carried. The phone is left cut off. */
export const tourOfHanding = async (hand: Page, visit: Visit): Promise<string> => {
  // The phone's first answer teaches it whose receipts to believe.
  await exchangeNow(hand, 'en');
  await cutOff(hand);
  await newContact(hand, { language: 'en', note: 'Waits in a valley.' });
  await goTo(hand, 'today');
  await hand.locator('a.exchange').first().click();
  await button(hand, t('field:sent.now')).click();
  await hand.getByText(t('field:sent.problem.safe')).waitFor();
  await look(hand, 'sent-waiting', visit);
  await toCarry(hand);
  await look(hand, 'carry', visit);
  await link(hand, 'carry:make').click();
  await button(hand, t('carry:save')).waitFor();
  await look(hand, 'carry-file', visit);
  const notes = await saves(hand);
  await back(hand);
  await codesStops(hand, visit);
  await link(hand, 'carry:take').click();
  await takesIn(hand, { name: 'IMG_2034.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) });
  await hand.getByText(t('carry:problem.not-ours')).waitFor();
  await look(hand, 'carry-another-file', visit);
  return notes;
};

/** The desk takes in what was handed on, and the receipt goes back. */
export const tourOfTakingIn = async (desk: Page, hand: Page, notes: string, visit: Visit): Promise<void> => {
  await toCarry(desk);
  await link(desk, 'carry:take').click();
  await takesIn(desk, notes);
  // There is a connection at the desk, so the receipt is there at once.
  await link(desk, 'carry:receipt.file').waitFor({ timeout: 30_000 });
  await look(desk, 'carry-taken-in', visit);
  await link(desk, 'carry:receipt.file').click();
  await button(desk, t('carry:save')).waitFor();
  await look(desk, 'carry-receipt', visit);
  await takesIn(hand, await saves(desk));
  // With the first of a day goes its key.
  await hand.getByText(new RegExp(t('carry:settled_other', { count: 7 }).replace('7', '\\d+'))).waitFor();
  await look(hand, 'carry-receipt-taken', visit);
};
