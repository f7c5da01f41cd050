/**
 * Looking up a word walks keys, languages and fallbacks each time, and a question asks for the same thirty words at every tap:
 * on a slow phone that is a good part of the time a tap may take. So a word without values is looked up once.
 */
import type { TFunction } from 'i18next';

const known = new Map<string, Map<string, string>>();

/** The words of one namespace in one language, remembered until any words are loaded. */
export const rememberingWords = (
  tag: string,
  namespace: string,
  t: TFunction,
  always: Readonly<Record<string, unknown>>,
): ((key: string, values?: Readonly<Record<string, unknown>>) => string) => {
  const of = `${tag} ${namespace}`;
  return (key, values) => {
    if (values) return t(key, { ...always, ...values });
    const words = known.get(of) ?? new Map<string, string>();
    known.set(of, words);
    const word = words.get(key) ?? t(key, always);
    words.set(key, word);
    return word;
  };
};

/** Words came: what was missing, or stood in English until now, is looked up again. */
export const forgetWords = (): void => known.clear();
