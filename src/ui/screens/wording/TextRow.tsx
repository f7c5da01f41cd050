/** One text in the list: closed it says what stands, open it can be written. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { longestWording } from '../../../domain/wording.ts';
import { asWritten, placeholdersOf, tidyWording, wordingProblems } from '../../../domain/wordingCheck.ts';
import type { Wording } from '../../../i18n/everyText.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import { loadNotes, noteFor } from '../../../i18n/translatorNotes.ts';
import { Button } from '../../parts/Button.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { useProblemWords } from '../better/useProblemWords.ts';
import { useStateWords } from '../better/useStateWords.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { AcceptFields, atFirst } from './AcceptFields.tsx';
import { type AcceptedAs, useAccepting } from './useAccepting.ts';

interface TextRowProps {
  readonly tag: string;
  readonly wording: Wording;
}

export const TextRow = ({ tag, wording }: TextRowProps) => {
  const { t } = useTranslation('library');
  const stateWords = useStateWords();
  const open = useSignal(false);
  const { english, text, standing } = wording;
  return (
    <li class="row text-row">
      <div class="text-row-words">
        <span lang={sourceLanguage} dir="ltr">
          {english}
        </span>
        <span lang={tag} dir="auto" class="row-title">
          {text}
        </span>
        <span class="row-meta">{[stateWords(standing.state), standing.who].filter(Boolean).join(' · ')}</span>
      </div>
      <Button
        icon="pencil"
        expanded={open.value}
        label={t('wordings.texts.change', { text: text || english })}
        onClick={() => {
          open.value = !open.peek();
        }}
      />
      {open.value && (
        <TextForm
          tag={tag}
          wording={wording}
          onDone={() => {
            open.value = false;
          }}
        />
      )}
    </li>
  );
};

const useNote = ({ namespace, key }: Wording): string | undefined => {
  const note = useSignal<string | undefined>(undefined);
  useEffect(() => {
    // Without its note a text can be written all the same.
    loadNotes(namespace).then(
      (notes) => {
        note.value = noteFor(notes, key.slice(namespace.length + 1));
      },
      () => undefined,
    );
  }, [key]);
  return note.value;
};

const TextForm = ({ tag, wording, onDone }: TextRowProps & { readonly onDone: () => void }) => {
  const { t } = useTranslation('library');
  const { key, english } = wording;
  const note = useNote(wording);
  const problemWords = useProblemWords();
  const { busy, failure, accept } = useAccepting(tag);
  const typed = useSignal(wording.text);
  const as = useSignal<AcceptedAs>(atFirst);
  const text = tidyWording(typed.value);
  const problem = problemWords(wordingProblems({ key, english, text }));
  const placeholders = placeholdersOf(english);
  return (
    <div class="wording-form">
      {note && (
        <p class="soft" lang={sourceLanguage} dir="ltr">
          {note}
        </p>
      )}
      <TextArea
        label={t('field:better.text')}
        hint={placeholders.length > 0 ? t('field:better.keep', { names: asWritten(placeholders) }) : undefined}
        error={typed.value === wording.text ? null : problem}
        value={typed.value}
        lang={tag}
        maxLength={longestWording}
        onInput={(said) => {
          typed.value = said;
        }}
      />
      <AcceptFields
        value={as.value}
        onChange={(value) => {
          as.value = value;
        }}
      />
      <SaveProblem failure={failure} />
      <Button
        kind="main"
        icon="check"
        busy={busy}
        disabled={problem !== null}
        onClick={() => void accept([{ key, english, text }], as.peek()).then((done) => done && onDone())}
      >
        {t('wordings.accept.do')}
      </Button>
    </div>
  );
};
