/** A walk past the library with an invented spreadsheet: what was found, every part of the draft, publishing, and what is there after. */
import type { Page } from 'playwright-core';
import { button } from './field.ts';
import { goTo } from './gate.ts';
import { inventedForm } from './inventedForm.ts';
import { say } from './say.ts';

const t = say('en');
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Shows the place where we stand, as the other walks do. */
export type Look = (page: Page, name: string) => Promise<void>;

/** By the place of the tab: its words change with the language, and a count stands behind some. */
const tab = (page: Page, part: string) => page.locator(`[role=tab][id$="-${part}"]`);

const chooseFile = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: spreadsheet, buffer: Buffer.from(bytes) });

const draftStops = async (page: Page, look: Look): Promise<void> => {
  for (const part of ['findings', 'questions', 'languages', 'preview', 'marks', 'details']) {
    await tab(page, part).click();
    // A question with answers to choose from, and a condition to pick.
    if (part === 'questions') await page.locator('.edit-row').nth(4).click();
    if (part === 'marks')
      await page
        .getByRole('listbox', { name: t('library:import.marks.list') })
        .getByRole('option')
        .first()
        .click();
    await look(page, `library-${part}`);
  }
};

export const tourOfTheLibrary = async (page: Page, look: Look): Promise<void> => {
  await goTo(page, 'library');
  await button(page, t('library:import.choose')).waitFor();
  await look(page, 'library');
  await chooseFile(page, 'notes.xlsx', new TextEncoder().encode('only words'));
  await page.getByText(t('library:import.mend.plain-text')).waitFor();
  await look(page, 'library-not-a-spreadsheet');
  await chooseFile(page, 'talk.xlsx', inventedForm());
  await tab(page, 'findings').waitFor({ timeout: 30_000 });
  await draftStops(page, look);
  await page.getByRole('radio', { name: t('library:import.details.permission.ours.label') }).check();
  await button(page, t('library:import.publish.do')).click();
  await page.getByText(t('library:library.onPhones')).waitFor();
  await look(page, 'library-published');
  await tourOfTheWording(page, look);
};

/** Where the office puts wording right: one text is open to be written. */
const tourOfTheWording = async (page: Page, look: Look): Promise<void> => {
  await goTo(page, 'library');
  await page.locator('a[href="/wording"]').click();
  for (const part of ['suggestions', 'texts', 'files']) {
    await tab(page, part).click({ timeout: 30_000 });
    if (part === 'texts') await page.locator('.text-row button').first().click();
    await look(page, `wording-${part}`);
  }
};
