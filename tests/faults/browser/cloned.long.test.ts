/** A phone's profile copied, or put back from yesterday's copy: two go by one name, and nothing of either is lost unseen. */
import { cpSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../../support/browser.ts';
import { exchangeNow } from '../../support/field.ts';
import { fieldPassphrase, unlock } from '../../support/gate.ts';
import { joinsOffice, missingAt, officeLaptop } from '../../support/officeLaptop.ts';
import { foundInList, saveNote } from '../../support/onPhone.ts';
import { startServer } from '../../support/process.ts';
import { say } from '../../support/say.ts';

const t = say('en');

const copyProfile = (from: string, to: string): void => {
  // The lock and the socket belong to the browser that made them.
  cpSync(from, to, { recursive: true, filter: (path) => !/\/Singleton\w+$/.test(path) });
};

const isToldOfTwin = (page: Page) => page.getByText(t('field:sent.twin.title')).first().waitFor({ timeout: 30_000 });

test('a copied phone and its original both write: the office has the one, the other is told and keeps what it wrote', async () => {
  const server = await startServer();
  const [dir, copy] = [newProfile(), newProfile()];
  try {
    const laptop = await officeLaptop(server);
    const first = await launchProfile(dir, phone);
    const before = await firstPage(first);
    await joinsOffice(before, laptop, server.origin);
    await saveNote(before, 'before the copy');
    expect(await missingAt(laptop, ['before the copy'])).toEqual([]);
    await first.close();
    copyProfile(dir, copy);
    const original = await launchProfile(dir, phone);
    const page = await firstPage(original);
    await page.goto(server.origin);
    await unlock(page, fieldPassphrase);
    await saveNote(page, 'from the original');
    expect(await missingAt(laptop, ['before the copy', 'from the original'])).toEqual([]);
    const copied = await launchProfile(copy, phone);
    const twin = await firstPage(copied);
    await twin.goto(server.origin);
    await unlock(twin, fieldPassphrase);
    await isToldOfTwin(twin);
    await saveNote(twin, 'from the copy');
    expect(await foundInList(twin, 'from the copy')).toBe(1);
    // The original goes on as before.
    await saveNote(page, 'from the original again');
    await exchangeNow(page, 'en');
    expect(await missingAt(laptop, ['before the copy', 'from the original', 'from the original again'])).toEqual([]);
    await Promise.all([original.close(), copied.close()]);
  } finally {
    await server.dispose();
    for (const profile of [dir, copy]) dropProfile(profile);
  }
});
