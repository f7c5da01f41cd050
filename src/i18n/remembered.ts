/** Settings that say nothing of anybody: a language tag. A browser that forbids storage only forgets them. */
export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(`fieldbook.${name}`);
  } catch {
    return null;
  }
};

export const remember = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`fieldbook.${name}`);
    else localStorage.setItem(`fieldbook.${name}`, value);
  } catch {
    // Nothing is lost but a preference.
  }
};
