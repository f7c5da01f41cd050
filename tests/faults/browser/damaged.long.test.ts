/** The browser's own files under the database vanish or are damaged while it is closed: told as what it is, with a way on. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../../support/browser.ts';
import { found } from '../../support/gate.ts';
import { saveNote } from '../../support/onPhone.ts';
import { startServer } from '../../support/process.ts';
import { say } from '../../support/say.ts';

const t = say('en');

const folderIn = (dir: string): string => {
  const at = join(dir, 'Default', 'IndexedDB');
  const name = readdirSync(at).find((each) => each.startsWith('http_localhost') && !each.endsWith('.blob'));
  if (!name) throw new Error('no database of ours on the disk');
  return join(at, name);
};

const afterDamage = async (damage: (folder: string) => void, look: (page: Page) => Promise<void>): Promise<void> => {
  const server = await startServer();
  const dir = newProfile();
  try {
    const before = await launchProfile(dir, phone);
    const page = await firstPage(before);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await saveNote(page, 'written before');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('fieldbook.kept'))).not.toBe(null);
    await before.close();
    damage(folderIn(dir));
    const after = await launchProfile(dir, phone);
    const again = await firstPage(after);
    await again.goto(server.origin);
    await look(again);
    await after.close();
  } finally {
    await server.dispose();
    dropProfile(dir);
  }
};

const isToldOfLoss = async (page: Page): Promise<void> => {
  const told = ['notes', 'unreadable'].map((which) => page.getByRole('heading', { level: 1, name: t(`app:lost.${which}.title`) }));
  await told.reduce((one, other) => one.or(other)).waitFor();
  await page.getByText(t('app:lost.sent')).waitFor();
  await page.getByRole('button', { name: t('app:welcome.join'), exact: true }).waitFor();
};

test('the files of the database are gone: told, and no new phone', () =>
  afterDamage((folder) => rmSync(folder, { recursive: true }), isToldOfLoss));

test('each file of the database holds nonsense: told, and no new phone', () =>
  afterDamage((folder) => {
    for (const name of readdirSync(folder)) if (name !== 'LOCK') writeFileSync(join(folder, name), 'nonsense'.repeat(100));
  }, isToldOfLoss));
