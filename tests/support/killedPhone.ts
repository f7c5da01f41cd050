/**
 * Phones whose browser is killed and opened again over the same profile, with what to look at when that goes wrong. Several live in
 * one browser, each at an address of its own and so with a database, a worker and keys of its own: most of a round is the browser's start.
 */
import { cpSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { firstPage, launchProfile, newProfile, phone, sigkill } from './browser.ts';
import { explained, listenTo } from './explained.ts';
import { goTo, unlock } from './gate.ts';
import { say } from './say.ts';

const t = say('en');

export interface Kills {
  readonly rounds: number;
  readonly saved: number;
  readonly found: number;
  readonly missing: readonly string[];
}

export interface KillRun {
  /** Phones killed, whichever browser they were in. */
  readonly rounds: number;
  /** In one browser. */
  readonly phones?: number;
  readonly tell?: (round: number) => void;
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Addresses of one endpoint, each an origin of its own. Browsers look up names under localhost by themselves. */
export const addressesOf = (origin: string, phones: number): string[] =>
  Array.from({ length: phones }, (_, at) => (at === 0 ? origin : origin.replace('//localhost', `//phone${at}.localhost`)));

export const copyProfile = (from: string): string => {
  const to = newProfile();
  // The lock and the socket belong to the browser that made them.
  cpSync(from, to, { recursive: true, filter: (path) => !/\/Singleton\w+$/.test(path) });
  return to;
};

export interface KilledPhones {
  readonly page: () => Page;
  /** One for each address. */
  readonly pages: () => readonly Page[];
  /** Opens the browser and the app at each address, and waits for nothing. */
  readonly open: (addresses: readonly string[]) => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly unlock: (passphrase: string) => Promise<void>;
  readonly explained: <T>(step: string, work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export const killedPhones = async (dir: string, log: () => string): Promise<KilledPhones> => {
  let context: BrowserContext;
  let lines: readonly string[];
  let pages: Page[] = [];
  const launch = async () => {
    context = await launchProfile(dir, phone);
    lines = listenTo(context);
    pages = [await firstPage(context)];
  };
  const page = () => pages[0] as Page;
  const explain = <T>(step: string, work: () => Promise<T>) => explained(step, page(), lines, work, log);
  await launch();
  return {
    page,
    pages: () => pages,
    open: async (addresses) => {
      if (pages.length === 0) await launch();
      while (pages.length < addresses.length) pages.push(await context.newPage());
      await Promise.all(addresses.map((address, at) => pages[at]?.goto(address, { waitUntil: 'commit' })));
    },
    kill: async () => {
      pages = [];
      await sigkill(dir, context);
    },
    unlock: (passphrase) => explain('unlocking', async () => void (await Promise.all(pages.map((each) => unlock(each, passphrase))))),
    explained: explain,
    close: async () => {
      await context.close().catch(() => undefined);
    },
  };
};

/** Which of these the list does not find, by searching for the one word that all of them begin with. */
export const missingOf = async (page: Page, word: string, saved: readonly string[]): Promise<string[]> => {
  if (saved.length === 0) return [];
  await goTo(page, 'list');
  await page.getByLabel(t('field:list.search.label'), { exact: true }).fill(word);
  const rows = page.getByRole('main').getByRole('listitem');
  const wanted = Math.min(saved.length, 50);
  await rows
    .nth(wanted - 1)
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  const count = await rows.count();
  return count >= wanted ? [] : saved.slice(count);
};
