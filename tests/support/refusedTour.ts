/** A walk past what a phone tells the office it could not take: a supervisor reads why and asks, and the phone does it by itself and says so. */
import type { Page } from 'playwright-core';
import { cutOff, letThrough } from './carryTour.ts';
import { button, exchangeNow, newContact } from './field.ts';
import { fieldPassphrase, goTo, unlock } from './gate.ts';
import { look, type Visit } from './look.ts';
import { say } from './say.ts';

const t = say('en');

/** As the office's answers would leave it: what waits is refused, each for another reason. */
const refuseAll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const reasons = ['unproven', 'malformed', 'too-large', 'not-yours'];
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('fieldbook');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const writing = db.transaction('outbox', 'readwrite');
    const finished = new Promise((done) => {
      writing.oncomplete = done;
    });
    const outbox = writing.objectStore('outbox');
    const rows = outbox.getAll();
    rows.onsuccess = () => {
      for (const [at, row] of rows.result.entries())
        outbox.put({ ...row, setAside: reasons[at % reasons.length], since: '2026-11-20T10:00:00-06:00' });
    };
    await finished;
    db.close();
  });

/** Without waiting for "all at the office": some of it is not. */
const sends = async (page: Page): Promise<void> => {
  const idle = button(page, t('field:sent.now')).and(page.locator(':not([aria-busy])'));
  await idle.click();
  await idle.waitFor({ timeout: 30_000 });
};
const toSent = (page: Page): Promise<void> => page.locator('a.exchange').first().click();

export const tourOfRefused = async (desk: Page, hand: Page, visit: Visit): Promise<void> => {
  await cutOff(hand);
  for (const note of ['By the blue door.', 'By the green door.']) await newContact(hand, { language: 'en', note });
  await refuseAll(hand);
  await hand.goto(new URL(hand.url()).origin);
  await unlock(hand, fieldPassphrase);
  await letThrough(hand);
  await toSent(hand);
  await sends(hand);
  await exchangeNow(desk, 'en');
  await goTo(desk, 'inbox');
  const ask = button(desk, t('office:refused.ask.again')).first();
  await ask.waitFor();
  await look(desk, 'inbox-refused', visit);
  await ask.click();
  await desk.locator('.refused [role=status]', { hasText: 'Mina' }).waitFor();
  await look(desk, 'inbox-refused-asked', visit);
  await exchangeNow(desk, 'en');
  await sends(hand);
  await hand.getByText(t('field:sent.setAside.asked', { name: 'Mina' })).waitFor();
  await look(hand, 'sent-asked', visit);
};
