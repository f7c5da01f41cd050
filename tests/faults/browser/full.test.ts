/** No room left: what a person writes is saved all the same, from the reserve; and when even that is used up, nothing saved is lost. */
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { office } from '../../../src/domain/entry.ts';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../../support/browser.ts';
import { inLongRun } from '../../support/faults/inLongRun.ts';
import { button } from '../../support/field.ts';
import { fieldPassphrase, officePassphrase, unlock } from '../../support/gate.ts';
import { joinsOffice, officeLaptop } from '../../support/officeLaptop.ts';
import { foundInList, onPhone, pressSave, saveNote, typeNote } from '../../support/onPhone.ts';
import { startServer } from '../../support/process.ts';
import { say } from '../../support/say.ts';

const t = say('en');

const reserveOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    try {
      return (await (await (await navigator.storage.getDirectory()).getFileHandle('reserve')).getFile()).size;
    } catch {
      return 0;
    }
  });
const untilReserved = (page: Page) => expect.poll(() => reserveOf(page), { timeout: 15_000 }).toBe(5 << 20);

/** How long a browser goes on with what it knew of the room for an open database, and how long one that was closed stays open. */
const pastClosing = 3000;

/** From now on there is room for so many bytes more than what lies there, or for fewer. */
const setRoom = async (tools: CDPSession, origin: string, bytes: number): Promise<void> => {
  const { usage } = await tools.send('Storage.getUsageAndQuota', { origin });
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.max(1, usage + bytes) });
};

/** Opened again where it stood, with so much room. */
const leaveRoom = async (page: Page, tools: CDPSession, origin: string, bytes: number): Promise<void> => {
  const address = page.url();
  await page.goto('about:blank');
  await page.waitForTimeout(pastClosing);
  await setRoom(tools, origin, bytes);
  await page.goto(address);
};
const liftQuota = (tools: CDPSession, origin: string) => tools.send('Storage.overrideQuotaForOrigin', { origin });

test('the last room is used up: the note is saved from the reserve, and the person is told what helps', async () => {
  await onPhone(async ({ server, page, tools }) => {
    await untilReserved(page);
    await saveNote(page, 'with room');
    await leaveRoom(page, tools, server.origin, -1024);
    await unlock(page, officePassphrase);
    await typeNote(page, 'without room');
    await pressSave(page);
    await page.getByText(t('field:save.done')).waitFor();
    await page.getByText(t('app:storage.full.text')).waitFor();
    expect(await reserveOf(page)).toBe(0);
    await liftQuota(tools, server.origin);
    await page.reload();
    await unlock(page, officePassphrase);
    expect(await foundInList(page, 'without room')).toBe(1);
    // There is room again, so the reserve is laid in again, and nobody is warned any more.
    await untilReserved(page);
    expect(await page.getByText(t('app:storage.full.text')).count()).toBe(0);
  });
});

inLongRun('even the reserve is gone: it says that this is not saved, keeps what is on the screen, and loses nothing that was', async () => {
  await onPhone(async ({ server, page, tools }) => {
    await untilReserved(page);
    await saveNote(page, 'saved before');
    await typeNote(page, 'half of it');
    // Longer than a pause in typing: by then the draft is kept.
    await page.waitForTimeout(600);
    // Opened again without any room: the vault opens, what was saved is there, and the draft as it was kept.
    await leaveRoom(page, tools, server.origin, -(6 << 20));
    await unlock(page, officePassphrase);
    const note = page.getByLabel(t('field:contact.note.label'), { exact: true });
    await expect.poll(() => note.inputValue()).toBe('half of it');
    await note.fill('half of it and more');
    await page.getByText(t('field:draft.state.failed')).waitFor();
    await pressSave(page);
    await page.getByText(t('field:save.problem.full')).waitFor();
    expect(await note.inputValue()).toBe('half of it and more');
    await liftQuota(tools, server.origin);
    // A browser may believe for a while that there is still no room; the person tries again, as they were told.
    await expect
      .poll(
        async () => {
          if (await page.getByText(t('field:save.done')).isVisible()) return true;
          await pressSave(page).catch(() => undefined);
          await page.waitForTimeout(1000);
          return page.getByText(t('field:save.done')).isVisible();
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    expect(await foundInList(page, 'saved before')).toBe(1);
    expect(await foundInList(page, 'half of it and more')).toBe(1);
  });
});

inLongRun('no room for a language: the screen says so and stays in the one it has', async () => {
  await onPhone(async ({ server, page, tools }) => {
    await setRoom(tools, server.origin, -(6 << 20));
    await page.getByLabel(t('app:language.switch'), { exact: true }).first().selectOption('ko');
    await page
      .getByText(t('app:bars.language.text', { language: '한국어' }))
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await liftQuota(tools, server.origin);
    await button(page, t('app:bars.language.retry')).click();
    await page.locator('html[lang="ko"]').waitFor();
  });
});

inLongRun('no room for what arrives: it says so, asks for it again later, and what was sent is sent once', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const laptop = await officeLaptop(server);
    const page = await firstPage(context);
    await joinsOffice(page, laptop, server.origin);
    const tools = await context.newCDPSession(page);
    await saveNote(page, 'from the field');
    const book = laptop.notebook();
    const written = await Promise.all(
      Array.from({ length: 3 }, () =>
        book.write({
          kind: 'checklist',
          record: book.newId(),
          says: { day: book.today(), note: 'x'.repeat(2000) },
          audience: { ...office, everybody: true },
        }),
      ),
    );
    expect(written.every(({ ok }) => ok)).toBe(true);
    await laptop.exchange();
    await leaveRoom(page, tools, server.origin, -(6 << 20));
    await unlock(page, fieldPassphrase);
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('app:exchange.open') })
      .click();
    await button(page, t('field:sent.now')).click();
    await page.getByText(t('app:exchange.storage')).first().waitFor({ timeout: 30_000 });
    await liftQuota(tools, server.origin);
    await button(page, t('field:sent.now')).click();
    await page.getByRole('banner').getByText(t('app:exchange.allSent')).waitFor({ timeout: 30_000 });
    await page.reload();
    await unlock(page, fieldPassphrase);
    await laptop.exchange();
    expect(laptop.notebook().recordsOf('contact')).toHaveLength(1);
    expect(laptop.notebook().missing()).toBe(0);
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});
