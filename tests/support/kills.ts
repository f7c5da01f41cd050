/**
 * Kills the browser at moments of its own choosing while a worker saves one contact after another, opens it again and looks:
 * whatever the screen had called saved must be there. Used by tests/faults/killedTab.test.ts and, for long runs, `npm run kills`.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { dropProfile, firstPage, launchProfile, newProfile, phone, sigkill } from './browser.ts';
import { button } from './field.ts';
import { found, goTo, isOpen, officePassphrase, unlock } from './gate.ts';
import { startServer } from './process.ts';
import { say } from './say.ts';

const t = say('en');

export interface Kills {
  readonly rounds: number;
  readonly saved: number;
  readonly found: number;
  readonly missing: readonly string[];
}

/** One word, so that searching for a round finds its notes and no others. */
const roundWord = (round: number): string => `round${round}note`;
const note = (round: number, at: number): string => `${roundWord(round)}${at}`;

/** Saves notes until the page is gone, into the list it is given: those that the screen said were saved. */
const saveUntilKilled = async (page: Page, round: number, alive: () => boolean, saved: string[]): Promise<void> => {
  try {
    for (let at = 0; alive(); at += 1) {
      const next = page.getByRole('link', { name: t('field:contact.saved.next'), exact: true });
      await next
        .or(page.getByRole('navigation').getByRole('link', { name: t('app:nav.new'), exact: true }))
        .first()
        .click();
      await page.getByLabel(t('field:contact.note.label'), { exact: true }).fill(note(round, at));
      await button(page, t('field:contact.save')).click();
      await page.getByText(t('field:save.done')).waitFor();
      saved.push(note(round, at));
    }
  } catch (problem) {
    // The browser is killed in the middle of a step, so the step fails; while it lives, a failure is one of ours.
    if (alive()) throw problem;
  }
};

/** A moment that a hand could choose: sometime in the save after the first, or after ten seconds of a slow machine. */
const untilSomeMoment = async (saved: readonly string[]): Promise<void> => {
  const until = Date.now() + 10_000;
  while (saved.length === 0 && Date.now() < until) await pause(20);
  await pause(Math.random() * 1200);
};
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** How many of these notes the list finds, by searching for the round. */
const missingOf = async (page: Page, round: number, saved: readonly string[]): Promise<string[]> => {
  if (saved.length === 0) return [];
  await goTo(page, 'list');
  await page.getByLabel(t('field:list.search.label'), { exact: true }).fill(roundWord(round));
  const rows = page.getByRole('main').getByRole('listitem');
  const count = await rows
    .first()
    .waitFor({ timeout: 10_000 })
    .then(
      () => rows.count(),
      () => 0,
    );
  return count >= Math.min(saved.length, 50) ? [] : saved.slice(count);
};

export const killInRounds = async (rounds: number, tell: (round: number) => void = () => undefined): Promise<Kills> => {
  const server = await startServer();
  const dir = newProfile();
  let [saved, found_] = [0, 0];
  const missing: string[] = [];
  let context: BrowserContext = await launchProfile(dir, phone);
  try {
    await found(await firstPage(context), server.origin, 'Lantern House (invented)', 'Mina');
    await (await firstPage(context)).evaluate(async () => void (await navigator.serviceWorker.ready));
    for (let round = 0; round < rounds; round += 1) {
      const page = await firstPage(context);
      if (round > 0) await isOpen(page);
      let alive = true;
      const said: string[] = [];
      const saving = saveUntilKilled(page, round, () => alive, said);
      await Promise.race([untilSomeMoment(said), saving]);
      alive = false;
      await sigkill(dir, context);
      await saving;
      context = await launchProfile(dir, phone);
      const again = await firstPage(context);
      await again.goto(server.origin);
      await unlock(again, officePassphrase);
      const lost = await missingOf(again, round, said);
      saved += said.length;
      found_ += said.length - lost.length;
      missing.push(...lost);
      tell(round);
    }
    return { rounds, saved, found: found_, missing };
  } finally {
    await context.close().catch(() => undefined);
    await server.dispose();
    dropProfile(dir);
  }
};
