/** A browser that lets go of a part of what it keeps: noticed at the next start, told, and never taken for a new phone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../../support/browser.ts';
import { inLongRun } from '../../support/faults/inLongRun.ts';
import { button } from '../../support/field.ts';
import { fieldPassphrase, isOpen, join, officePassphrase, unlock } from '../../support/gate.ts';
import { joinsOffice, missingAt, notesAt, officeLaptop } from '../../support/officeLaptop.ts';
import { foundInList, onPhone, saveNote } from '../../support/onPhone.ts';
import { startServer } from '../../support/process.ts';
import { say } from '../../support/say.ts';

const t = say('en');
const telling = /traffick|victim|police|abuse|rescue|slave|outreach|exploit|Lantern|Mina/i;

/** As a browser does it that needs the room: everything but the small settings goes at once. */
const evicted = 'indexeddb,cache_storage,file_systems,service_workers';

const isTold = async (page: Page, which: 'notes' | 'keys' | 'unreadable'): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: t(`app:lost.${which}.title`) }).waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(telling);
};

/** The trace of how many wait is written a moment after the save. */
const tracesSay = (page: Page, most: string) =>
  expect.poll(() => page.evaluate(() => localStorage.getItem('fieldbook.kept')), { timeout: 10_000 }).toBe(most);

test('evicted whole: what was not sent is named, and the way back leads by an invitation, not by founding anew', async () => {
  await onPhone(async ({ server, page, tools }) => {
    await server.stop();
    await saveNote(page, 'never sent');
    await tracesSay(page, '9');
    await server.start();
    await page.goto('about:blank');
    await tools.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: evicted });
    await page.goto(server.origin);
    await isTold(page, 'notes');
    await page.getByText(t('app:lost.unsent.upTo', { most: 9 })).waitFor();
    expect(await page.getByRole('link', { name: t('app:welcome.start') }).count()).toBe(0);
    // Loading it again is no way around it, nor is the address where organisations are founded.
    await page.goto(`${server.origin}/start`);
    await isTold(page, 'notes');
    await button(page, t('app:welcome.join')).click();
    await page.waitForURL(`${server.origin}/join`);
    await page.reload();
    expect(await page.getByRole('heading', { name: t('app:lost.notes.title') }).count()).toBe(0);
  });
});

inLongRun('only the database is gone: the traces elsewhere tell, each of them alone', async () => {
  await onPhone(async ({ server, page, tools }) => {
    const loseDatabase = async (andOf: (page: Page) => Promise<void>) => {
      await page.goto(`${server.origin}/licenses.txt`);
      await tools.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'indexeddb' });
      await andOf(page);
      await page.goto(server.origin);
      await isTold(page, 'notes');
      await page.getByText(t('app:lost.unsent.none')).waitFor();
    };
    await tracesSay(page, '0');
    await loseDatabase(async () => undefined);
    await loseDatabase((at) => at.evaluate(() => localStorage.clear()));
    await loseDatabase((at) => at.evaluate(async () => void (await caches.delete('kept'))));
  });
});

test('only the keys are gone: what waits is sent from behind the lock, and nothing is given up before it has been', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const laptop = await officeLaptop(server);
    const page = await firstPage(context);
    await joinsOffice(page, laptop, server.origin);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await unlock(page, fieldPassphrase);
    await server.stop();
    await saveNote(page, 'sealed and waiting');
    await page.goto('about:blank');
    const tools = await context.newCDPSession(page);
    await tools.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'file_systems' });
    await page.goto(server.origin);
    await isTold(page, 'keys');
    await page.getByText(t('app:lost.keys.noWay')).waitFor({ timeout: 30_000 });
    expect(await button(page, t('app:welcome.join')).count()).toBe(0);
    await server.start();
    await button(page, t('app:lost.keys.send')).click();
    await page.getByText(t('app:lost.keys.allSent')).waitFor({ timeout: 30_000 });
    expect(await missingAt(laptop, ['sealed and waiting'])).toEqual([]);
    expect(notesAt(laptop)).toEqual(['sealed and waiting']);
    // And the phone can be let in again.
    const { link } = await laptop.invite('worker');
    await button(page, t('app:welcome.join')).click();
    await page.waitForURL(`${server.origin}/join`);
    await join(page, link, 'Joon');
    await laptop.letIn((await laptop.asking())[0]?.invitation ?? '');
    await isOpen(page);
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});

inLongRun('only the offline files are gone: everything else is there, and they come back by themselves', async () => {
  await onPhone(async ({ server, page, tools }) => {
    await saveNote(page, 'still here');
    await page.reload();
    await tools.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'cache_storage' });
    await page.goto(server.origin);
    await unlock(page, officePassphrase);
    expect(await foundInList(page, 'still here')).toBe(1);
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/index.html', { ignoreSearch: true }))?.status), { timeout: 30_000 })
      .toBe(200);
    await server.stop();
    await page.goto(`${server.origin}/list`);
    await unlock(page, officePassphrase);
    expect(await foundInList(page, 'still here')).toBe(1);
  });
});

inLongRun('cleared while it is open: nothing is called saved any more, and the person is told what to do', async () => {
  await onPhone(async ({ server, page, tools }) => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: t('app:nav.new'), exact: true })
      .click();
    const note = page.getByLabel(t('field:contact.note.label'), { exact: true });
    await note.fill('half written');
    await tools.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: evicted });
    await page.getByText(t('app:storage.cleared.text')).waitFor();
    await button(page, t('field:contact.save')).click();
    await page.getByText(t('field:save.problem.title')).waitFor();
    expect(await page.getByText(t('field:save.done')).count()).toBe(0);
    expect(await note.inputValue()).toBe('half written');
  });
});
