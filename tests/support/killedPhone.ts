/** A phone whose browser is killed and opened again over the same profile, with what to look at when that goes wrong. */
import type { BrowserContext, Page } from 'playwright-core';
import { firstPage, launchProfile, phone, sigkill } from './browser.ts';
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
  readonly rounds: number;
  readonly tell?: (round: number) => void;
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export interface KilledPhone {
  readonly page: () => Page;
  /** Opens the browser and the app, and waits for nothing. */
  readonly open: (origin: string) => Promise<Page>;
  readonly kill: () => Promise<void>;
  readonly unlock: (passphrase: string) => Promise<void>;
  readonly explained: <T>(step: string, work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export const killedPhone = async (dir: string, log: () => string): Promise<KilledPhone> => {
  let context: BrowserContext = await launchProfile(dir, phone);
  let lines = listenTo(context);
  let page = await firstPage(context);
  let opened = true;
  const explain = <T>(step: string, work: () => Promise<T>) => explained(step, page, lines, work, log);
  return {
    page: () => page,
    open: async (origin) => {
      if (!opened) {
        context = await launchProfile(dir, phone);
        lines = listenTo(context);
        page = await firstPage(context);
        opened = true;
      }
      await page.goto(origin, { waitUntil: 'commit' });
      return page;
    },
    kill: async () => {
      opened = false;
      await sigkill(dir, context);
    },
    unlock: (passphrase) => explain('unlocking', () => unlock(page, passphrase)),
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
