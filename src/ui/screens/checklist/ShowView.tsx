/**
 * The whole screen for the person: their language in big type, and nothing else to read. They may tap an answer themselves.
 * A modal dialog, so that nothing behind it can be reached; the arrow or Escape gives the phone back to the worker.
 */
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../domain/directory.ts';
import { Button } from '../../parts/Button.tsx';
import { DraftMark } from '../Said.tsx';
import type { Say, TwoLanguages } from '../twoLanguages.ts';

export interface Shown {
  /** Keys of what is said, in order. */
  readonly says: readonly string[];
  readonly answers?: readonly { readonly value: string; readonly says: string; readonly chosen: boolean }[] | undefined;
  readonly onAnswer?: ((value: string) => void) | undefined;
  /** Help lines with their numbers, after what is said. */
  readonly numbers?: readonly DirectoryEntry[] | undefined;
}

export interface ShowViewProps {
  readonly open: boolean;
  readonly shown: Shown;
  readonly words: TwoLanguages;
  readonly setLanguage: (tag: string) => void;
  readonly onClose: () => void;
}

export const ShowView = ({ open, shown, words, setLanguage, onClose }: ShowViewProps) => {
  const { t } = useTranslation('field');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="show" aria-label={t('show.label')} onClose={() => open && onClose()}>
      {open && <ShownNow shown={shown} words={words} setLanguage={setLanguage} onClose={onClose} />}
    </dialog>
  );
};

const ShownNow = ({ shown, words, setLanguage, onClose }: Omit<ShowViewProps, 'open'>) => {
  const { t } = useTranslation('field');
  return (
    <>
      <div class="show-bar">
        <Button kind="quiet" icon="back" label={t('show.close')} onClick={onClose} />
        <select
          class="input show-language"
          aria-label={t('wording.personLanguage')}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        >
          {words.offered.map(({ tag, name, lang }) => (
            <option key={tag} value={tag} lang={lang} selected={tag === words.chosen}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="show-words" lang={words.personTag} dir={words.direction}>
        {words.draft && <DraftMark />}
        {shown.says.map((says) => (
          <BigWords key={says} says={says} words={words} />
        ))}
        {shown.numbers
          ?.filter(({ lines }) => lines.length > 0)
          .map((entry) => (
            <BigNumbers key={entry.id} entry={entry} words={words} />
          ))}
        {shown.answers && <BigAnswers {...shown} answers={shown.answers} say={words.person} />}
      </div>
    </>
  );
};

const BigWords = ({ says, words }: { readonly says: string; readonly words: TwoLanguages }) => (
  <>
    <p
      class="show-said"
      lang={words.lacks(says) ? words.originalLanguage.tag : undefined}
      dir={words.lacks(says) ? words.originalLanguage.direction : undefined}
    >
      {words.person(says)}
    </p>
    {words.draft && words.personTag !== words.originalLanguage.tag && !words.lacks(says) && (
      <p class="said-original" lang={words.originalLanguage.tag} dir={words.originalLanguage.direction}>
        {words.original(says)}
      </p>
    )}
  </>
);

const BigAnswers = ({
  answers,
  onAnswer,
  say,
}: {
  readonly answers: NonNullable<Shown['answers']>;
  readonly onAnswer?: Shown['onAnswer'];
  readonly say: Say;
}) => (
  <div class="show-answers" role="group">
    {answers.map(({ value, says, chosen }) => (
      <button key={value} type="button" class="button button-plain show-answer" aria-pressed={chosen} onClick={() => onAnswer?.(value)}>
        {say(says)}
      </button>
    ))}
  </div>
);

const BigNumbers = ({ entry, words }: { readonly entry: DirectoryEntry; readonly words: TwoLanguages }) => (
  <div class="show-numbers">
    <BigWords says={`directory:entries.${entry.id}.name`} words={words} />
    {entry.lines.map(({ way, number, send }) => (
      <p class="show-number" key={`${way} ${number}`}>
        {words.person(`directory:labels.${way}`)} <bdi dir="ltr">{number}</bdi>
        {send && <> · {words.person('directory:labels.send', { word: send })}</>}
      </p>
    ))}
  </div>
);
