/**
 * Settings kept a second time, in the database, which writes at once: swiped away right after a change of language, the app comes
 * back in the language that was chosen. Of the two copies the newer counts.
 */
import { showLanguage, showSecondLanguage, wasChosen } from '../i18n/language.ts';
import { findLanguage } from '../i18n/languages.ts';
import { recall, remember, watchRemembered } from '../i18n/remembered.ts';
import { type FieldbookDatabase, keepState, readState } from '../store/database.ts';

const names = ['language', 'second-language', 'questions'] as const;
/** How often something was chosen here, which tells the newer of two copies: a clock may be wrong. */
const changed = 'changed';
const timesChosen = (): number => Number(recall(changed) ?? 0);

/** A version before or after this one may speak languages that this one does not. */
const spoken = (tag: string | null | undefined): string | null => (tag && findLanguage(tag) ? tag : null);

const adopt = async (values: ReadonlyMap<string, string | null>): Promise<void> => {
  for (const [name, value] of values) remember(name, value);
  showSecondLanguage(spoken(values.get('second-language')));
  const language = spoken(values.get('language'));
  if (language) await showLanguage(language);
};

export const keepPreferences = async (db: FieldbookDatabase): Promise<void> => {
  const kept = await readState(db, 'preferences');
  const isNewer = kept !== null && kept.changed > timesChosen();
  if (isNewer) {
    remember(changed, String(kept.changed));
    if (!wasChosen()) await adopt(new Map(kept.values));
  }
  const keep = (): void => {
    const count = timesChosen() + 1;
    remember(changed, String(count));
    // A database that has no room for it: the browser's own copy is there.
    keepState(db, 'preferences', { changed: count, values: names.map((one) => [one, recall(one)]) }).catch(() => undefined);
  };
  watchRemembered((name) => {
    if (names.some((one) => one === name)) keep();
  });
  if (wasChosen()) keep();
};
