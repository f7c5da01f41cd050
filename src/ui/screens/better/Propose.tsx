/** One text: its English, the words that stand now and how far they are, and better ones to send to a supervisor. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { sumOf } from '../../../domain/sum.ts';
import { longestNote, longestWording } from '../../../domain/wording.ts';
import { asWritten, placeholdersOf, tidyWording, wordingProblems } from '../../../domain/wordingCheck.ts';
import { proposalEntry } from '../../../domain/wordingEntries.ts';
import { oneText, type Wording } from '../../../i18n/everyText.ts';
import { type Namespace, namespaces, sourceLanguage } from '../../../i18n/languages.ts';
import { useWordsIn } from '../../../i18n/useWordsIn.ts';
import { Button } from '../../parts/Button.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useDraft } from '../../useDraft.ts';
import { useNotebook } from '../../useNotebook.ts';
import { DraftKept, DraftTrouble } from '../saving/DraftKept.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { WordsMissing } from '../WordsMissing.tsx';
import { TranslatorNote } from './TranslatorNote.tsx';
import { useProblemWords } from './useProblemWords.ts';
import { WordsNow } from './WordsNow.tsx';

export interface ProposeProps {
  readonly tag: string;
  /** `ns:key`. */
  readonly wordingKey: string;
  readonly onDone: () => void;
}

const namespaceOf = (key: string): Namespace => namespaces.find((name) => key.startsWith(`${name}:`)) ?? 'app';

export const Propose = ({ tag, wordingKey, onDone }: ProposeProps) => {
  const namespace = namespaceOf(wordingKey);
  const own = useWordsIn(tag, namespace);
  const english = useWordsIn(sourceLanguage, namespace);
  const missing = [own, english].find(({ state }) => state === 'missing');
  if (missing) return <WordsMissing words={{ missing }} />;
  const wording = own.state === 'here' && english.state === 'here' ? oneText(tag, wordingKey) : undefined;
  return wording ? <ProposeForm tag={tag} wording={wording} onDone={onDone} /> : null;
};

/** What is typed stays a draft of its own for each text, so that a sheet closed by a thumb loses nothing. */
const draftId = (tag: string, key: string): string => `better:${tag}:${key}`;

const ProposeForm = ({ tag, wording, onDone }: { readonly tag: string; readonly wording: Wording; readonly onDone: () => void }) => {
  const { t } = useTranslation('field');
  const { key, english } = wording;
  const draft = useDraft(draftId(tag, key), { text: wording.text, note: '' });
  const { busy, failure, send } = useSending(tag, wording, draft, onDone);
  const pressed = useSignal(false);
  const problemWords = useProblemWords();
  const { text, note } = draft.value.value;
  const better = tidyWording(text);
  const isSame = better === wording.text;
  const problem = isSame ? (pressed.value ? t('better.same') : null) : problemWords(wordingProblems({ key, english, text: better }));
  const placeholders = placeholdersOf(english);
  return (
    <>
      <DraftTrouble state={draft.state} />
      <WordsNow tag={tag} wording={wording} />
      <TranslatorNote namespace={wording.namespace} wordingKey={key} />
      <TextArea
        label={t('better.text')}
        hint={placeholders.length > 0 ? t('better.keep', { names: asWritten(placeholders) }) : undefined}
        error={problem}
        value={text}
        lang={tag}
        maxLength={longestWording}
        onInput={(typed) => draft.set({ text: typed })}
      />
      <TextArea
        label={t('better.note')}
        hint={t('better.noteHint')}
        value={note}
        maxLength={longestNote}
        rows={2}
        onInput={(typed) => draft.set({ note: typed })}
      />
      <SaveProblem failure={failure} />
      <Button
        kind="main"
        icon="send"
        wide
        busy={busy}
        onClick={() => {
          pressed.value = true;
          if (!isSame && problem === null) void send(better, note.trim());
        }}
      >
        {t('better.send')}
      </Button>
      <DraftKept />
    </>
  );
};

const useSending = (tag: string, { key, english, text: was }: Wording, draft: ReturnType<typeof useDraft>, onDone: () => void) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const { busy, failure, save } = useSave(draft);
  const send = async (text: string, note: string): Promise<void> => {
    const proposal = { language: tag, key, text, was, source: sumOf(english), ...(note === '' ? {} : { note }) };
    if (!(await save([{ ...proposalEntry(proposal, notebook.newId), draft: draftId(tag, key) }]))) return;
    showToast(t('better.sent'));
    onDone();
  };
  return { busy, failure, send };
};
