/** The app as an app: installable, there without a connection, and renewed without losing a letter. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, laptop, launchProfile, newProfile, phone, sigkill } from '../support/browser.ts';
import { button, keepLanguages, switchLanguage } from '../support/field.ts';
import { found, goTo, officePassphrase, unlock } from '../support/gate.ts';
import { buildNewer } from '../support/newerBuild.ts';
import { startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const t = say('en');
const revealing = /traffick|victim|police|abuse|rescue|slave|outreach|exploit/i;

test('it can be installed, under a name and an icon that say nothing', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const page = await firstPage(context);
    await page.goto(server.origin);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const session = await context.newCDPSession(page);
    expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    const { data = '', errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(data).not.toMatch(revealing);
    const { icons, name } = JSON.parse(data) as { name: string; icons: { src: string; sizes: string; purpose: string }[] };
    expect(name).toBe('Fieldbook');
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort()).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
    const answers = await Promise.all(
      [...icons.map(({ src }) => src), '/apple-touch-icon.png'].map(async (src) =>
        (await fetch(server.origin + src)).headers.get('content-type'),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['image/png']));
    expect(await page.title()).not.toMatch(revealing);
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});

test('from the second load it needs no server: a deep link opens, in each language that was chosen, after the browser was killed', async () => {
  const server = await startServer();
  const dir = newProfile();
  let context = await launchProfile(dir, phone);
  try {
    let page = await firstPage(context);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await keepLanguages(page, ['ko', 'vi']);
    await server.stop();
    await sigkill(dir, context);
    context = await launchProfile(dir, phone);
    page = await firstPage(context);
    await page.goto(`${server.origin}/list`);
    for (const language of ['ko', 'vi', 'en']) {
      await switchLanguage(page, language === 'ko' ? 'en' : language === 'vi' ? 'ko' : 'vi', language);
      await page.getByRole('heading', { name: say(language)('app:unlock.title') }).waitFor();
    }
    await unlock(page, officePassphrase);
    await page.getByRole('heading', { name: t('field:list.title'), exact: true }).waitFor();
    // Screens that were never opened before come from the worker's cache too.
    for (const place of ['inbox', 'figures', 'new']) {
      await goTo(page, place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByText(t('app:page.missing.title')).count()).toBe(0);
    }
    await page.getByRole('banner').getByText(t('app:exchange.offline')).waitFor();
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});

const keptWhenUsed = (page: Page): Promise<string> =>
  page.evaluate(async () => (await (await caches.open('kept-when-used')).keys()).map(({ url }) => url).join());

test('the library comes when it is opened, and from then on needs no server, nor does its reader who goes back to English', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, laptop);
  try {
    const page = await firstPage(context);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await keepLanguages(page, ['ko']);
    await switchLanguage(page, 'en', 'ko');
    // A page that was there before the worker is not its own yet.
    await page.reload();
    await unlock(page, officePassphrase, 'ko');
    expect(await keptWhenUsed(page)).not.toContain('en-library');
    await goTo(page, 'library', 'ko');
    await page.getByText(say('ko')('library:library.about')).waitFor();
    await expect.poll(() => keptWhenUsed(page)).toContain('en-library');
    await server.stop();
    await page.reload();
    await unlock(page, officePassphrase, 'ko');
    await goTo(page, 'library', 'ko');
    await page.getByText(say('ko')('library:library.about')).waitFor();
    await switchLanguage(page, 'ko', 'en');
    await page.getByText(t('library:library.about')).waitFor();
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});

/** The built app once more, as if an hour later: one file says something else, so the worker is another one. */
const newerVersion = (from: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-app-'));
  cpSync(from, folder, { recursive: true });
  return folder;
};

/** The app's first file, as the page names it. */
const appOf = (): string => /\/assets\/start-[\w-]+\.js/.exec(document.documentElement.outerHTML)?.[0] ?? 'none';

test('a new version waits until it is let in, keeps what was being typed, and renews every tab', { timeout: 240_000 }, async () => {
  const folder = newerVersion(resolve('dist/app'));
  const server = await startServer({ env: { APP_DIR: folder } });
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const page = await firstPage(context);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await unlock(page, officePassphrase);
    const before = await page.evaluate(appOf);
    const second = await context.newPage();
    await second.goto(server.origin);
    await second.getByLabel(t('app:unlock.passphrase.label'), { exact: true }).waitFor();

    await server.stop();
    await buildNewer(folder);
    await server.start();
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain(before);

    await goTo(page, 'new');
    await page.getByLabel(t('field:contact.note.label'), { exact: true }).fill('Half a sen');
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const now = button(page, t('app:bars.update.now'));
    await now.waitFor({ timeout: 30_000 });
    const [renewed] = await Promise.all([
      second.waitForEvent('load', { timeout: 30_000 }),
      page.waitForEvent('load', { timeout: 30_000 }),
      now.click(),
    ]);
    expect(renewed).toBeDefined();
    await unlock(page, officePassphrase);
    await expect.poll(() => page.getByLabel(t('field:contact.note.label'), { exact: true }).inputValue()).toBe('Half a sen');
    expect(await page.evaluate(appOf)).not.toBe(before);
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
    rmSync(folder, { recursive: true, force: true });
  }
});
