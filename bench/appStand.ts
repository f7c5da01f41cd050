/**
 * The built app on a device that is in use: an organisation was founded on it and a checklist begun, by tapping, once, and the
 * app opened twice since. Each measure opens the same profile in a new browser.
 */
import { cpSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import app from '../locales/en/app.json';
import checklists from '../locales/en/checklists.json';
import codes from '../locales/en/codes.json';
import field from '../locales/en/field.json';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../tests/support/browser.ts';
import { type ServerProcess, startServer } from '../tests/support/process.ts';
import { type BarePage, openBarePage } from './barePage.ts';
import { type Watch, watchIn } from './watching.ts';

export const passphrase = 'lantern over quiet water';
const waitMs = 60_000;

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
}

export interface AppStand {
  readonly endpoint: ServerProcess;
  /** Where the checklist that was begun stands. */
  readonly checklistPath: string;
  /** In a new browser, which is closed however the work ends. */
  readonly visit: <T>(work: (visit: Visit) => Promise<T>) => Promise<T>;
  /** On a copy of the device: what is tapped there is forgotten. */
  readonly visitCopy: <T>(work: (visit: Visit) => Promise<T>) => Promise<T>;
  readonly watch: <T>(work: (watch: Watch) => Promise<T>) => Promise<T>;
  readonly watchCopy: <T>(work: (watch: Watch) => Promise<T>) => Promise<T>;
  /** Opened in turn with the app, as the least that opening anything takes. */
  readonly bare: BarePage;
  /** With the server process stopped, as at home; it is there again however the work ends. */
  readonly withoutServer: <T>(work: () => Promise<T>) => Promise<T>;
  readonly dispose: () => Promise<void>;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const radio = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name }).first();

const found = async (page: Page, origin: string): Promise<void> => {
  await page.goto(origin);
  await link(page, app.welcome.start).click();
  await page.getByLabel(app.found.organisation.label, { exact: true }).fill('Lantern House (invented)');
  await page.getByLabel(app.names.own.label, { exact: true }).fill('Mina Cho');
  await button(page, app.found.next).click();
  await page.getByRole('radio', { name: app.passphrase.way.own }).check();
  await page.getByLabel(app.passphrase.own.label, { exact: true }).fill(passphrase);
  await button(page, app.passphrase.next).click();
  await page.getByLabel(app.passphrase.back.label, { exact: true }).fill(passphrase);
  await button(page, app.found.finish).click();
  await page.getByRole('navigation').first().waitFor({ timeout: waitMs });
};

/** In whichever language the screen speaks. */
export const unlock = async (page: Page): Promise<void> => {
  const field = page.locator('form input[type=password]');
  await field.fill(passphrase);
  await field.press('Enter');
};

/** Fills in a new contact, all but the last tap. */
export const fillContact = async (page: Page, note: string): Promise<void> => {
  const next = link(page, field.contact.saved.next);
  await next
    .or(page.getByRole('navigation').getByRole('link', { name: app.nav.new, exact: true }))
    .first()
    .click();
  const restaurant = page.getByRole('radio', { name: codes.placeType.restaurant, exact: true });
  await restaurant.or(button(page, field.contact.carried.change)).first().waitFor();
  if (await restaurant.isVisible()) await restaurant.check();
  await radio(page, field.contact.privacy.label, codes.privacy.alone).check();
  await radio(page, field.contact.age.label, codes.ageGroup.adult).check();
  await page.getByLabel(field.contact.note.label, { exact: true }).fill(note);
};

export const saveWords = { button: field.contact.save, done: field.save.done } as const;

/** Up to the first question, and kept as a draft there. Gives its address. */
const beginChecklist = async (page: Page): Promise<string> => {
  await fillContact(page, 'Asked about night classes.');
  await button(page, field.contact.save).click();
  await link(page, field.person.do.checklist).click();
  await radio(page, checklists.privacy.where, checklists.privacy.choices.alone).check();
  await button(page, field.run.next).click();
  await button(page, field.run.said).click();
  await radio(page, checklists.age.ask, checklists.age.choices.adult).check();
  await button(page, field.run.next).click();
  await button(page, field.run.agreed).click();
  await page.locator('[data-asked]').waitFor();
  // A draft is on disk a quarter of a second after the last tap.
  await page.waitForTimeout(1500);
  return new URL(page.url()).pathname;
};

const visitIn = async <T>(profile: string, work: (visit: Visit) => Promise<T>): Promise<T> => {
  const context = await launchProfile(profile, phone);
  try {
    const page = await firstPage(context);
    page.setDefaultTimeout(waitMs);
    return await work({ context, page, session: await context.newCDPSession(page) });
  } finally {
    await context.close();
  }
};

const onCopyOf = async <T>(profile: string, work: (copy: string) => Promise<T>): Promise<T> => {
  const copy = newProfile();
  try {
    cpSync(profile, copy, { recursive: true });
    return await work(copy);
  } finally {
    dropProfile(copy);
  }
};

/** Opened twice more: a browser keeps what it compiled of an app that is opened again. */
const settleIn = async (profile: string, address: string): Promise<void> => {
  for (let time = 0; time < 2; time += 1)
    await watchIn(profile, async ({ goTo, seen, typeAndEnter }) => {
      await goTo(address);
      await seen('live');
      await typeAndEnter(passphrase);
      await seen('question');
      await new Promise((later) => setTimeout(later, 3000));
    });
};

export const raiseAppStand = async (): Promise<AppStand> => {
  const endpoint = await startServer();
  const profile = newProfile();
  const first = await launchProfile(profile, phone);
  const page = await firstPage(first);
  page.setDefaultTimeout(waitMs);
  await found(page, endpoint.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const checklistPath = await beginChecklist(page);
  await first.close();
  await settleIn(profile, `${endpoint.origin}${checklistPath}`);
  const bare = await openBarePage();
  return {
    endpoint,
    checklistPath,
    bare,
    visit: (work) => visitIn(profile, work),
    visitCopy: (work) => onCopyOf(profile, (copy) => visitIn(copy, work)),
    watch: (work) => watchIn(profile, work),
    watchCopy: (work) => onCopyOf(profile, (copy) => watchIn(copy, work)),
    withoutServer: async (work) => {
      await endpoint.stop();
      try {
        return await work();
      } finally {
        await endpoint.start();
      }
    },
    dispose: async () => {
      await endpoint.dispose();
      bare.dispose();
      dropProfile(profile);
    },
  };
};
