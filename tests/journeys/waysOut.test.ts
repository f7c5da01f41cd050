/** Two bad days, and how a team comes out of them with the app alone: the office's computer loses everything, and a phone has a double. */
import { rmSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, laptop, phone } from '../support/browser.ts';
import { button, exchangeNow, newContact, switchLanguage } from '../support/field.ts';
import { fieldPassphrase, found, goTo, invite, isOpen, join, letIn, unlock, wordsOn } from '../support/gate.ts';
import { foundInList } from '../support/onPhone.ts';
import { say } from '../support/say.ts';
import { type TwoDevices, twoDevices } from '../support/twoDevices.ts';

const en = say('en');
const ko = say('ko');
let team: TwoDevices;

beforeAll(async () => {
  team = await twoDevices({ desk: laptop, hand: phone });
  const { desk, hand, server } = team;
  await found(desk, server.origin, 'Lantern House (invented)', 'Mina');
  await letIn(desk, await join(hand, await invite(desk), 'Joon'));
  await isOpen(hand);
});
afterAll(() => team.putAway());

/** By the sign in the bar, and then the button: also when nobody answers as they should. */
const triesToSend = async (page: Page, t = en): Promise<void> => {
  await page.locator('a.exchange').first().click();
  await button(page, t('field:sent.now')).click();
};
const looksFine = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
};

test('the office’s database is gone: the desk sets it up again, and what phones hold comes back by itself', async () => {
  const { desk, hand, server } = team;
  await newContact(hand, { language: 'en', note: 'Told before the fire.' });
  await exchangeNow(hand, 'en');
  await exchangeNow(desk, 'en');

  await server.stop();
  for (const name of ['fieldbook.db', 'fieldbook.db-wal', 'fieldbook.db-shm']) rmSync(pathOf(server.dataDir, name), { force: true });
  await server.start();

  await switchLanguage(hand, 'en', 'ko');
  await triesToSend(hand, ko);
  await hand.getByText(ko('field:sent.problem.lost')).waitFor();
  await hand.getByText(ko('field:sent.problem.lostWait')).waitFor();
  expect(await button(hand, ko('field:sent.problem.foundAgain')).count()).toBe(0);
  await looksFine(hand);

  await triesToSend(desk);
  await desk.getByText(en('field:sent.problem.lostHere')).waitFor();
  await looksFine(desk);
  await button(desk, en('field:sent.problem.foundAgain')).click();
  await desk.getByText(en('field:sent.problem.lost')).waitFor({ state: 'detached' });
  await exchangeNow(desk, 'en');
  await exchangeNow(hand, 'ko');
  await switchLanguage(hand, 'ko', 'en');

  await newContact(hand, { language: 'en', note: 'Told after the fire.' });
  await exchangeNow(hand, 'en');
  await exchangeNow(desk, 'en');
  expect(await foundInList(desk, 'after the fire')).toBe(1);
});

/** As the exchange notes it: another phone has gone on under this one's name. */
const hasADouble = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('fieldbook');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('state', 'readwrite');
          writing.objectStore('state').put({ name: 'twin', value: { since: '2026-11-20T10:00:00-06:00' } });
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );

test('a phone with a double is let in anew: it keeps what it has, and what waited is sent under the new name', async () => {
  const { desk, hand, server } = team;
  await hasADouble(hand);
  await hand.goto(server.origin);
  await unlock(hand, fieldPassphrase);
  await newContact(hand, { language: 'en', note: 'Written beside a double.' });
  await goTo(hand, 'today');
  await triesToSend(hand);
  await hand.getByText(en('field:sent.twin.title')).first().waitFor();
  await hand.getByRole('link', { name: en('field:sent.anew.open'), exact: true }).click();
  await looksFine(hand);
  await hand.getByLabel(en('app:join.link.label'), { exact: true }).fill(await invite(desk));
  await button(hand, en('app:join.open')).click();
  const words = await wordsOn(hand);
  await looksFine(hand);
  await letIn(desk, words);

  await hand.getByText(en('field:sent.anew.done')).waitFor({ timeout: 30_000 });
  await exchangeNow(hand, 'en');
  await exchangeNow(desk, 'en');
  expect(await foundInList(desk, 'beside a double')).toBe(1);
  expect(await foundInList(hand, 'after the fire')).toBe(1);
  await goTo(desk, 'team');
  await hand.reload();
  await unlock(hand, fieldPassphrase);
  expect(await foundInList(hand, 'beside a double')).toBe(1);
});
