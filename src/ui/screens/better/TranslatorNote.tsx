/** What English tells its translators about one text. It helps and is not needed: where its file does not come, nothing is said. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Namespace, sourceLanguage } from '../../../i18n/languages.ts';
import { loadNotes, noteFor } from '../../../i18n/translatorNotes.ts';

interface TranslatorNoteProps {
  readonly namespace: Namespace;
  /** `ns:key`. */
  readonly wordingKey: string;
}

export const TranslatorNote = ({ namespace, wordingKey }: TranslatorNoteProps) => {
  const note = useSignal<string | undefined>(undefined);
  useEffect(() => {
    loadNotes(namespace).then(
      (notes) => {
        note.value = noteFor(notes, wordingKey.slice(namespace.length + 1));
      },
      () => undefined,
    );
  }, [namespace, wordingKey]);
  if (!note.value) return null;
  return (
    <p class="soft" lang={sourceLanguage} dir="ltr">
      {note.value}
    </p>
  );
};
