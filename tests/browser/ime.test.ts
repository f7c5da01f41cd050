/** A letter that is still being put together (Korean, by an input method) outlives a change of the screen's language. */
import { expect, test } from 'vitest';
import { dropProfile, firstPage, launchProfile, newProfile, phone } from '../support/browser.ts';
import { switchLanguage } from '../support/field.ts';
import { found } from '../support/gate.ts';
import { startServer } from '../support/process.ts';
import { say } from '../support/say.ts';

test('half a Korean word stays, in the same field, and can be finished', async () => {
  const server = await startServer();
  const dir = newProfile();
  const context = await launchProfile(dir, phone);
  try {
    const page = await firstPage(context);
    await found(page, server.origin, 'Lantern House (invented)', 'Mina');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('en')('app:nav.new'), exact: true })
      .click();
    const noteIn = (language: string) => page.getByLabel(say(language)('field:contact.note.label'), { exact: true });
    await noteIn('en').fill('Kim: ');
    const field = await noteIn('en').elementHandle();
    await noteIn('en').press('End');
    const session = await context.newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('ㅎ');
    await compose('하');
    for (const [from, to] of [
      ['en', 'ko'],
      ['ko', 'vi'],
    ] as const) {
      await switchLanguage(page, from, to);
      expect(await noteIn(to).inputValue()).toBe('Kim: 하');
    }
    // Nobody took the focus away, so the letter is still open and goes on.
    await compose('한');
    await session.send('Input.insertText', { text: '한국' });
    expect(await noteIn('vi').inputValue()).toBe('Kim: 한국');
    expect(await field?.evaluate((element) => element.isConnected && element === document.activeElement)).toBe(true);
  } finally {
    await context.close();
    await server.dispose();
    dropProfile(dir);
  }
});
