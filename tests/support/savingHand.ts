/**
 * A hand that saves one contact after another on the real screen, as fast as the screen lets it: from within the page, because
 * from outside each tap costs more than the save. It tells of a note only after the screen has called it saved.
 */
import type { Page } from 'playwright-core';
import { say } from './say.ts';

const t = say('en');

const words = {
  newContact: t('app:nav.new'),
  next: t('field:contact.saved.next'),
  note: t('field:contact.note.label'),
  save: t('field:contact.save'),
  done: t('field:save.done'),
};

/** Runs in the page. `most` notes at most; ends when the page does. */
const saveOnAndOn = async ({ named, most, said }: { named: string; most: number; said: typeof words }): Promise<void> => {
  const tell: (note: string) => Promise<void> = Reflect.get(globalThis, 'toldSaved');
  const isShown = (element: Element) => (element as HTMLElement).offsetParent !== null;
  const withText = (selector: string, text: string) =>
    [...document.querySelectorAll(selector)].find((element) => element.textContent?.trim() === text && isShown(element));
  const shown = async <T>(look: () => T | null | undefined): Promise<T> => {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 4));
    }
  };
  const noteField = () => {
    const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim().startsWith(said.note));
    return label?.control as HTMLTextAreaElement | null | undefined;
  };
  for (let at = 0; at < most; at += 1) {
    const note = `${named}${at}`;
    const link = await shown(() => withText('a', said.next) ?? withText('a', said.newContact));
    (link as HTMLElement).click();
    const field = await shown(() => (withText('button', said.save) ? noteField() : null));
    field.value = note;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((later) => setTimeout(later, 0));
    (withText('button', said.save) as HTMLElement).click();
    await shown(() => (document.body.textContent.includes(said.done) && !withText('button', said.save) ? true : null));
    void tell(note);
  }
};

export interface SavingHand {
  /** Notes the screen has called saved, in order; more come as long as the page lives. */
  readonly saved: readonly string[];
  /** Ends when it has saved as many as it was told to, or rejects when the page is gone or a step fails. */
  readonly done: Promise<void>;
}

/** Notes are called `named` and a number. */
export const saveOn = async (page: Page, named: string, most = 1000): Promise<SavingHand> => {
  const saved: string[] = [];
  await page.exposeFunction('toldSaved', (note: string) => void saved.push(note));
  const done = page.evaluate(saveOnAndOn, { named, most, said: words });
  done.catch(() => undefined);
  return { saved, done };
};
