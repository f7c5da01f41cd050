/**
 * A walk past what a phone says when something is wrong with it: no room, a double, notes that the office could not take, a newer
 * version, and everything that a browser can let go of. In the end nothing is left on it.
 */
import type { CDPSession, Page } from 'playwright-core';
import { cutOff } from './carryTour.ts';
import { button, newContact } from './field.ts';
import { fieldPassphrase, goTo, unlock } from './gate.ts';
import { look, type Visit } from './look.ts';
import { say } from './say.ts';

const t = say('en');
const originOf = (page: Page): string => new URL(page.url()).origin;

/** As the office's answers and another phone of this name would leave it: every waiting note refused for another reason, and a twin. */
const refuseAndDouble = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const reasons = ['malformed', 'unproven', 'not-yours', 'fork'];
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('fieldbook');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const writing = db.transaction(['outbox', 'state'], 'readwrite');
    const finished = new Promise((done) => {
      writing.oncomplete = done;
    });
    const outbox = writing.objectStore('outbox');
    const rows = outbox.getAll();
    rows.onsuccess = () => {
      for (const [at, row] of rows.result.entries()) outbox.put({ ...row, setAside: reasons[at % reasons.length] });
      writing.objectStore('state').put({ name: 'twin', value: { since: '2026-11-20T10:00:00-06:00' } });
    };
    await finished;
    db.close();
  });

/** The reserve is gone, and there is no room to lay it in again. */
const fillUp = async (page: Page, tools: CDPSession): Promise<void> => {
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('reserve').catch(() => undefined));
  await tools.send('Storage.overrideQuotaForOrigin', { origin: originOf(page), quotaSize: 1 << 20 });
};

const warningStops = async (page: Page, tools: CDPSession, visit: Visit): Promise<void> => {
  await cutOff(page);
  await newContact(page, { language: 'en', note: 'Waits in a valley.' });
  await newContact(page, { language: 'en', note: 'Waits in a valley.' });
  await refuseAndDouble(page);
  await fillUp(page, tools);
  await page.goto(originOf(page));
  await unlock(page, fieldPassphrase);
  await page.getByText(t('app:storage.full.text')).waitFor();
  await page.getByText(t('field:sent.twin.title')).waitFor();
  await look(page, 'storage-full', visit);
  await tools.send('Storage.overrideQuotaForOrigin', { origin: originOf(page) });
  await button(page, t('app:storage.later')).click();
  await page.locator('a.exchange').first().click();
  const anew = button(page, t('field:sent.setAside.anew'));
  await anew.first().waitFor();
  await look(page, 'sent-set-aside', visit);
  await anew.first().click();
  await page.getByText(t('field:sent.setAside.anewText')).waitFor();
  await look(page, 'sent-set-aside-anew', visit);
};

/** A newer worker is installed beside the one that serves this page, and waits. By a page without our policy, which would forbid the address. */
const bringNewer = async (page: Page): Promise<void> => {
  const beside = await page.context().newPage();
  const tools = await page.context().newCDPSession(beside);
  await tools.send('Page.setBypassCSP', { enabled: true });
  await beside.goto(`${originOf(page)}/licenses.txt`);
  await beside.evaluate(async () => void (await navigator.serviceWorker.register('/sw.js?newer', { scope: '/' })));
  await page.getByText(t('app:bars.update.text')).waitFor({ timeout: 30_000 });
  await beside.close();
};

const newerStops = async (page: Page, visit: Visit): Promise<void> => {
  await goTo(page, 'today');
  await bringNewer(page);
  await look(page, 'update-waiting', visit);
  await button(page, t('app:bars.update.later')).click();
  const beside = await page.context().newPage();
  await beside.goto(`${originOf(page)}/licenses.txt`);
  await beside.evaluate(() => void indexedDB.open('fieldbook', 1000));
  await page.getByText(t('app:storage.newer.text')).waitFor();
  await look(page, 'storage-newer', visit);
  await beside.close();
};

const isTold = (page: Page, which: 'keys' | 'notes' | 'unreadable') =>
  page.getByRole('heading', { level: 1, name: t(`app:lost.${which}.title`) }).waitFor();

const loses = async (page: Page, tools: CDPSession, storageTypes: string, which: 'keys' | 'notes'): Promise<void> => {
  const origin = originOf(page);
  await page.goto('about:blank');
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await page.goto(origin);
  await isTold(page, which);
};

/** In a tab of its own, which cannot open any database. */
const unreadableStops = async (page: Page, visit: Visit): Promise<void> => {
  const beside = await page.context().newPage();
  await beside.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The disk is damaged.', 'UnknownError');
    };
  });
  await beside.goto(originOf(page));
  await isTold(beside, 'unreadable');
  await button(beside, t('app:welcome.join')).click();
  await beside.getByText(t('app:lost.unreadable.sure')).waitFor();
  await look(beside, 'lost-unreadable', visit);
  await beside.close();
};

/** In a tab of its own, which has no files, as private windows of some browsers. */
const privateStops = async (page: Page, visit: Visit): Promise<void> => {
  const beside = await page.context().newPage();
  await beside.addInitScript(() => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('Not here.', 'SecurityError'));
  });
  await beside.goto(originOf(page));
  await beside.getByText(t('app:storage.private')).waitFor();
  await look(beside, 'private-window', visit);
  await beside.close();
};

const lossStops = async (page: Page, tools: CDPSession, visit: Visit): Promise<void> => {
  await loses(page, tools, 'file_systems', 'keys');
  await look(page, 'lost-keys', visit);
  await loses(page, tools, 'indexeddb,cache_storage,file_systems,service_workers', 'notes');
  await look(page, 'lost-notes', visit);
  await unreadableStops(page, visit);
  await button(page, t('app:welcome.join')).click();
  await page.waitForURL(/\/join$/);
  await privateStops(page, visit);
};

export const tourOfTrouble = async (page: Page, visit: Visit): Promise<void> => {
  const tools = await page.context().newCDPSession(page);
  await warningStops(page, tools, visit);
  await newerStops(page, visit);
  await lossStops(page, tools, visit);
};
