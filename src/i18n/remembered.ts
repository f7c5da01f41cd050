/**
 * Settings that say nothing of anybody: a language tag. A browser that forbids storage only forgets them. Browsers write these some
 * seconds late, and a phone that is swiped away loses what was not written: src/compose/preferences.ts keeps them a second time.
 */
const place = (name: string): string => `fieldbook.${name}`;

export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(place(name));
  } catch {
    return null;
  }
};

type Watcher = (name: string) => void;
const watchers = new Set<Watcher>();
/** Called after each change, also where the browser refused to keep it. */
export const watchRemembered = (watcher: Watcher): void => void watchers.add(watcher);

export const remember = (name: string, value: string | null): void => {
  if (recall(name) === value) return;
  try {
    if (value === null) localStorage.removeItem(place(name));
    else localStorage.setItem(place(name), value);
  } catch {
    // Nothing is lost but a preference.
  }
  for (const watcher of watchers) watcher(name);
};
