/** One phone of one's own before a fresh endpoint, for stories about what its browser does to it. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from './browser.ts';
import { explained, listenTo } from './explained.ts';
import { button } from './field.ts';
import { found, goTo } from './gate.ts';
import { type ServerOptions, type ServerProcess, startServer } from './process.ts';
import { say } from './say.ts';

const t = say('en');

export interface OnPhone {
  readonly server: ServerProcess;
  readonly dir: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The developer's tools of the first page. */
  readonly tools: CDPSession;
}

/** Founded, open, and its worker settled. */
export const onPhone = async (story: (held: OnPhone) => Promise<void>, options: ServerOptions = {}): Promise<void> => {
  const server = await startServer(options);
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  const lines = listenTo(context);
  const page = await firstPage(context);
  try {
    await explained(
      'the story',
      page,
      lines,
      async () => {
        await found(page, server.origin, 'Lantern House (invented)', 'Mina');
        await page.evaluate(async () => void (await navigator.serviceWorker.ready));
        await story({ server, dir, context, page, tools: await context.newCDPSession(page) });
      },
      () => server.log(),
    );
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
};

/** Opens a new note and types into it, without saving. */
export const typeNote = async (page: Page, note: string): Promise<void> => {
  await page
    .getByRole('link', { name: t('field:contact.saved.next'), exact: true })
    .or(page.getByRole('navigation').getByRole('link', { name: t('app:nav.new'), exact: true }))
    .first()
    .click();
  await page.getByLabel(t('field:contact.note.label'), { exact: true }).fill(note);
};

export const pressSave = (page: Page): Promise<void> => button(page, t('field:contact.save')).click();

export const saveNote = async (page: Page, note: string): Promise<void> => {
  await typeNote(page, note);
  await pressSave(page);
  await page.getByText(t('field:save.done')).waitFor();
};

/** How many contacts the list finds by this word. */
export const foundInList = async (page: Page, word: string, atLeast = 1): Promise<number> => {
  await goTo(page, 'list');
  await page.getByLabel(t('field:list.search.label'), { exact: true }).fill(word);
  const rows = page.getByRole('main').getByRole('listitem');
  await rows
    .nth(atLeast - 1)
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  return rows.count();
};
