/**
 * A question that sounds wrong in Korean, put right: a worker says it better on a phone without signal, the supervisor accepts it as
 * read aloud, and another worker's phone asks the new words, without the mark of a draft, and keeps with the answer how far they were.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, dropProfile, firstPage, laptop, launchProfile, newProfile, phone } from '../support/browser.ts';
import { button, choose, exchangeNow, keepLanguages, newContact, runChecklist, switchLanguage } from '../support/field.ts';
import { found, goTo, invite, isOpen, join, letIn } from '../support/gate.ts';
import { asLibreOfficeReads } from '../support/libreOffice.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const [en, ko] = [say('en'), say('ko')];
const question = 'checklists:questions.as-promised.ask';
const answers = ['yes', 'no', 'unsure'].map((code) => `checklists:answers.${code}`);
const better = '하시는 일이 처음에 들으신 것과 같으세요?';

const [joonDir, aylaDir, deskDir] = [newProfile(), newProfile(), newProfile()];
const complaints: string[] = [];
const contexts: BrowserContext[] = [];
let server: ServerProcess;

const open = async (dir: string, screen: typeof phone): Promise<Page> => {
  const context = await launchProfile(dir, screen);
  complaints.push(...complaintsOf(context, server.origin));
  contexts.push(context);
  return firstPage(context);
};

const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  for (const [at, context] of contexts.entries()) {
    const page = context.pages()[0];
    if (page) await look(page, `last-${at}`);
    await context.close();
  }
  await server.dispose();
  for (const dir of [joonDir, aylaDir, deskDir]) dropProfile(dir);
});

/** By the sign in the top bar. */
const opensSettings = (page: Page, language: string) =>
  page
    .getByRole('banner')
    .getByRole('link', { name: say(language)('app:nav.settings') })
    .click();

const next = (page: Page, t: typeof ko) => button(page, t('field:run.next')).click();

/** To the third question of the checklist, as two people talking come there. */
const talksUpToIt = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: ko('field:person.do.checklist') }).click();
  await page.getByLabel(ko('field:wording.personLanguage'), { exact: true }).first().selectOption('ko');
  await choose(page, ko('checklists:privacy.where'), ko('checklists:privacy.choices.alone'));
  await next(page, ko);
  await button(page, ko('field:run.said')).click();
  await choose(page, ko('checklists:age.ask'), ko('checklists:age.choices.adult'));
  await next(page, ko);
  await button(page, ko('field:run.agreed')).click();
  for (let steps = 0; steps < 2; steps += 1) await next(page, ko);
  await page.getByText(ko(question)).first().waitFor();
};

const saysItBetter = async (page: Page): Promise<void> => {
  await page
    .locator('.asked')
    .getByRole('button', { name: ko('field:better.pencil') })
    .click();
  const sheet = page.getByRole('dialog');
  const text = sheet.getByLabel(ko('field:better.text'), { exact: true });
  expect(await text.inputValue()).toBe(ko(question));
  await text.fill(better);
  await sheet.getByLabel(ko('field:better.note'), { exact: true }).fill('존댓말이 더 편하게 들려요.');
  await look(page, 'better-sheet');
  await button(page, ko('field:better.send')).click();
  await page.getByText(ko('field:better.sent')).waitFor();
};

/** The suggestion, and the three answers below it, which are said aloud with it. */
const vouchesForIt = async (desk: Page): Promise<void> => {
  await opensSettings(desk, 'en');
  await desk.getByRole('link', { name: en('field:better.office') }).click();
  await desk.getByText('존댓말이 더 편하게 들려요.').waitFor({ timeout: 30_000 });
  await look(desk, 'suggestion');
  await desk.getByRole('radio', { name: en('app:settings.languages.far.field-checked') }).check();
  await desk.getByLabel(en('library:wordings.accept.who'), { exact: true }).fill('Mina, with two readers');
  await button(desk, en('library:wordings.accept.do')).click();
  await desk.getByText(en('library:wordings.suggestions.empty')).waitFor();
  await desk.getByRole('tab', { name: en('library:wordings.parts.texts') }).click();
  for (const key of answers) await vouchesFor(desk, key);
  await look(desk, 'all-texts');
};

const vouchesFor = async (desk: Page, key: string): Promise<void> => {
  await desk.getByLabel(en('library:wordings.texts.search'), { exact: true }).fill(key);
  await button(desk, en('library:wordings.texts.change', { text: ko(key) })).click();
  await desk.getByRole('radio', { name: en('app:settings.languages.far.field-checked') }).check();
  await button(desk, en('library:wordings.accept.do')).click();
  await desk.locator('.text-row .row-meta', { hasText: en('app:settings.languages.far.field-checked') }).waitFor();
};

const saved = async (desk: Page, format: string): Promise<Uint8Array> => {
  const coming = desk.waitForEvent('download');
  await button(desk, en('library:wordings.files.as', { format })).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^words-ko\.\w+$/);
  return new Uint8Array(readFileSync(await download.path()));
};

/** A translator outside gets two files, and sends one back in which a word is better and a placeholder was lost. */
const asksATranslator = async (desk: Page): Promise<void> => {
  await desk.getByRole('tab', { name: en('library:wordings.parts.files') }).click();
  const sheets = asLibreOfficeReads(await saved(desk, 'Excel'));
  expect(sheets.get('checklists')).toContain(better);
  const xliff = new TextDecoder().decode(await saved(desk, 'XLIFF 2'));
  const back = xliff
    .replace(`<target>${ko('app:nav.today')}</target>`, '<target>오늘 할 일</target>')
    .replace(/(<target>[^<]*)\{\{size\}\}/, '$1');
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: 'words-ko.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(back) });
  await desk.getByText(en('library:wordings.files.count.changed_one', { count: 1 })).waitFor({ timeout: 30_000 });
  await desk.getByText(en('field:better.problem.placeholder-missing', { names: '{{size}}' })).waitFor();
  await desk.getByLabel(en('library:wordings.files.who'), { exact: true }).fill('Harbour Translators');
  await look(desk, 'brought-back');
  await button(desk, en('library:wordings.files.publish_one', { count: 1 })).click();
  await desk.getByText(en('library:wordings.accepted.title')).waitFor();
  await look(desk, 'what-went-out');
};

/** The draft mark is gone from this one question, and so is the English beneath it. */
const hearsIt = async (page: Page): Promise<void> => {
  const asked = page.locator('.asked');
  await asked.getByText(better).waitFor();
  await look(page, 'asked-anew');
  expect(await asked.getByText(ko(question)).count()).toBe(0);
  expect(await asked.getByText(en('field:wording.draft')).count()).toBe(0);
};

test('a Korean question put right on one phone is asked with its new words on another', async () => {
  const desk = await open(deskDir, laptop);
  const joon = await open(joonDir, phone);
  const ayla = await open(aylaDir, phone);
  await found(desk, server.origin, 'Lantern House (invented)', 'Mina');
  await letIn(desk, await join(joon, await invite(desk), 'Joon'));
  await button(desk, en('app:team.invite.done')).click();
  await letIn(desk, await join(ayla, await invite(desk), 'Ayla'));
  for (const page of [joon, ayla]) {
    await isOpen(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await keepLanguages(page, ['ko']);
  }

  // Joon is without signal from here on.
  await server.stop();
  await opensSettings(joon, 'en');
  await joon.getByLabel(en('field:better.mode.label')).check();
  await look(joon, 'mode');
  await goTo(joon, 'today');
  await switchLanguage(joon, 'en', 'ko');
  await newContact(joon, { language: 'ko', note: '식당 뒤에서 이야기함.' });
  await talksUpToIt(joon);
  await saysItBetter(joon);
  await button(joon, ko('field:run.stop')).click();
  await button(joon, ko('field:run.later')).click();
  await opensSettings(joon, 'ko');
  await joon.getByText(better).waitFor();
  await joon.getByText(ko('field:better.mine.waiting')).waitFor();

  await server.start();
  await exchangeNow(joon, 'ko');
  await exchangeNow(desk, 'en');
  await vouchesForIt(desk);
  await asksATranslator(desk);
  await exchangeNow(desk, 'en');

  // Ayla reads English and asks in Korean, on a phone that has just received it.
  await exchangeNow(ayla, 'en');
  await goTo(ayla, 'today');
  await newContact(ayla, { language: 'en', note: 'Talked on a bench.' });
  const seen: number[] = [];
  const heard = async (page: Page, at: number) => {
    if (at !== 2) return;
    await hearsIt(page);
    seen.push(at);
  };
  await runChecklist(ayla, { language: 'en', personLanguage: 'ko', answer: 'yes', reason: 'Wants to talk again.', each: heard });
  expect(seen).toEqual([2]);
  await exchangeNow(ayla, 'en');

  await exchangeNow(joon, 'ko');
  await opensSettings(joon, 'ko');
  await joon.getByText(ko('field:better.mine.accepted')).waitFor();
  await joon.getByRole('navigation').getByRole('link', { name: '오늘 할 일', exact: true }).waitFor();
  await button(joon, ko('field:better.open')).click();
  await joon.getByRole('dialog').getByText(ko('app:settings.title'), { exact: true }).first().waitFor();
  await look(joon, 'words-of-the-screen');
  await button(joon, ko('app:parts.sheet.close')).click();

  // The office reads how far each question's words were when it was asked.
  await exchangeNow(desk, 'en');
  await goTo(desk, 'inbox');
  await desk
    .getByRole('main')
    .getByText(new RegExp(`^${en('office:kind.screening')}`))
    .first()
    .click();
  const rows = desk.locator('.office-answer');
  const asked = rows.filter({ hasText: en(question) });
  await asked.getByText(en('office:record.answers.asked.field-checked')).waitFor();
  await look(desk, 'answers-with-states');
  expect(await rows.getByText(en('office:record.answers.asked.machine-draft')).count()).toBeGreaterThan(3);
  expect(complaints).toEqual([]);
}, 400_000);
