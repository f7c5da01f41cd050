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

/** Runs inside the page: until its type is there, nothing moves any more and nothing has changed for a moment; what never ends is not waited for. */
const untilStill = async (): Promise<void> => {
  const [quietFor, mostly] = [40, 400];
  await document.fonts.ready;
  await new Promise<void>((still) => {
    const ends = () => still();
    let quiet = setTimeout(ends, quietFor);
    setTimeout(ends, mostly);
    new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(ends, quietFor);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const motions = document.getAnimations().filter((each) => Number.isFinite(Number(each.effect?.getComputedTiming().endTime)));
  await Promise.all(motions.map((each) => each.finished.catch(() => undefined)));
};

/** A screen that comes by itself (its file is fetched, its first words are worked out) is looked at once it is there: every one has a heading. */
const drawn = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate(untilStill);
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
    await page.evaluate(untilStill);
    await visit.see({ name, language, page });
    await close(say(language));
  }
  if (at !== 'en') await switchLanguage(page, at, 'en');
};
