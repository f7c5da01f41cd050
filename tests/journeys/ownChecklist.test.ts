/**
 * An organisation's own checklist, from its spreadsheet to the answers in a spreadsheet: brought in and published at the office, asked
 * on a phone without signal in two languages, paused, taken up again after the browser was killed, handed to another worker, read.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../../src/forms/workbook/readCsv.ts';
import { complaintsOf, dropProfile, firstPage, laptop, launchProfile, newProfile, phone, sigkill } from '../support/browser.ts';
import { button, choose, exchangeNow, keepLanguages, newContact, switchLanguage } from '../support/field.ts';
import { fieldPassphrase, found, goTo, invite, isOpen, join, letIn, unlock } from '../support/gate.ts';
import { asLibreOfficeReads } from '../support/libreOffice.ts';
import { orchardForm } from '../support/orchardForm.ts';
import { type ServerProcess, startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const [en, ko] = [say('en'), say('ko')];
const [joonDir, aylaDir, deskDir] = [newProfile(), newProfile(), newProfile()];
const complaints: string[] = [];
const contexts = new Map<string, BrowserContext>();
let server: ServerProcess;

const open = async (dir: string, screen: typeof phone): Promise<Page> => {
  const context = await launchProfile(dir, screen);
  complaints.push(...complaintsOf(context, server.origin));
  contexts.set(dir, context);
  return firstPage(context);
};

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  for (const [dir, context] of contexts) {
    if (process.env.SHOTS)
      await context.pages()[0]?.screenshot({ path: `${process.env.SHOTS}/${[joonDir, aylaDir, deskDir].indexOf(dir)}.png` });
    await context.close();
  }
  await server.dispose();
  for (const dir of [joonDir, aylaDir, deskDir]) dropProfile(dir);
});

/** For looking at by eye when a story is told; `SHOTS` names a folder. */
const look = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

const bringsItIn = async (desk: Page): Promise<void> => {
  await goTo(desk, 'library');
  await desk
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'orchard.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(orchardForm()),
    });
  // The row with the slip is named, and nothing else of the form is lost for it.
  const findings = desk.getByRole('tab', { name: en('library:library.parts.findings') });
  await findings.waitFor({ timeout: 30_000 });
  await desk.getByText('texxt').first().waitFor();
  await look(desk, 'findings');
  await desk.getByRole('tab', { name: en('library:library.parts.preview') }).click();
  await desk.getByRole('radio', { name: /اردو/ }).check();
  await look(desk, 'preview');
  await desk.getByRole('tab', { name: en('library:library.parts.details') }).click();
  await desk.getByRole('radio', { name: en('library:import.details.permission.ours.label') }).check();
  await button(desk, en('library:import.publish.do')).click();
  await desk.getByText(en('library:library.onPhones')).first().waitFor({ timeout: 30_000 });
  await look(desk, 'published');
};

const beginsIt = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: ko('field:person.do.checklist') }).click();
  await choose(page, ko('checklists:privacy.where'), ko('checklists:privacy.choices.alone'));
  await button(page, ko('field:run.next')).click();
  await button(page, ko('field:run.said')).click();
  await choose(page, ko('checklists:age.ask'), ko('checklists:age.choices.adult'));
  await button(page, ko('field:run.next')).click();
  await button(page, ko('field:run.checklist.change')).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /Orchard talk/ })
    .click();
  await button(page, ko('field:run.agreed')).click();
};

/** A browser writes its small settings late; killed, it comes back in Korean all the same, if a moment later. */
const opensAgain = async (page: Page): Promise<void> => {
  await page.locator('html[lang="ko"]').waitFor();
  await unlock(page, fieldPassphrase, 'ko');
};

const next = (page: Page, t: typeof ko) => button(page, t('field:run.next')).click();

test('an orchard’s checklist, from its spreadsheet to a spreadsheet of answers', async () => {
  const desk = await open(deskDir, laptop);
  let joon = await open(joonDir, phone);
  const ayla = await open(aylaDir, phone);
  await found(desk, server.origin, 'Orchard House (invented)', 'Mina');
  await letIn(desk, await join(joon, await invite(desk), 'Joon'));
  await button(desk, en('app:team.invite.done')).click();
  await letIn(desk, await join(ayla, await invite(desk), 'Ayla'));
  await isOpen(joon);
  await isOpen(ayla);
  await bringsItIn(desk);
  await exchangeNow(desk, 'en');
  await exchangeNow(joon, 'en');
  await joon.evaluate(async () => void (await navigator.serviceWorker.ready));
  await keepLanguages(joon, ['ko']);

  // Joon is in a kitchen without signal. He reads Korean; the person reads Urdu.
  await server.stop();
  await switchLanguage(joon, 'en', 'ko');
  await newContact(joon, { language: 'ko', note: '과수원에서 잠깐 이야기함.' });
  await beginsIt(joon);
  await joon.getByText('시간을 내 주셔서 고맙습니다.').first().waitFor();
  await next(joon, ko);
  await joon.getByLabel(ko('field:wording.personLanguage'), { exact: true }).first().selectOption({ label: 'اردو' });
  await joon.getByText('کیا آپ کو چھٹی ملتی ہے؟').first().waitFor();
  await joon.getByText('쉬는 날이 있으세요?').first().waitFor();
  await look(joon, 'question-two-languages');
  // The phone is handed to the person, who answers in their own language, from right to left.
  await button(joon, ko('field:show.open')).click();
  await look(joon, 'shown-to-person');
  expect(await joon.locator('dialog.show [dir=rtl]').first().getAttribute('lang')).toBe('ur');
  await joon.getByRole('dialog').getByRole('button', { name: 'نہیں' }).click();
  await button(joon, ko('field:show.close')).click();
  await next(joon, ko);
  await joon.getByLabel(ko('field:run.answer.words'), { exact: true }).fill('바쁜 철이라고 함');
  await next(joon, ko);
  await joon.getByLabel(ko('field:run.answer.whole'), { exact: true }).fill('30');
  await next(joon, ko);
  await look(joon, 'does-not-fit');
  await joon.getByText(ko('field:run.problem.value')).first().waitFor();
  await joon.getByLabel(ko('field:run.answer.whole'), { exact: true }).fill('14');
  await next(joon, ko);

  // He has to break off. The phone dies in his pocket; a day later he goes on where he was.
  await button(joon, ko('field:run.stop')).click();
  await button(joon, ko('field:run.later')).click();
  await joon.getByText(ko('field:today.drafts.title')).waitFor();
  await sigkill(joonDir, contexts.get(joonDir) as BrowserContext);
  joon = await open(joonDir, phone);
  await joon.goto(server.origin);
  await opensAgain(joon);
  await joon
    .getByRole('region', { name: ko('field:today.drafts.title') })
    .getByRole('link')
    .click();
  await joon.getByText('어느 마을인가요?').first().waitFor();
  await joon.getByRole('radio', { name: /버치/ }).check();
  await next(joon, ko);
  await joon.getByRole('radio', { name: /배 골짜기/ }).waitFor();
  expect(await joon.getByRole('radio', { name: /자두 언덕/ }).count()).toBe(0);
  await joon.getByRole('radio', { name: /배 골짜기/ }).check();
  await look(joon, 'cascade');
  await button(joon, ko('field:run.stop')).click();
  await button(joon, ko('field:run.handOver')).click();
  await joon.getByText(ko('field:screening.saved.paused')).waitFor();

  await server.start();
  await exchangeNow(joon, 'ko');
  await exchangeNow(desk, 'en');
  await goTo(desk, 'inbox');
  await desk.getByText(en('office:paused.rowNobody')).first().click();
  await desk.getByLabel(en('office:paused.to.label'), { exact: true }).selectOption({ label: 'Ayla' });
  await button(desk, en('office:paused.give')).click();
  await look(desk, 'given');
  await exchangeNow(desk, 'en');

  // Ayla goes on, in English, with everything that was said until then.
  await exchangeNow(ayla, 'en');
  await goTo(ayla, 'today');
  await ayla.getByText(en('field:today.handed.title')).waitFor();
  await ayla
    .getByRole('region', { name: en('field:today.handed.title') })
    .getByRole('link')
    .click();
  await finishesIt(ayla);
  await exchangeNow(ayla, 'en');
  await exchangeNow(desk, 'en');

  await goTo(desk, 'inbox');
  await readsIt(desk);
  await savesTheAnswers(desk);
  expect(complaints).toEqual([]);
}, 400_000);

/** From wherever the run opens to its end: two places slept in, and a decision. */
const finishesIt = async (page: Page): Promise<void> => {
  // Another day, another place: whether it is safe and what is kept confidential is asked and said again.
  await choose(page, en('checklists:privacy.where'), en('checklists:privacy.choices.alone'));
  await next(page, en);
  await button(page, en('field:run.said')).click();
  await choose(page, en('checklists:age.ask'), en('checklists:age.choices.adult'));
  await next(page, en);
  await look(page, 'gone-on-with');
  const place = page.getByLabel(en('field:run.answer.words'), { exact: true });
  const addOne = button(page, en('field:run.repeat.first')).or(button(page, en('field:run.repeat.add')));
  const decide = page.getByRole('heading', { name: en('field:decision.title') });
  const stays = ['a barn', 'a room'];
  for (let steps = 0; steps < 40 && !(await decide.isVisible()); steps += 1) {
    await button(page, en('field:run.next'))
      .or(button(page, en('field:run.agreed')))
      .or(decide)
      .or(button(page, en('field:run.goOn')))
      .first()
      .waitFor();
    const agree = button(page, en('field:run.agreed'));
    const goOn = button(page, en('field:run.goOn'));
    if (await decide.isVisible()) break;
    if (await agree.isVisible()) await agree.click();
    else if (await goOn.isVisible()) await goOn.click();
    else {
      if ((await addOne.first().isVisible()) && stays.length > 0) {
        await addOne.first().click();
        continue;
      }
      if ((await place.isVisible()) && (await place.inputValue()) === '') {
        await place.fill(stays.shift() ?? '');
        await look(page, `repeat-${stays.length}`);
      }
      await button(page, en('field:run.next')).click();
    }
  }
  await choose(page, en('field:decision.step.label'), en('codes:nextStep.keep-in-touch'));
  await page.getByLabel(en('field:decision.reason.label'), { exact: true }).fill('Wants to talk again after the harvest.');
  await look(page, 'decision');
  await button(page, en('field:run.save')).click();
  await page.getByText(en('field:save.done')).waitFor();
};

const readsIt = async (desk: Page): Promise<void> => {
  await desk
    .getByRole('main')
    .getByText(new RegExp(`^${en('office:kind.screening')}`))
    .first()
    .click();
  for (const said of ['Do you get a day of rest?', '바쁜 철이라고 함', 'Pear valley', 'a barn', 'a room'])
    await desk.getByText(said).first().waitFor();
  await look(desk, 'answers');
};

const savesTheAnswers = async (desk: Page): Promise<void> => {
  await goTo(desk, 'library');
  await desk
    .getByRole('main')
    .getByRole('link', { name: /Orchard talk/ })
    .first()
    .click();
  await button(desk, en('library:answers.open')).click();
  await desk.getByRole('radio', { name: en('library:answers.which.finished.label') }).check();
  await look(desk, 'saving-answers');
  const coming = desk.waitForEvent('download');
  await button(desk, en('library:answers.save')).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^sheet-\d{4}-\d\d-\d\d\.xlsx$/);
  const sheets = asLibreOfficeReads(new Uint8Array(readFileSync(await download.path())));
  const answers = readCsv(sheets.get('answers') ?? '');
  if (!answers.ok) throw new Error('LibreOffice read no table of answers');
  const { columns, rows } = answers.value;
  const asked = ['rest', 'why_no_rest', 'hours', 'town', 'grove', 'week'];
  expect(columns).toEqual(expect.arrayContaining(asked));
  expect(rows.map(({ values }) => asked.map((name) => values[columns.indexOf(name)]))).toEqual([
    ['no', '바쁜 철이라고 함', '14', 'birch', 'b1', '98'],
  ]);
  const stays = readCsv(sheets.get('stays') ?? '');
  expect(stays.ok && stays.value.rows.map(({ values }) => values[stays.value.columns.indexOf('place')])).toEqual(['a barn', 'a room']);
};
