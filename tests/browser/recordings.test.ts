/**
 * A supervisor reads two lines aloud in a language that the app has no words in; a phone receives them, the endpoint goes away, and
 * somebody listens and answers by signs. The microphone is the browser's own pretended one; it beeps.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  axeViolations,
  complaintsOf,
  dropProfile,
  firstPage,
  laptop,
  launchProfile,
  newProfile,
  phone,
  profileBytes,
} from '../support/browser.ts';
import { button, choose, exchangeNow, newContact } from '../support/field.ts';
import { found, goTo, invite, isOpen, join, letIn } from '../support/gate.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const t = say('en');
const [deskDir, fieldDir] = [newProfile(), newProfile()];
const beeping = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const contexts: BrowserContext[] = [];
const complaints: string[][] = [];
const question = 'checklists:questions.pay-received.ask';
let server: ServerProcess;

const open = async (dir: string, screen: typeof phone, args: readonly string[] = []): Promise<Page> => {
  const context = await launchProfile(dir, { ...screen, args });
  contexts.push(context);
  complaints.push(complaintsOf(context, server.origin));
  return firstPage(context);
};
/** For looking at by eye when a story is told; `SHOTS` names a folder. */
const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  for (const context of contexts) await context.close().catch(() => undefined);
  await server.dispose();
  for (const dir of [deskDir, fieldDir]) dropProfile(dir);
});

/** Enter, and Enter again, and Enter once more: record, stop, keep and on to the next. */
const readsAloud = async (desk: Page, line: string): Promise<void> => {
  const row = desk.locator(`[data-line="${line}"]`);
  await row.getByRole('button', { name: t('library:recordings.record') }).press('Enter');
  await desk.locator(`[data-line="${line}"][data-step=recording]`).waitFor();
  await row.getByText(/^([2-9]|\d\d) sec of /).waitFor();
  await look(desk, 'reading');
  await desk.keyboard.press('Enter');
  await desk.locator(`[data-line="${line}"][data-step=finished]`).waitFor();
  await look(desk, 'finished');
  await desk.keyboard.press('Enter');
  await row.getByText(t('library:recordings.state.draft')).waitFor();
};

const recordsAndPublishes = async (desk: Page): Promise<void> => {
  await goTo(desk, 'library');
  await desk
    .getByRole('link', { name: t('checklists:library.adult.title') })
    .first()
    .click();
  await desk.getByRole('link', { name: t('library:recordings.title') }).click();
  await desk.getByLabel(t('library:recordings.language'), { exact: true }).selectOption('rhg');
  await readsAloud(desk, 'checklists:limits.purpose');
  // The next line waits with its button ready.
  await desk.locator('[data-line="checklists:limits.kept"] button:focus').waitFor();
  await readsAloud(desk, question);
  expect(await axeViolations(desk)).toEqual([]);
  await look(desk, 'read');
  await desk.getByRole('button', { name: /^Put on phones: 2 / }).click();
  await desk.getByText(t('library:recordings.published')).waitFor();
  await desk.locator(`[data-line="${question}"]`).getByText(t('library:recordings.state.published')).waitFor();
  await exchangeNow(desk, 'en');
};

/** Every recording made here says "OpusHead" at its beginning: as bytes, or somewhere in base64, it would be found in a file. */
const soundInTheClear = [
  'OpusHead',
  ...[0, 1, 2].map((shift) =>
    Buffer.from(`${'.'.repeat(shift)}OpusHead\u0001`)
      .toString('base64')
      .slice(shift && 4, 12),
  ),
];
const beginsWithItsName = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(stream, { mimeType: 'audio/webm;codecs=opus' });
    const blob = new Promise((done) => { recorder.ondataavailable = ({ data }) => done(data); });
    recorder.start();
    setTimeout(() => recorder.stop(), 1000);
    const said = await (await blob).text();
    for (const track of stream.getTracks()) track.stop();
    return said.includes('OpusHead');
  })()`);

/** Taps the sign and waits until sound goes out; gives how many seconds it lasts. */
const listens = async (page: Page): Promise<number> => {
  const dialog = page.locator('dialog.show');
  await dialog.locator('.listen button').first().click();
  const playing = dialog.locator('.listen button[data-playing]');
  await playing.waitFor({ timeout: 15_000 });
  return Number(await playing.getAttribute('data-playing'));
};

test('two lines are read at the office; a phone plays them without a connection, and the person answers by signs', async () => {
  const desk = await open(deskDir, laptop, beeping);
  await found(desk, server.origin, 'Lantern House (invented)', 'Mina');
  const link = await invite(desk);
  const field = await open(fieldDir, phone);
  const words = await join(field, link, 'Joon');
  await letIn(desk, words);
  await isOpen(field);
  await recordsAndPublishes(desk);
  await exchangeNow(field, 'en');
  await field.evaluate(async () => void (await navigator.serviceWorker.ready));
  await server.stop();

  await goTo(field, 'today');
  await newContact(field, { language: 'en', note: 'a quiet talk' });
  await field.getByRole('link', { name: t('field:person.do.checklist') }).click();
  await choose(field, t('checklists:privacy.where'), t('checklists:privacy.choices.alone'));
  await field.getByLabel(t('field:wording.personLanguage'), { exact: true }).first().selectOption('rhg');
  await button(field, t('field:run.next')).click();
  await button(field, t('field:show.open')).click();
  expect(await listens(field)).toBeGreaterThan(1);
  await look(field, 'limits');
  await button(field, t('field:show.close')).click();
  await field.locator('dialog.show .listen').first().waitFor({ state: 'detached' });

  await button(field, t('field:run.said')).click();
  await choose(field, t('checklists:age.ask'), t('checklists:age.choices.adult'));
  await button(field, t('field:run.next')).click();
  await button(field, t('field:run.agreed')).click();
  await button(field, t('field:run.jump')).click();
  await field
    .getByRole('button', { name: t('checklists:topics.pay-received') })
    .first()
    .click();
  const goOn = button(field, t('field:run.goOn'));
  await goOn
    .or(button(field, t('field:run.next')))
    .first()
    .waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await button(field, t('field:show.open')).click();
  expect(await listens(field)).toBeGreaterThan(1);
  await look(field, 'question');
  const dialog = field.locator('dialog.show');
  expect(await dialog.locator('.show-words').textContent()).not.toContain(t('checklists:questions.pay-received.ask'));
  expect(await axeViolations(field)).toEqual([]);
  await dialog.getByRole('button', { name: t('checklists:answers.yes'), exact: true }).click();
  await button(field, t('field:show.close')).click();
  expect(
    await field
      .getByRole('radio', { name: t('checklists:answers.yes') })
      .first()
      .isChecked(),
  ).toBe(true);

  expect(complaints.flat()).toEqual([]);
  expect(await beginsWithItsName(desk)).toBe(true);
  for (const context of contexts) await context.close();
  expect([...profileBytes(deskDir, soundInTheClear), ...profileBytes(fieldDir, soundInTheClear)]).toEqual([]);
});
