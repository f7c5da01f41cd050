/** Background Sync: what was saved without a connection reaches the office after the app was closed, by the service worker alone. */
import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../support/browser.ts';
import { newContact } from '../support/field.ts';
import { found, goTo, officePassphrase, unlock } from '../support/gate.ts';
import { startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const t = say('en');

/** As the browser does it when the network is back; `registrationId` is what it calls our worker. */
const wakeTheWorker = async (context: BrowserContext, origin: string): Promise<void> => {
  const session = await context.newCDPSession(await firstPage(context));
  const known = new Promise<string>((done) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [ours] = registrations.filter(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
      if (ours) done(ours.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: await known, tag: 'send', lastChance: false });
};

test('what was saved without a connection is sent by the worker when no page is open', async () => {
  const server = await startServer();
  const dir = newProfile();
  let context = await launchProfile(dir, { ...phone, options: { permissions: ['background-sync'] } });
  try {
    let page = await firstPage(context);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await server.stop();
    await newContact(page, { language: 'en', note: 'Written on the bus.' });
    await page.waitForFunction("navigator.serviceWorker.ready.then(({ sync }) => sync.getTags()).then((tags) => tags.includes('send'))");
    await page.goto('about:blank');
    await server.start();
    const before = server.log().length;
    await wakeTheWorker(context, server.origin);
    // The second request is sent when the answer to the first is on the phone's disk.
    const asked = () => server.log().slice(before).split('/api/sync').length - 1;
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(1);
    await server.stop();

    await context.close();
    context = await launchProfile(dir, phone);
    page = await firstPage(context);
    await page.goto(server.origin);
    await unlock(page, officePassphrase);
    await goTo(page, 'today');
    await page.locator('a.exchange').click();
    await page.getByText(t('field:sent.waiting_other', { count: 0 }), { exact: true }).waitFor();
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});
