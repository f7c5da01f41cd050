/** The lock stands before the app is there, in a real browser: nothing jumps when the app takes it over, and no letter is lost. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone, slowCpu } from '../support/browser.ts';
import { keepLanguages } from '../support/field.ts';
import { found, isOpen, officePassphrase } from '../support/gate.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

interface Held {
  readonly server: ServerProcess;
  /** The phone opened again, in a new browser. */
  readonly opened: (story: (page: Page) => Promise<void>) => Promise<void>;
}

/** A phone with a notebook that is locked and in this language, and was closed. */
const lockedPhone = async (language: string, story: (held: Held) => Promise<void>): Promise<void> => {
  const server = await startServer();
  const dir = newProfile();
  const opened: Held['opened'] = async (work) => {
    const context = await launchProfile(dir, phone);
    try {
      await work(await firstPage(context));
    } finally {
      await context.close();
    }
  };
  try {
    await opened(async (page) => {
      await found(page, server.origin, 'Lantern House (invented)', 'Mina');
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await keepLanguages(page, [language]);
      await page.reload();
      await page.locator('.language-select').selectOption(language);
      await page.getByRole('heading', { name: say(language)('app:unlock.title') }).waitFor();
      await expect.poll(() => page.evaluate(() => localStorage.getItem('fieldbook.lock'))).toContain(`"${language}"`);
      // The browser writes such small things late.
      await page.waitForTimeout(1500);
    });
    await story({ server, opened });
  } finally {
    await server.dispose();
    dropProfile(dir);
  }
};

const field = (page: Page) => page.locator('input[type=password]');
const list = (page: Page) => page.locator('.language-select');

/** The file comes once the returned is called: over the line, because what the worker serves cannot be held back. */
const heldBack = async (page: Page, file: string): Promise<() => void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  let letCome: () => void = () => undefined;
  const mayCome = new Promise<void>((come) => {
    letCome = come;
  });
  await page.route(file, async (route) => {
    await mayCome;
    await route.continue();
  });
  return letCome;
};

test.each(['ko', 'ur'])('in %s: it is drawn before the app, which moves nothing of it and goes on in the same field', (language) =>
  lockedPhone(language, ({ server, opened }) =>
    opened(async (page) => {
      const letCome = await heldBack(page, '**/assets/start-*.js');
      await page.goto(server.origin, { waitUntil: 'commit' });
      await field(page).waitFor();
      expect(await list(page).isEnabled()).toBe(false);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await page.keyboard.type(officePassphrase.slice(0, 8));
      await page.evaluate(async () => void (await document.fonts.ready));
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('header.top *, main *')]
            .filter((each) => each.localName !== 'option' && each.localName !== 'path')
            .map((each) => {
              const { x, y, width, height } = each.getBoundingClientRect();
              return `${each.localName} ${[x, y, width, height].map(Math.round).join(' ')}`;
            }),
        );
      const before = await places();
      const picture = await page.screenshot();
      letCome();
      await expect.poll(() => list(page).isEnabled()).toBe(true);
      expect(await field(page).inputValue()).toBe(officePassphrase.slice(0, 8));
      expect(await places()).toEqual(before);
      // A font of our own is drawn a shade otherwise once it is loaded a second time; without one, not a dot changes.
      if (language === 'ko') expect((await page.screenshot()).equals(picture)).toBe(true);
      await page.keyboard.type(officePassphrase.slice(8));
      await page.keyboard.press('Enter');
      await isOpen(page);
    }),
  ),
);

test('on a slow phone without a connection, what was typed and sent off before the app was there opens the notebook', () =>
  lockedPhone('vi', async ({ server, opened }) => {
    await server.stop();
    await opened(async (page) => {
      await slowCpu(page, 20);
      await page.goto(server.origin, { waitUntil: 'commit' });
      await field(page).waitFor();
      await page.keyboard.insertText(officePassphrase);
      await page.keyboard.press('Enter');
      await slowCpu(page, 1);
      await isOpen(page);
    });
  }));
