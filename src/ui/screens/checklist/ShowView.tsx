/**
 * The whole screen for the person: their language in big type, and nothing else to read. They may tap an answer themselves.
 * A modal dialog, so that nothing behind it can be reached; the arrow or Escape gives the phone back to the worker.
 */
import '../../styles/listening.css';
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../domain/directory.ts';
import type { ReviewState } from '../../../domain/wordingStates.ts';
import { Button } from '../../parts/Button.tsx';
import { ListenButton } from '../listening/ListenButton.tsx';
import { ListeningBar } from '../listening/ListeningBar.tsx';
import { isHeardOnly } from '../listening/listening.ts';
import { type ShownAnswer, SignedAnswers, type SignedAnswersProps } from '../listening/SignedAnswers.tsx';
import { useListening } from '../listening/useListening.ts';
import { StateMark } from '../Said.tsx';
import { markAbove, type TwoLanguages } from '../twoLanguages.ts';

export interface Shown {
  /** Keys of what is said, in order. */
  readonly says: readonly string[];
  readonly answers?: readonly ShownAnswer[] | undefined;
  readonly onAnswer?: SignedAnswersProps['onAnswer'];
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
  const listening = useListening(words, shown.says.join());
  const heardOnly = isHeardOnly(words);
  const above = heardOnly ? null : markAbove(words, [...shown.says, ...withNumbers(shown).map(nameOf)]);
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
        {above && <StateMark state={above} />}
        <ListeningBar listening={listening} />
        {shown.says.map((says) => (
          <Fragment key={says}>
            {!heardOnly && <BigWords says={says} words={words} above={above} />}
            <ListenButton listening={listening} words={words} says={says} alone={heardOnly} />
          </Fragment>
        ))}
        {heardOnly && !shown.says.every(listening.heardFor) && <NotRecorded />}
        {withNumbers(shown).map((entry) => (
          <BigNumbers key={entry.id} entry={entry} words={words} above={above} />
        ))}
        {shown.answers && <Answers {...shown} answers={shown.answers} words={words} listening={listening} />}
      </div>
    </>
  );
};

const NotRecorded = () => {
  const { t, i18n } = useTranslation('field');
  return (
    <p class="quiet" lang={i18n.language}>
      {t('listen.none')}
    </p>
  );
};

const nameOf = ({ id }: DirectoryEntry): string => `directory:entries.${id}.name`;
const withNumbers = ({ numbers = [] }: Shown): readonly DirectoryEntry[] => numbers.filter(({ lines }) => lines.length > 0);

interface BigProps {
  readonly words: TwoLanguages;
  /** The mark that stands above all of it. */
  readonly above: ReviewState | null;
}

const BigWords = ({ says, words, above }: BigProps & { readonly says: string }) => {
  const { originalLanguage, personTag } = words;
  const lacking = words.lacks(says);
  const mark = lacking ? null : words.mark(says);
  return (
    <>
      {mark !== null && mark !== above && <StateMark state={mark} />}
      <p class="show-said" lang={lacking ? originalLanguage.tag : undefined} dir={lacking ? originalLanguage.direction : undefined}>
        {words.person(says)}
      </p>
      {mark !== null && personTag !== originalLanguage.tag && (
        <p class="said-original" lang={originalLanguage.tag} dir={originalLanguage.direction}>
          {words.original(says)}
        </p>
      )}
    </>
  );
};

const Answers = (props: SignedAnswersProps) => (isHeardOnly(props.words) ? <SignedAnswers {...props} /> : <BigAnswers {...props} />);

const BigAnswers = ({ answers, onAnswer, words, listening }: SignedAnswersProps) => (
  <div class="show-answers" role="group">
    {answers.map(({ value, says, chosen }) => (
      <div class="signed-answer" key={value}>
        <button type="button" class="button button-plain show-answer" aria-pressed={chosen} onClick={() => onAnswer?.(value)}>
          {words.person(says)}
        </button>
        <ListenButton listening={listening} words={words} says={says} alone={false} />
      </div>
    ))}
  </div>
);

const BigNumbers = ({ entry, words, above }: BigProps & { readonly entry: DirectoryEntry }) => (
  <div class="show-numbers">
    <BigWords says={nameOf(entry)} words={words} above={above} />
    {entry.lines.map(({ way, number, send }) => (
      <p class="show-number" key={`${way} ${number}`}>
        {words.person(`directory:labels.${way}`)} <bdi dir="ltr">{number}</bdi>
        {send && <> · {words.person('directory:labels.send', { word: send })}</>}
      </p>
    ))}
  </div>
);
