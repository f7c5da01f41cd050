/** A language is chosen in the very moment in which a screen asks for its words: neither leaves the other half in English. */
import { expect, test, vi } from 'vitest';

const opened = async () => {
  vi.resetModules();
  const [language, { startWords }, { default: i18next }] = await Promise.all([
    import('../../src/i18n/language.ts'),
    import('../../src/i18n/start.ts'),
    import('i18next'),
  ]);
  await startWords();
  // The library is one for all; with it would stay what it was given.
  for (const namespace of ['app', 'field']) i18next.removeResourceBundle('ko', namespace);
  return { ...language, i18next };
};

/** As many turns of the microtask queue as a file that is already here needs to arrive, and more. */
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

test('a screen that opens while the language changes speaks it, whichever comes first', { timeout: 60_000 }, async () => {
  for (let moment = 0; moment < 60; moment += 1) {
    const app = await opened();
    const changed = app.setLanguage('ko');
    await turns(moment);
    const asked = app.needWords(['field']);
    await Promise.all([changed, asked]);
    expect([moment, app.currentLanguage.peek(), app.i18next.t('today.drafts.title', { ns: 'field' })]).toEqual([
      moment,
      'ko',
      '아직 끝나지 않았어요',
    ]);
  }
});
