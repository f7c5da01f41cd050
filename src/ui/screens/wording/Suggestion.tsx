/** One suggestion beside what stands and what English says; its words can be changed before they are accepted. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { sumOf } from '../../../domain/sum.ts';
import { longestNote, longestWording } from '../../../domain/wording.ts';
import { tidyWording, wordingProblems } from '../../../domain/wordingCheck.ts';
import { declining, decliningTakenBack } from '../../../domain/wordingEntries.ts';
import type { Proposed } from '../../../domain/wordingProposals.ts';
import type { Wording } from '../../../i18n/everyText.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { useProblemWords } from '../better/useProblemWords.ts';
import { WordsNow } from '../better/WordsNow.tsx';
import { replyAudience } from '../office/replyAudience.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';

export interface SuggestionProps {
  readonly proposed: Proposed;
  readonly wording: Wording;
  /** As it would be accepted. */
  readonly text: string;
  readonly tag: string;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onEdit: (text: string) => void;
  readonly onAccept: () => void;
}

const problemsIn = ({ wording: { key, english }, text }: Pick<SuggestionProps, 'wording' | 'text'>) =>
  wordingProblems({ key, english, text: tidyWording(text) });

export const isFit = (one: Pick<SuggestionProps, 'wording' | 'text'>): boolean => problemsIn(one).length === 0;

export const Suggestion = (props: SuggestionProps) => {
  const { proposed, wording, text, tag, chosen, busy, onChoose, onEdit, onAccept } = props;
  const { t, i18n } = useTranslation('library');
  const problemWords = useProblemWords();
  const id = useId();
  const from = t('wordings.suggestions.from', { name: proposed.by.name, when: formatWhen(proposed.writtenAt, i18n.language) });
  return (
    <section class="suggestion" aria-labelledby={id}>
      <label class="suggestion-head">
        <input type="checkbox" autocomplete="off" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
        <span id={id}>{from}</span>
        <code dir="ltr">{wording.key}</code>
      </label>
      {proposed.source !== sumOf(wording.english) && <Notice kind="care">{t('wordings.suggestions.since')}</Notice>}
      <WordsNow tag={tag} wording={wording} />
      <TextArea
        label={t('wordings.suggestions.better')}
        error={problemWords(problemsIn(props))}
        value={text}
        lang={tag}
        maxLength={longestWording}
        onInput={onEdit}
      />
      {proposed.note && (
        <p dir="auto" class="soft">
          {proposed.note}
        </p>
      )}
      <div class="buttons">
        <Button kind="main" icon="check" busy={busy} disabled={!isFit(props)} onClick={onAccept}>
          {t('wordings.accept.do')}
        </Button>
      </div>
      <Decline proposed={proposed} />
    </section>
  );
};

const Decline = ({ proposed }: Pick<SuggestionProps, 'proposed'>) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const { busy, failure, save } = useSave();
  const why = useSignal('');
  const pressed = useSignal(false);
  const decline = async () => {
    pressed.value = true;
    const said = why.peek().trim();
    const audience = replyAudience(notebook, proposed.record);
    if (said === '' || !(await save([declining(proposed.record, said, audience)]))) return;
    showToast(t('wordings.decline.done'), { undo: () => void notebook.write(decliningTakenBack(proposed.record, audience)) });
  };
  return (
    <details class="more">
      <summary>{t('wordings.decline.open')}</summary>
      <div class="wording-form">
        <TextArea
          label={t('wordings.decline.why')}
          hint={t('wordings.decline.hint', { name: proposed.by.name })}
          error={pressed.value && why.value.trim() === '' ? t('wordings.decline.error') : null}
          value={why.value}
          rows={2}
          maxLength={longestNote}
          onInput={(typed) => {
            why.value = typed;
          }}
        />
        <SaveProblem failure={failure} />
        <Button busy={busy} onClick={() => void decline()}>
          {t('wordings.decline.do')}
        </Button>
      </div>
    </details>
  );
};
