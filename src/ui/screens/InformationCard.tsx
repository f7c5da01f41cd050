/**
 * Information for everyone, in their language, without a network and without a question asked. It records nothing (R1).
 * Who wants to count that information was given may do so with one tap: a tally that belongs to nobody.
 */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { directory } from '../../domain/directory.ts';
import { office } from '../../domain/entry.ts';
import { personLanguage } from '../../i18n/language.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { showToast } from '../parts/Toast.tsx';
import { useNotebook } from '../useNotebook.ts';
import { CardEntry } from './card/CardEntry.tsx';
import { ShowView } from './checklist/ShowView.tsx';
import { PersonLanguagePick } from './PersonLanguagePick.tsx';
import { Said, StateMark } from './Said.tsx';
import { SaveProblem } from './saving/SaveProblem.tsx';
import { useSave } from './saving/useSave.ts';
import { markAbove, useTwoLanguages } from './twoLanguages.ts';
import { WordsMissing } from './WordsMissing.tsx';
import '../styles/field.css';

const rights = ['pay', 'papers', 'leave', 'adviceFirst', 'threats', 'speakUp', 'anyone', 'noPromise'].map(
  (right) => `directory:rights.${right}`,
);

/** Everything on the card that is said to the person. */
const spoken = [
  ...['card.intro', 'card.nothingKept', 'lines.askFirst', 'lines.interpreter', 'card.safeToTake', 'card.thanks'].map(
    (part) => `directory:${part}`,
  ),
  ...rights,
  ...directory.flatMap(({ id }) => ['name', 'for', 'shares'].map((part) => `directory:entries.${id}.${part}`)),
];

export const InformationCard = () => {
  const { t } = useTranslation('field');
  const showing = useSignal(false);
  const words = useTwoLanguages(personLanguage.value ?? undefined, 'directory');
  const above = markAbove(words, spoken);
  const setLanguage = (tag: string) => {
    personLanguage.value = tag;
  };
  return (
    <Page title={words.worker('directory:card.title')} back="/" foot={<Given />}>
      <div class="run-tools">
        <Button
          icon="phone"
          onClick={() => {
            showing.value = true;
          }}
        >
          {t('show.open')}
        </Button>
        <PersonLanguagePick offered={words.offered} value={words.chosen} onChange={setLanguage} allowed={words.allowed} />
      </div>
      <WordsMissing words={words} />
      {above && <StateMark state={above} />}
      <Said words={words} says="directory:card.intro" large above={above} />
      <Said words={words} says="directory:card.nothingKept" above={above} />
      <section aria-label={words.worker('directory:rights.title')}>
        <h2>{words.worker('directory:rights.title')}</h2>
        {rights.map((right) => (
          <Said key={right} words={words} says={right} above={above} />
        ))}
      </section>
      <section aria-label={words.worker('directory:lines.title')}>
        <h2>{words.worker('directory:lines.title')}</h2>
        <Said words={words} says="directory:lines.askFirst" above={above} />
        <Said words={words} says="directory:lines.interpreter" above={above} />
        {directory.map((entry) => (
          <CardEntry key={entry.id} entry={entry} words={words} above={above} />
        ))}
      </section>
      <Notice kind="care" still>
        <Said words={words} says="directory:card.safeToTake" above={above} />
      </Notice>
      <Said words={words} says="directory:card.thanks" above={above} />
      <ShowView
        open={showing.value}
        shown={{ says: ['directory:card.intro', 'directory:card.nothingKept', ...rights, 'directory:lines.askFirst'], numbers: directory }}
        words={words}
        setLanguage={setLanguage}
        onClose={() => {
          showing.value = false;
        }}
      />
    </Page>
  );
};

export default InformationCard;

/** Leaving records nothing. Counting is a second, separate button, and keeps the day and no more. */
const Given = () => {
  const { t } = useTranslation('field');
  const { route } = useLocation();
  const notebook = useNotebook();
  const saving = useSave();
  const count = async () => {
    const says = { person: notebook.newId(), day: notebook.today(), informationOnly: true };
    if (!(await saving.save([{ kind: 'contact', record: notebook.newId(), says, audience: office }]))) return;
    route('/');
    showToast(t('card.counted'));
  };
  return (
    <>
      <SaveProblem failure={saving.failure} />
      <div class="buttons foot-buttons">
        <Button busy={saving.busy} onClick={() => void count()}>
          {t('card.count')}
        </Button>
        <Button kind="main" onClick={() => route('/')}>
          {t('card.done')}
        </Button>
      </div>
    </>
  );
};
