/** Nothing that was written down may be found where somebody who has the device, or the server, could look. */
import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, laptop, launchProfile, newProfile, phone, profileBytes, sigkill } from '../support/browser.ts';
import { button, choose, exchangeNow, newContact, runChecklist } from '../support/field.ts';
import { fieldPassphrase, found, goTo, invite, isOpen, join, letIn, officePassphrase } from '../support/gate.ts';
import { startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const en = say('en');
/** Random, so that no dictionary of a file format can have shortened them. */
const canary = (where: string): string => `${where} kanari${randomBytes(9).toString('hex')}`;

const addressesOf = (context: BrowserContext): string[] => {
  const seen: string[] = [];
  context.on('request', (request) => seen.push(request.url()));
  context.on('page', (page) => page.on('framenavigated', (frame) => seen.push(frame.url())));
  return seen;
};

/** What scripts of this origin could read without a key: every store, as text. */
const readableIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const text: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.title, location.href];
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) text.push(request.url);
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done) => {
          const all = db.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => done(all.result);
        });
        text.push(
          JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)),
        );
      }
      db.close();
    }
    return text.join('\n');
  });

test('no word that anybody wrote lies readable on the phone, at the office or on the server', async () => {
  const told = {
    organisation: canary('Organisation'),
    supervisor: canary('Mina'),
    worker: canary('Joon'),
    note: canary('Note'),
    draft: canary('Half a note'),
    reason: canary('Reason'),
    answer: canary('Answer'),
    search: canary('Search'),
    comment: canary('Comment'),
  };
  const canaries = [...Object.values(told).map((text) => text.split(' ').at(-1) as string), officePassphrase, fieldPassphrase];
  const server = await startServer();
  const [officeDir, fieldDir] = [newProfile(), newProfile()];
  const office = await launchProfile(officeDir, laptop);
  const field = await launchProfile(fieldDir, phone);
  const addresses = [office, field].flatMap(addressesOf);
  try {
    const [desk, hand] = [await firstPage(office), await firstPage(field)];
    await found(desk, server.origin, told.organisation, told.supervisor);
    const link = await invite(desk);
    // Used up by the phone that came by it; until then it opens the door, so it may not stay at the office.
    const secret = link.slice(link.indexOf('#') + 2);
    const words = await join(hand, link, told.worker);
    await letIn(desk, words);
    await isOpen(hand);
    await newContact(hand, { language: 'en', note: told.note });
    await runChecklist(hand, {
      language: 'en',
      personLanguage: 'ko',
      answer: 'yes',
      reason: told.reason,
      each: async (page, at) => {
        if (at !== 0) return;
        await page.getByText(en('field:run.note.open'), { exact: true }).click();
        await page.getByLabel(en('field:run.note.label'), { exact: true }).fill(told.answer);
      },
    });
    await exchangeNow(hand, 'en');
    await goTo(hand, 'list');
    await hand.getByLabel(en('field:list.search.label'), { exact: true }).fill(told.search);
    await exchangeNow(desk, 'en');
    await goTo(desk, 'inbox');
    await desk
      .getByRole('main')
      .getByRole('link', { name: new RegExp(en('office:kind.screening')) })
      .first()
      .click();
    await desk.getByText(told.reason).first().waitFor();
    await choose(desk, en('office:review.conclusion.label'), en('office:review.conclusion.returned.label'));
    await desk.getByLabel(en('office:review.comment.returned'), { exact: true }).fill(told.comment);
    await button(desk, en('office:review.return')).click();
    await desk.getByText(en('office:review.saved')).waitFor();
    await exchangeNow(desk, 'en');
    await exchangeNow(hand, 'en');
    await goTo(hand, 'new');
    await hand.getByLabel(en('field:contact.note.label'), { exact: true }).fill(told.draft);
    await hand.waitForTimeout(1500);

    for (const page of [desk, hand]) {
      const readable = await readableIn(page);
      expect(canaries.filter((text) => readable.includes(text))).toEqual([]);
    }
    await desk
      .getByRole('button', { name: en('app:top.lock') })
      .first()
      .click();
    await desk.getByLabel(en('app:unlock.passphrase.label')).waitFor();
    const shown = await desk.content();
    expect(canaries.filter((text) => shown.includes(text))).toEqual([]);
    await office.close();
    await sigkill(fieldDir, field);
    expect(profileBytes(officeDir, [...canaries, secret])).toEqual([]);
    expect(profileBytes(fieldDir, canaries)).toEqual([]);
    expect(addresses.filter((address) => canaries.some((text) => decodeURIComponent(address).includes(text)))).toEqual([]);
    await server.stop();
    expect(profileBytes(server.dataDir, [...canaries, secret])).toEqual([]);
    expect(canaries.filter((text) => server.log().includes(text))).toEqual([]);
  } finally {
    await office.close().catch(() => undefined);
    await field.close().catch(() => undefined);
    await server.dispose();
    dropProfile(officeDir);
    dropProfile(fieldDir);
  }
});
