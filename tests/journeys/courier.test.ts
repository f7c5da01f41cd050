import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, complaintsOf, dropProfile, firstPage, laptop, launchProfile, newProfile, phone } from '../support/browser.ts';
import { cameraFilm, filmCodes } from '../support/codeFilm.ts';
import { button, exchangeNow, newContact } from '../support/field.ts';
import { found, goTo, invite, isOpen, join as joins, letIn, officePassphrase, unlock } from '../support/gate.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const en = say('en');

let server: ServerProcess;
let [officeDir, fieldDir] = ['', ''];
let [office, field]: (BrowserContext | null)[] = [null, null];
const complaints: string[] = [];

const open = async (dir: string, screen: Parameters<typeof launchProfile>[1]): Promise<BrowserContext> => {
  const context = await launchProfile(dir, screen);
  complaints.push(...complaintsOf(context, server.origin));
  return context;
};

beforeAll(async () => {
  server = await startServer();
  [officeDir, fieldDir] = [newProfile(), newProfile()];
  [office, field] = [await open(officeDir, laptop), await open(fieldDir, phone)];
});

afterAll(async () => {
  await office?.close();
  await field?.close();
  await server.dispose();
  dropProfile(officeDir);
  dropProfile(fieldDir);
});

/** From wherever one is, by what was sent, to the ways without a connection. */
const toCarry = async (page: Page): Promise<void> => {
  await goTo(page, 'today');
  await page.locator('a.exchange').first().click();
  await page.getByRole('link', { name: en('field:sent.carry'), exact: true }).click();
  await page.getByRole('link', { name: en('carry:take'), exact: true }).waitFor();
};
const choose = (page: Page, key: string) => page.getByRole('link', { name: en(key), exact: true }).click();

/** Saves the file that a screen offers and gives its place on the disk. */
const saves = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, en('carry:save')).click()]);
  expect(download.suggestedFilename()).toMatch(/^notes-\d{4}-\d\d-\d\d\.txt$/);
  return download.path();
};
const takesIn = async (page: Page, file: string): Promise<void> => {
  await choose(page, 'carry:take');
  await page.locator('input[type=file]').setInputFiles(file);
};
/** Finds the one contact whose note has this word. */
const reads = async (page: Page, word: string): Promise<void> => {
  await goTo(page, 'list');
  await page.getByLabel(en('field:list.search.label'), { exact: true }).fill(word);
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(1);
};
const looksFine = async (page: Page): Promise<void> => {
  // The bar above is every screen's, and its own tests look at it.
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
};

test('notes reach the office by a file and by light, and the receipt comes back the same way', async () => {
  if (!office || !field) throw new Error('no browsers');
  let desk = await firstPage(office);
  const hand = await firstPage(field);
  await found(desk, server.origin, 'Lantern House (invented)', 'Mina');
  await letIn(desk, await joins(hand, await invite(desk), 'Joon'));
  await isOpen(hand);
  for (const page of [desk, hand]) await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  // The phone's first answer teaches it whose receipts to believe. Nobody reaches the endpoint from here on, and the phone not until the end.
  await exchangeNow(hand, 'en');
  await server.stop();
  await field.setOffline(true);
  await newContact(hand, { language: 'en', note: 'Waits in a valley.' });
  await toCarry(hand);
  await looksFine(hand);
  await choose(hand, 'carry:make');
  const notes = await saves(hand);
  await looksFine(hand);

  await toCarry(desk);
  await takesIn(desk, notes);
  await desk.getByText(en('carry:next.office')).waitFor();
  await looksFine(desk);
  await desk.locator('input[type=file]').setInputFiles(notes);
  await desk.getByText(en('carry:same')).waitFor();
  await reads(desk, 'valley');

  await server.start();
  await exchangeNow(desk, 'en');
  await toCarry(desk);
  await choose(desk, 'carry:receipt.file');
  const receipt = await saves(desk);

  await toCarry(hand);
  await takesIn(hand, receipt);
  await hand.getByText(en('carry:settled_other', { count: 3 })).waitFor();
  await hand.locator('input[type=file]').setInputFiles(receipt);
  await hand.getByText(en('carry:notYours')).waitFor();

  await newContact(hand, { language: 'en', note: 'Shown by light.' });
  await toCarry(hand);
  await choose(hand, 'carry:show');
  await button(hand, en('carry:start')).click();
  const film = join(officeDir, 'codes.mjpeg');
  await filmCodes(hand, 14, film);
  await looksFine(hand);
  await button(hand, en('field:listen.stop')).click();

  await office.close();
  office = await open(officeDir, { ...laptop, args: cameraFilm(film), options: { permissions: ['camera'] } });
  desk = await firstPage(office);
  await desk.goto(server.origin);
  await unlock(desk, officePassphrase);
  await toCarry(desk);
  await choose(desk, 'carry:read');
  await desk.getByText(en('carry:next.office')).waitFor({ timeout: 60_000 });
  await reads(desk, 'light');
  expect(complaints).toEqual([]);
});
