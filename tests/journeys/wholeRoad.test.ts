import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, dropProfile, firstPage, laptop, launchProfile, newProfile, phone, sigkill } from '../support/browser.ts';
import { button, choose, exchangeNow, keepLanguages, newContact, runChecklist, switchLanguage } from '../support/field.ts';
import { fieldPassphrase, found, goTo, invite, isOpen, join, letIn, unlock } from '../support/gate.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const [en, ko] = [say('en'), say('ko')];
const notes = ['점심시간 뒤에 잠깐 이야기함. 다음 주에 다시 오기로 함.', '카드만 원함.', '월급을 두 달 못 받았다고 함.'];

let server: ServerProcess;
let [officeDir, fieldDir] = ['', ''];
let [office, field]: (BrowserContext | null)[] = [null, null];
let [desk, hand]: (Page | null)[] = [null, null];
const complaints: string[] = [];

const openPhone = async (): Promise<Page> => {
  field = await launchProfile(fieldDir, phone);
  complaints.push(...complaintsOf(field, server.origin));
  return firstPage(field);
};

beforeAll(async () => {
  server = await startServer();
  officeDir = newProfile();
  fieldDir = newProfile();
  office = await launchProfile(officeDir, laptop);
  desk = await firstPage(office);
  hand = await openPhone();
});

afterAll(async () => {
  if (process.env.SHOTS)
    await Promise.all([
      desk?.screenshot({ path: `${process.env.SHOTS}/desk.png` }),
      hand?.screenshot({ path: `${process.env.SHOTS}/hand.png` }),
    ]);
  await office?.close();
  await field?.close();
  await server.dispose();
  dropProfile(officeDir);
  dropProfile(fieldDir);
});

/** A browser writes its small settings late; killed, it comes back in Korean all the same, if a moment later. */
const unlockInKorean = async (page: Page): Promise<void> => {
  await page.locator('html[lang="ko"]').waitFor();
  await unlock(page, fieldPassphrase, 'ko');
};

test('the whole road: from a kitchen without signal to a number in the report', async () => {
  if (!desk || !hand) throw new Error('no browsers');
  await found(desk, server.origin, 'Lantern House (invented)', 'Mina');
  const words = await join(hand, await invite(desk), 'Joon');
  await letIn(desk, words);
  await isOpen(hand);
  await hand.evaluate(async () => void (await navigator.serviceWorker.ready));
  await keepLanguages(hand, ['ko', 'vi']);

  // The office is out of reach from here on.
  await server.stop();
  await switchLanguage(hand, 'en', 'ko');
  await newContact(hand, { language: 'ko', note: notes[0] as string, switchingTo: 'vi' });
  await newContact(hand, { language: 'ko', note: notes[1] as string, switchingTo: 'en' });
  await newContact(hand, { language: 'ko', note: notes[2] as string, groups: ['korean'] });
  const asked = await runChecklist(hand, {
    language: 'ko',
    personLanguage: 'vi',
    answer: 'no',
    reason: '여권을 사장님이 가지고 있음. 다음 주에 다시 만나기로 함.',
    switchingTo: 'en',
  });
  expect(asked).toBeGreaterThanOrEqual(25);

  // The phone dies and comes back, still without the office.
  await sigkill(fieldDir, field as BrowserContext);
  hand = await openPhone();
  await hand.goto(server.origin);
  await unlockInKorean(hand);
  await goTo(hand, 'list', 'ko');
  for (const row of await hand.getByRole('main').getByRole('link').all()) expect(await row.textContent()).not.toContain('undefined');
  await hand.getByLabel(ko('field:list.search.label'), { exact: true }).fill('월급');
  await expect.poll(() => hand?.getByRole('main').getByRole('listitem').count()).toBe(1);

  await server.start();
  await exchangeNow(hand, 'ko');
  await hand.getByText(ko('app:exchange.allSent')).first().waitFor({ timeout: 30_000 });

  await exchangeNow(desk, 'en');
  await goTo(desk, 'inbox');
  await desk
    .getByRole('main')
    .getByRole('link', { name: new RegExp(en('office:kind.screening')) })
    .first()
    .click();
  await desk.getByText('여권을 사장님이 가지고 있음. 다음 주에 다시 만나기로 함.').first().waitFor();
  await choose(desk, en('office:review.conclusion.label'), en('office:review.conclusion.possible.label'));
  await button(desk, en('office:review.save')).click();
  await desk.getByText(en('office:review.saved')).waitFor();

  await exchangeNow(desk, 'en');
  await exchangeNow(hand, 'ko');
  await goTo(hand, 'today', 'ko');
  await hand.getByText(ko('field:today.reviews.title')).waitFor();
  await hand.getByText(ko('codes:conclusion.possible')).first().waitFor();

  await goTo(desk, 'figures');
  const figure = desk
    .locator('.total')
    .filter({ has: desk.getByText(en('office:figures.figure.api-possible'), { exact: true }) })
    .locator('.figure');
  await expect.poll(() => figure.textContent()).toBe('1');
  const [download] = await Promise.all([desk.waitForEvent('download'), button(desk, en('office:figures.download')).click()]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.split('\r\n').some((line) => line.includes(en('office:figures.figure.api-possible')) && /,"?1"?(,|$)/.test(line))).toBe(true);
  expect(download.suggestedFilename()).not.toMatch(/traffick|victim/i);
  expect(complaints).toEqual([]);
});
