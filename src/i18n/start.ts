/** Starts i18next with bundled English, then goes to the language chosen here before. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolating } from './isolated.ts';
import { firstLanguage, showLanguage } from './language.ts';
import { sourceLanguage } from './languages.ts';
import { bundledNamespaces, bundledWords } from './load.ts';

export const startWords = async (): Promise<void> => {
  // No backend: load.ts puts words in before anything asks for them, so nothing suspends and no screen is taken down.
  await i18next
    .use(initReactI18next)
    .use(isolating)
    .init({
      lng: sourceLanguage,
      fallbackLng: sourceLanguage,
      returnEmptyString: false,
      load: 'currentOnly',
      ns: [...bundledNamespaces],
      defaultNS: 'app',
      resources: { [sourceLanguage]: Object.fromEntries(bundledNamespaces.map((namespace) => [namespace, bundledWords(namespace)])) },
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false, bindI18nStore: 'added' },
      initAsync: false,
    });
  const tag = firstLanguage();
  if (tag !== sourceLanguage) await showLanguage(tag);
};
