/**
 * Settings kept a second time, in the database, which writes at once: swiped away right after a change of language, the app comes
 * back in the language that was chosen. Of the two copies the newer counts.
 */
import { currentLanguage, secondLanguage, setLanguage, setSecondLanguage } from '../i18n/language.ts';
import { findLanguage } from '../i18n/languages.ts';
import { recall, remember, watchRemembered } from '../i18n/remembered.ts';
import { type FieldbookDatabase, keepState, readState } from '../store/database.ts';

const names = ['language', 'second-language', 'questions'] as const;
const changed = 'changed';

/** A version before or after this one may speak languages that this one does not. */
const spoken = (tag: string | null | undefined): string | null => (tag && findLanguage(tag) ? tag : null);

const adopt = async (values: ReadonlyMap<string, string | null>): Promise<void> => {
  for (const [name, value] of values) remember(name, value);
  const second = spoken(values.get('second-language'));
  if (second !== secondLanguage.peek()) setSecondLanguage(second);
  const language = spoken(values.get('language'));
  if (language && language !== currentLanguage.peek()) await setLanguage(language);
};

export const keepPreferences = async (db: FieldbookDatabase, milliseconds: () => number): Promise<void> => {
  const kept = await readState(db, 'preferences');
  if (kept && kept.changed > Number(recall(changed) ?? 0)) await adopt(new Map(kept.values));
  watchRemembered((name) => {
    if (!names.some((one) => one === name)) return;
    const at = milliseconds();
    remember(changed, String(at));
    // A database that has no room for it: the browser's own copy is there.
    keepState(db, 'preferences', { changed: at, values: names.map((one) => [one, recall(one)]) }).catch(() => undefined);
  });
};
