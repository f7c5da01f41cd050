/** Several tabs of one phone: writing at once, robbed of their locks, asleep with a lock in hand, and of two versions. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../../support/browser.ts';
import { explained, listenTo } from '../../support/explained.ts';
import { inLongRun } from '../../support/faults/inLongRun.ts';
import { button } from '../../support/field.ts';
import { fieldPassphrase, officePassphrase, unlock } from '../../support/gate.ts';
import { joinsOffice, missingAt, type OfficeLaptop, officeLaptop } from '../../support/officeLaptop.ts';
import { onPhone, saveNote, typeNote } from '../../support/onPhone.ts';
import { startServer } from '../../support/process.ts';
import { saveOn } from '../../support/savingHand.ts';
import { say } from '../../support/say.ts';
import { laySlowLink, type SlowLink } from '../../support/slowLink.ts';

const t = say('en');

interface TwoTabs {
  readonly laptop: OfficeLaptop;
  readonly link: SlowLink;
  readonly one: Page;
  readonly other: Page;
}

const twoTabs = async (story: (tabs: TwoTabs) => Promise<void>): Promise<void> => {
  const server = await startServer();
  const link = await laySlowLink(server.port);
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  const lines = listenTo(context);
  try {
    const laptop = await officeLaptop(server);
    const one = await firstPage(context);
    await joinsOffice(one, laptop, link.origin);
    const other = await context.newPage();
    await other.goto(link.origin);
    await unlock(other, fieldPassphrase);
    await explained('two tabs', other, lines, () => story({ laptop, link, one, other }));
  } finally {
    await context.close();
    await link.close();
    await server.dispose();
    dropProfile(dir);
  }
};

/** Takes the app's locks from whoever holds them, over and over, until it is told to stop. */
const robLocks = async (page: Page): Promise<() => Promise<void>> => {
  const robber = await page.evaluateHandle(() => {
    const rob = () => {
      for (const name of ['fieldbook vault', 'fieldbook exchange'])
        void navigator.locks.request(name, { steal: true }, async () => undefined).catch(() => undefined);
    };
    return setInterval(rob, 30);
  });
  return () => robber.evaluate((timer) => clearInterval(timer));
};

test('two tabs save at once while their locks are taken from them: the office has every note once, without a gap', async () => {
  await twoTabs(async ({ laptop, one, other }) => {
    const stop = await robLocks(other);
    const hands = await Promise.all([saveOn(one, 'left', 8), saveOn(other, 'right', 8)]);
    await Promise.all(hands.map(({ done }) => done));
    const saved = hands.flatMap((hand) => hand.saved);
    expect(saved).toHaveLength(16);
    // On a slow machine a thief that never rests lets nothing through.
    await stop();
    expect(await missingAt(laptop, saved)).toEqual([]);
  });
});

inLongRun('a tab falls asleep in the middle of an exchange, holding the lock: the other tab takes over', async () => {
  await twoTabs(async ({ laptop, link, one, other }) => {
    let first = true;
    link.slow(() => {
      const late = first ? 600_000 : 0;
      first = false;
      return late;
    });
    await saveNote(one, 'asleep with this');
    await expect.poll(() => first, { timeout: 20_000 }).toBe(false);
    const tools = await one.context().newCDPSession(one);
    await tools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await saveNote(other, 'awake with this');
    expect(await missingAt(laptop, ['asleep with this', 'awake with this'])).toEqual([]);
  });
});

inLongRun('a newer version in another tab changes the database: this one lets it, says so, and keeps what is being typed', async () => {
  await onPhone(async ({ server, context, page }) => {
    await typeNote(page, 'typed in the old ver');
    const newer = await context.newPage();
    await newer.goto(`${server.origin}/licenses.txt`);
    const upgraded = await newer.evaluate(
      () =>
        new Promise<string>((done) => {
          const request = indexedDB.open('fieldbook', 990);
          request.onupgradeneeded = () => request.result.createObjectStore('fromTheFuture');
          request.onsuccess = () => {
            request.result.close();
            done('upgraded');
          };
          request.onerror = () => done('refused');
          setTimeout(() => done('kept waiting'), 10_000);
        }),
    );
    expect(upgraded).toBe('upgraded');
    await page.getByText(t('app:storage.newer.text')).waitFor();
    const note = page.getByLabel(t('field:contact.note.label'), { exact: true });
    await note.fill('typed in the old version');
    await button(page, t('app:storage.loadAgain')).click();
    await unlock(page, officePassphrase);
    await expect.poll(() => note.inputValue()).toBe('typed in the old version');
    await button(page, t('field:contact.save')).click();
    await page.getByText(t('field:save.done')).waitFor();
  });
});
