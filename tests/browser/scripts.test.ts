/** Scripts that phones draw badly: their font comes with the language and not before, stays without a connection, and is for their text alone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdTogether } from '../../src/i18n/isolated.ts';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../support/browser.ts';
import { layCutLink } from '../support/cutLink.ts';
import { keepLanguages, switchLanguage } from '../support/field.ts';
import { found, goTo, officePassphrase, unlock } from '../support/gate.ts';
import { startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

const en = say('en');
const ur = say('ur');

const loadedFonts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', ''));
  });
const openSettings = (page: Page, t: typeof en) =>
  page
    .getByRole('banner')
    .getByRole('link', { name: t('app:nav.settings'), exact: true })
    .click();
const familyOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).fontFamily);

test('Urdu: Nastaliq from the pack, from right to left, and nothing of it where English stands', async () => {
  const server = await startServer();
  const link = await layCutLink(server.port);
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const page = await firstPage(context);
    await found(page, link.origin, 'Lantern House (invented)', 'Mina');
    // The list of languages names Urdu in its own letters, and fetches no font for that.
    await openSettings(page, en);
    await page.locator('[lang="ur"]').first().waitFor({ state: 'attached' });
    expect(link.asked().filter((path) => path.endsWith('.woff2'))).toEqual([]);

    await keepLanguages(page, ['ur']);
    await link.close();
    await page.reload();
    await unlock(page, officePassphrase);
    await switchLanguage(page, 'en', 'ur');
    await goTo(page, 'today', 'ur');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => loadedFonts(page)).toContain('Fieldbook ur');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');

    await page.getByRole('link', { name: ur('field:today.card') }).click();
    const back = page.getByRole('link', { name: ur('app:page.back'), exact: true });
    await back.waitFor();
    // What points back points to the right here.
    expect(await back.locator('.icon').evaluate((icon) => getComputedStyle(icon).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    await page.locator('.said-original[lang="en"]').first().waitFor();
    expect(await familyOf(page, '.said-person[lang="ur"]')).toContain('Fieldbook ur');
    expect(await familyOf(page, '.said-original[lang="en"]')).not.toContain('Fieldbook ur');
    // A number to dial is read from the left.
    const number = page.locator('a[href^="tel:"] bdi').first();
    expect(await number.getAttribute('dir')).toBe('ltr');
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});

test('a passage in Khmer inside an English screen is set in its own letters and lines', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const page = await firstPage(context);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await goTo(page, 'today');
    await page.getByRole('link', { name: en('field:today.card') }).click();
    await page.getByLabel(en('field:wording.personLanguage'), { exact: true }).first().selectOption('km');
    await page.getByText(say('km')('directory:card.nothingKept')).waitFor();
    await expect.poll(() => loadedFonts(page)).toContain('Fieldbook km');
    const [khmer, english] = await Promise.all(
      ['.said-person[lang="km"]', 'h2'].map((selector) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => parseFloat(getComputedStyle(element).lineHeight) / parseFloat(getComputedStyle(element).fontSize)),
      ),
    );
    expect([khmer, english].map((lines) => lines?.toFixed(2))).toEqual(['1.85', '1.25']);
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});

/** Where each letter is drawn, from the left. */
const drawnOrder = (page: Page, text: string): Promise<string> =>
  page.evaluate((words) => {
    document.body.innerHTML = '<p dir="rtl" lang="ur" style="font-size: 40px"></p>';
    const line = document.querySelector('p') as HTMLElement;
    line.textContent = words;
    const letters = line.firstChild as Text;
    const at = (index: number): number => {
      const range = document.createRange();
      range.setStart(letters, index);
      range.setEnd(letters, index + 1);
      return range.getBoundingClientRect().left;
    };
    return [...words]
      .map((letter, index) => ({ letter, left: at(index) }))
      .filter(({ letter }) => /[\w-]/.test(letter))
      .sort((a, b) => a.left - b.left)
      .map(({ letter }) => letter)
      .join('');
  }, text);

test('a code that begins with digits is drawn as it is read, on a page that is written from the right', async () => {
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const page = await firstPage(context);
    for (const code of ['222-XGG', '99P-R3V', 'XGG-222', '234-567']) {
      expect(await drawnOrder(page, holdTogether(code, 'ur'))).toBe(code);
      expect(await drawnOrder(page, `ملاقات · ${holdTogether(code, 'ur')}`)).toBe(code);
    }
    // What would be drawn without: somebody else's.
    expect(await drawnOrder(page, '222-XGG')).toBe('XGG-222');
  } finally {
    await context.close();
    dropProfile(dir);
  }
});
