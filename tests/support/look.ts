/** How a walk shows where it stands: in each of the visitor's languages, and back to English, in which the way is found. */
import type { Page } from 'playwright-core';
import { switchLanguage } from './field.ts';
import { say } from './say.ts';

export interface Stop {
  readonly name: string;
  readonly language: string;
  readonly page: Page;
}

export interface Visit {
  /** In which languages a stop is looked at, in this order. */
  readonly languages: (name: string) => readonly string[];
  readonly see: (stop: Stop) => Promise<void>;
}

/** Longer than any motion takes. */
const settling = 150;

/** A screen that comes by itself (its file is fetched, its first words are worked out) is looked at once it is there: every one has a heading. */
const drawn = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(settling);
};

/** Shows where we stand in every language and comes back to English. */
export const look = async (page: Page, name: string, visit: Visit): Promise<void> => {
  let at = 'en';
  for (const language of visit.languages(name)) {
    if (language !== at) await switchLanguage(page, at, language);
    at = language;
    await drawn(page);
    await visit.see({ name, language, page });
  }
  if (at !== 'en') await switchLanguage(page, at, 'en');
};

/** What covers the screen hides the language switch too: opened anew in each language. */
export const lookInside = async (
  page: Page,
  name: string,
  visit: Visit,
  open: (words: ReturnType<typeof say>) => Promise<void>,
  close: (words: ReturnType<typeof say>) => Promise<void>,
): Promise<void> => {
  let at = 'en';
  for (const language of visit.languages(name)) {
    if (language !== at) await switchLanguage(page, at, language);
    at = language;
    await open(say(language));
    await page.waitForTimeout(settling);
    await visit.see({ name, language, page });
    await close(say(language));
  }
  if (at !== 'en') await switchLanguage(page, at, 'en');
};
