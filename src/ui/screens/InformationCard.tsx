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
import { DraftMark, Said } from './Said.tsx';
import { SaveProblem } from './saving/SaveProblem.tsx';
import { useSave } from './saving/useSave.ts';
import { useTwoLanguages } from './twoLanguages.ts';
import { WordsMissing } from './WordsMissing.tsx';
import '../styles/field.css';

const rights = ['pay', 'papers', 'leave', 'adviceFirst', 'threats', 'speakUp', 'anyone', 'noPromise'].map(
  (right) => `directory:rights.${right}`,
);

export const InformationCard = () => {
  const { t } = useTranslation('field');
  const showing = useSignal(false);
  const words = useTwoLanguages(personLanguage.value ?? undefined, 'directory');
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
        <PersonLanguagePick offered={words.offered} value={words.chosen} onChange={setLanguage} />
      </div>
      <WordsMissing words={words} />
      {words.draft && <DraftMark />}
      <Said words={words} says="directory:card.intro" large unmarked />
      <Said words={words} says="directory:card.nothingKept" unmarked />
      <section aria-label={words.worker('directory:rights.title')}>
        <h2>{words.worker('directory:rights.title')}</h2>
        {rights.map((right) => (
          <Said key={right} words={words} says={right} unmarked />
        ))}
      </section>
      <section aria-label={words.worker('directory:lines.title')}>
        <h2>{words.worker('directory:lines.title')}</h2>
        <Said words={words} says="directory:lines.askFirst" unmarked />
        <Said words={words} says="directory:lines.interpreter" unmarked />
        {directory.map((entry) => (
          <CardEntry key={entry.id} entry={entry} words={words} />
        ))}
      </section>
      <Notice kind="care" still>
        <Said words={words} says="directory:card.safeToTake" unmarked />
      </Notice>
      <Said words={words} says="directory:card.thanks" unmarked />
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
