/** The service worker stopped at bad moments, a release that comes in pieces, and one that was changed on the way. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../../support/browser.ts';
import { layCutLink } from '../../support/cutLink.ts';
import { inLongRun } from '../../support/faults/inLongRun.ts';
import { fieldPassphrase, officePassphrase, unlock } from '../../support/gate.ts';
import { joinsOffice, missingAt, officeLaptop } from '../../support/officeLaptop.ts';
import { onPhone, saveNote } from '../../support/onPhone.ts';
import { type ServerProcess, startServer } from '../../support/process.ts';
import { say } from '../../support/say.ts';
import { laySlowLink } from '../../support/slowLink.ts';

const t = say('en');

const isActive = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');

const isWelcome = (page: Page) => page.getByRole('heading', { name: t('app:welcome.title') }).waitFor();

const onFreshPhone = async (server: ServerProcess, story: (page: Page) => Promise<void>): Promise<void> => {
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    await story(await firstPage(context));
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
};

inLongRun('stopped again and again while it installs: the app works, and in the end it works without a server', async () => {
  const server = await startServer();
  await onFreshPhone(server, async (page) => {
    const tools = await page.context().newCDPSession(page);
    await tools.send('ServiceWorker.enable');
    for (let round = 0; round < 3; round += 1) {
      const going = page.goto(server.origin);
      for (let at = 0; at < 20; at += 1) {
        await page.waitForTimeout(40);
        await tools.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
      }
      await going;
      await isWelcome(page);
    }
    await page.goto(server.origin);
    await expect.poll(() => isActive(page), { timeout: 30_000 }).toBe(true);
    await server.stop();
    await page.reload();
    await isWelcome(page);
  });
});

inLongRun('stopped in the middle of an exchange, and background sync never comes: what waits arrives once', async () => {
  const server = await startServer();
  const link = await laySlowLink(server.port);
  await onFreshPhone(server, async (page) => {
    const laptop = await officeLaptop(server);
    await joinsOffice(page, laptop, link.origin);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await unlock(page, fieldPassphrase);
    const tools = await page.context().newCDPSession(page);
    await tools.send('ServiceWorker.enable');
    link.slow(() => 300);
    const notes = ['one', 'two', 'three'];
    for (const note of notes) {
      await saveNote(page, note);
      for (let at = 0; at < 5; at += 1) {
        await page.waitForTimeout(150);
        await tools.send('ServiceWorker.stopAllWorkers');
      }
    }
    expect(await missingAt(laptop, notes)).toEqual([]);
  });
  await link.close();
});

inLongRun('half of a release comes: nothing of it is taken, the app goes on, and the next time it comes whole', async () => {
  const server = await startServer();
  const link = await layCutLink(server.port);
  await onFreshPhone(server, async (page) => {
    link.cut(/assets\/Sent-/);
    await page.goto(link.origin);
    await isWelcome(page);
    await expect.poll(() => link.asked().some((path) => path.includes('assets/Sent-')), { timeout: 30_000 }).toBe(true);
    await page.waitForTimeout(500);
    expect(await isActive(page)).toBe(false);
    link.cut(null);
    await page.reload();
    await expect.poll(() => isActive(page), { timeout: 30_000 }).toBe(true);
  });
  await link.close();
});

const isInstalling = (page: Page): Promise<boolean> =>
  page.evaluate(async () => ((await navigator.serviceWorker.getRegistration())?.installing ?? null) !== null);

const settled = (page: Page) => expect.poll(() => isInstalling(page), { timeout: 30_000 }).toBe(false);

/** A copy of the built app, to be spoilt. */
const releaseIn = (folder: string): string => {
  cpSync(resolve('dist/app'), folder, { recursive: true });
  return folder;
};
const newFolder = () => mkdtempSync(join(tmpdir(), 'fieldbook-app-'));

/** As it is sent: without the compressed ones beside it. */
const spoil = (folder: string, name: string, how: (path: string) => void): void => {
  for (const ending of ['.br', '.gz']) rmSync(join(folder, `${name}${ending}`), { force: true });
  how(join(folder, name));
};

test('a file of a release that was changed on the way is not taken, nor the release with it', async () => {
  const folder = releaseIn(newFolder());
  const later = readdirSync(join(folder, 'assets')).find((name) => /^Sent-.*\.js$/.test(name)) ?? '';
  spoil(folder, join('assets', later), (path) => appendFileSync(path, '\n/* not ours */'));
  const server = await startServer({ env: { APP_DIR: folder } });
  try {
    await onFreshPhone(server, async (page) => {
      // What the page itself needs at first is whole; a screen that is opened later is not.
      await page.goto(server.origin);
      await isWelcome(page);
      await expect
        .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), { timeout: 30_000 })
        .toBe(1);
      await settled(page);
      expect(await isActive(page)).toBe(false);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

inLongRun('a phone that has a version keeps it while the next one comes damaged', async () => {
  const folder = releaseIn(newFolder());
  try {
    await onPhone(
      async ({ page, server }) => {
        await page.reload();
        await unlock(page, officePassphrase);
        await server.stop();
        spoil(folder, 'index.html', (path) => truncateSync(path, 20));
        spoil(folder, 'sw.js', (path) => {
          const next = readFileSync(path, 'utf8').replace(/"revision":"\w+"(,"url":"index.html")/, '"revision":"thenext"$1');
          expect(next).toContain('thenext');
          writeFileSync(path, next);
        });
        await server.start();
        await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => undefined)));
        await settled(page);
        expect(await page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))).toBe(false);
        await page.reload();
        await unlock(page, officePassphrase);
        await saveNote(page, 'with the old version');
      },
      { env: { APP_DIR: folder } },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
