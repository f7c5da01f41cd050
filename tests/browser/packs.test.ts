/** A language on a phone is whole or not there: chosen, cut off in the middle, removed, and brought along by a new version. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, type ProfileOptions, phone } from '../support/browser.ts';
import { layCutLink } from '../support/cutLink.ts';
import { button, newContact, runChecklist, switchLanguage } from '../support/field.ts';
import { found, goTo, officePassphrase, unlock } from '../support/gate.ts';
import { buildNewer } from '../support/newerBuild.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const t = say('en');
const ko = say('ko');

const withPhone = async (server: ServerProcess, options: Partial<ProfileOptions>, story: (page: Page) => Promise<void>): Promise<void> => {
  const dir = newProfile();
  const context: BrowserContext = await launchProfile(dir, { ...phone, ...options });
  try {
    await story(await firstPage(context));
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
};

const switchList = (page: Page, language: string) => page.getByLabel(say(language)('app:language.switch'), { exact: true }).first();

/** What the list of languages says of each: a name alone is here, a name with a size is not. */
const listed = (page: Page, tag: string): Promise<string> =>
  page
    .locator(`.language-select option[value="${tag}"]`)
    .first()
    .evaluate((option) => option.textContent ?? '');
const isListedHere = async (page: Page, tag: string): Promise<boolean> => !/kB/.test(await listed(page, tag));
const untilHere = (page: Page, tag: string, here: boolean) => expect.poll(() => isListedHere(page, tag), { timeout: 20_000 }).toBe(here);

const keptFiles = (page: Page, tag: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    if (!(await caches.has(name))) return [];
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1)).sort();
  }, `words-${tag}`);

const packOf = (tag: string, folder = 'dist/app'): string[] =>
  readdirSync(resolve(folder, 'assets/words', tag))
    .filter((name) => !/\.(?:gz|br)$/.test(name))
    .map((name) => `assets/words/${tag}/${name}`)
    .sort();

/** A notebook of its own, with the worker settled and the packs counted. */
const begin = async (page: Page, origin: string): Promise<void> => {
  await found(page, origin, 'Lantern House (invented)', 'Mina');
  await untilHere(page, 'vi', false);
};

const reopen = async (page: Page, language: string): Promise<void> => {
  await page.reload();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await unlock(page, officePassphrase, language);
};

test('a language chosen once is whole without a server, on every kind of screen', async () => {
  const server = await startServer();
  await withPhone(server, {}, async (page) => {
    await begin(page, server.origin);
    expect(await listed(page, 'ko')).toMatch(/^\u2068한국어\u2069 · \u2068\d+ kB\u2069$/);
    await switchLanguage(page, 'en', 'ko');
    await untilHere(page, 'ko', true);
    expect(await keptFiles(page, 'ko')).toEqual(packOf('ko'));
    await server.stop();
    await reopen(page, 'ko');
    for (const place of ['list', 'inbox', 'figures', 'today']) {
      await goTo(page, place, 'ko');
      await page.getByRole('heading', { level: 1, name: /[가-힣]/ }).waitFor();
      expect(await page.getByText(ko('app:page.missing.title')).count()).toBe(0);
    }
    await newContact(page, { language: 'ko', note: '불을 켜 두었어요' });
    const asked = await runChecklist(page, { language: 'ko', personLanguage: 'ko', answer: 'no', reason: '괜찮아 보여요' });
    expect(asked).toBeGreaterThan(3);
  });
});

test('a language that is not here says that it needs a connection, and choosing it without one keeps the one that is', async () => {
  const server = await startServer();
  await withPhone(server, {}, async (page) => {
    await begin(page, server.origin);
    await switchLanguage(page, 'en', 'ko');
    await untilHere(page, 'ko', true);
    await server.stop();
    await reopen(page, 'ko');
    await untilHere(page, 'vi', false);
    await switchList(page, 'ko').selectOption('vi');
    await page
      .getByText(ko('app:bars.language.text', { language: 'Tiếng Việt' }))
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko');
    expect(await switchList(page, 'ko').inputValue()).toBe('ko');
    expect(await keptFiles(page, 'vi')).toEqual([]);
  });
});

test('a person’s language is offered with its size while it could come, and not at all where it cannot', async () => {
  const server = await startServer();
  await withPhone(server, {}, async (page) => {
    await begin(page, server.origin);
    await switchLanguage(page, 'en', 'ko');
    await untilHere(page, 'ko', true);
    await switchLanguage(page, 'ko', 'en');
    await goTo(page, 'today');
    await page
      .getByRole('link', { name: t('field:today.card') })
      .first()
      .click();
    const list = page.getByLabel(t('field:wording.personLanguage'), { exact: true }).first();
    await list.waitFor();
    const offered = () => list.locator('option').allTextContents();
    expect((await offered()).filter((name) => !name.includes('kB'))).toEqual(['English', '한국어']);
    expect(await offered()).toContainEqual(expect.stringMatching(/Tiếng Việt.* kB/));
    await page.context().setOffline(true);
    await expect.poll(offered).toEqual(['English', '한국어']);
    await list.selectOption('ko');
    await page.getByText(ko('directory:card.nothingKept')).waitFor();
    await page.context().setOffline(false);
    await list.selectOption('vi');
    await page.getByText(say('vi')('directory:card.nothingKept')).waitFor();
    expect(await keptFiles(page, 'vi')).toEqual(packOf('vi'));
  });
});

test('cut off in the middle of a language nothing of it stays, and the next time it comes whole', async () => {
  const server = await startServer();
  const link = await layCutLink(server.port);
  try {
    await withPhone(server, {}, async (page) => {
      await begin(page, link.origin);
      link.cut(/assets\/words\/ko\/office/);
      await switchList(page, 'en').selectOption('ko');
      await page
        .getByText(t('app:bars.language.text', { language: '한국어' }))
        .first()
        .waitFor();
      expect(await keptFiles(page, 'ko')).toEqual([]);
      expect(await isListedHere(page, 'ko')).toBe(false);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      link.cut(null);
      await button(page, t('app:bars.language.retry')).click();
      await page.locator('html[lang="ko"]').waitFor();
      expect(await keptFiles(page, 'ko')).toEqual(packOf('ko'));
    });
  } finally {
    await link.close();
  }
});

test('a phone set to Korean takes Korean by itself at the first visit, and no other language', async () => {
  const server = await startServer();
  await withPhone(server, { options: { locale: 'ko-KR' } }, async (page) => {
    await page.goto(server.origin);
    await page.locator('html[lang="ko"]').waitFor();
    await expect.poll(() => keptFiles(page, 'ko'), { timeout: 20_000 }).toEqual(packOf('ko'));
    expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('words-')))).toEqual(['words-ko']);
    await server.stop();
    await page.reload();
    await page.getByRole('heading', { name: ko('app:welcome.title') }).waitFor();
  });
});

test('what nobody speaks here any more can be removed; the language of the screen cannot', async () => {
  const server = await startServer();
  await withPhone(server, {}, async (page) => {
    await begin(page, server.origin);
    await switchLanguage(page, 'en', 'ko');
    await switchLanguage(page, 'ko', 'vi');
    await switchLanguage(page, 'vi', 'en');
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('app:nav.settings'), exact: true })
      .click();
    const remove = (name: string) => button(page, t('app:settings.languages.remove', { language: name }));
    await remove('Tiếng Việt').waitFor();
    await remove('한국어').click();
    await remove('한국어').waitFor({ state: 'detached' });
    expect([await keptFiles(page, 'ko'), await keptFiles(page, 'vi')]).toEqual([[], packOf('vi')]);
    await switchLanguage(page, 'en', 'vi');
    await page.getByRole('heading', { level: 1, name: say('vi')('app:settings.title') }).waitFor();
    expect(await page.getByRole('button', { name: say('vi')('app:settings.languages.remove', { language: 'Tiếng Việt' }) }).count()).toBe(
      0,
    );
  });
});

test('a new version brings every kept language along, or does not come', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-app-'));
  cpSync('dist/app', folder, { recursive: true });
  const server = await startServer({ env: { APP_DIR: folder } });
  const link = await layCutLink(server.port);
  const lookForNewer = (page: Page) => page.evaluate(async () => (await (await navigator.serviceWorker.ready).update()).installing?.state);
  try {
    await withPhone(server, {}, async (page) => {
      await begin(page, link.origin);
      await switchLanguage(page, 'en', 'ko');
      await untilHere(page, 'ko', true);
      await reopen(page, 'ko');
      const old = packOf('ko', folder);

      await server.stop();
      await buildNewer(folder);
      await server.start();
      const renewed = packOf('ko', folder);
      expect(renewed.filter((name) => old.includes(name))).toEqual([]);

      // Without one file of Korean the new version is not taken, and the old one is as whole as it was.
      link.cut(/assets\/words\/ko\/checklists/);
      await lookForNewer(page);
      await expect
        .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing?.state), { timeout: 30_000 })
        .toBe(undefined);
      expect(await page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))).toBe(false);
      expect(await keptFiles(page, 'ko')).toEqual(old);

      link.cut(null);
      await lookForNewer(page);
      const now = button(page, ko('app:bars.update.now'));
      await now.waitFor({ timeout: 30_000 });
      await Promise.all([page.waitForEvent('load', { timeout: 30_000 }), now.click()]);
      await server.stop();
      await reopen(page, 'ko');
      await expect.poll(() => keptFiles(page, 'ko')).toEqual(renewed);
      await goTo(page, 'figures', 'ko');
      await page.getByRole('heading', { level: 1, name: /[가-힣]/ }).waitFor();
    });
  } finally {
    await link.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
