/**
 * One run of the checklist with one person. Privacy first, then the limits, the age and an offer that may be declined;
 * only then questions. Everything is kept as it is tapped; at the end one entry is written. There is no score.
 */

import { useMemo, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { assignmentsFor } from '../../domain/assignment.ts';
import { contactRows } from '../../domain/contactSummary.ts';
import { screeningIn } from '../../domain/records.ts';
import { followsMinorPath, type Screening } from '../../domain/screening.ts';
import { adult } from '../../forms/library/adult.ts';
import { loadedOf } from '../../forms/walk/openAnswers.ts';
import { currentLanguage, personLanguage } from '../../i18n/language.ts';
import type { Notebook } from '../../store/notebook.ts';
import { LinkButton } from '../parts/Button.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Page } from '../parts/Page.tsx';
import { useNotebook } from '../useNotebook.ts';
import { whenIdle } from '../whenIdle.ts';
import { Run } from './checklist/Run.tsx';
import { SavedScreening } from './checklist/SavedScreening.tsx';
import { beginScreening, draftOfPaused, type GoesOn, type ScreeningDraft, screeningDraftId } from './checklist/screeningDraft.ts';
import { usualWay } from './checklist/wayPreference.ts';
import { wordingFor } from './twoLanguages.ts';
import '../styles/field.css';

export const RunChecklist = () => {
  const { t } = useTranslation('field');
  const { query } = useLocation();
  const screening = useRoute().params.screening ?? '';
  const notebook = useNotebook();
  const begun = notebook.drafts.find(screeningDraftId(screening)) !== undefined;
  const paused = begun || query.go ? pausedHere(notebook, screening) : null;
  if (paused?.stands) return <GoneOn key={screening} paused={paused} stands={paused.stands} />;
  if (notebook.record(screening)) return <SavedScreening key={screening} record={screening} />;
  if (begun || query.person) return <Begun key={screening} screening={screening} person={query.person ?? ''} />;
  return (
    <Page title={t('screening.nothing.title')} back="/">
      <Empty
        title={t('screening.nothing.text')}
        action={
          <LinkButton kind="main" href="/list">
            {t('person.nobody.list')}
          </LinkButton>
        }
      />
    </Page>
  );
};

export default RunChecklist;

/** The expressions of the checklist that most begin with: to read them takes as long as to draw a question. */
export const prepare = (): void => whenIdle(() => void loadedOf(adult));

/** What the newest contact with this person says is a beginning; the worker checks each of it again. */
const useBeginning = (person: string): ScreeningDraft => {
  const notebook = useNotebook();
  return useMemo(() => {
    const latest = contactRows(notebook.aboutPerson(person))[0]?.contact;
    const age = latest?.ageGroup;
    return beginScreening({
      person,
      day: notebook.today(),
      personTag: wordingFor(latest?.language) ?? personLanguage.peek() ?? currentLanguage.peek(),
      ageGroup: age && followsMinorPath(age) ? age : undefined,
      interpreter: latest?.interpreter,
      way: usualWay(),
    });
  }, []);
};

const Begun = ({ screening, person }: { readonly screening: string; readonly person: string }) => (
  <Run screening={screening} initial={useBeginning(person)} />
);

/** What was paused and may be gone on with here: handed to me by a supervisor, or my own. */
const pausedHere = (notebook: Notebook, screening: string): GoesOn | null => {
  const mine = assignmentsFor(notebook.me.person, notebook.recordsOf, notebook.record);
  const handed = mine.find((one) => one.screening === screening && one.standing === 'open');
  if (handed) return handed;
  const state = notebook.record(screening);
  const stands = state ? screeningIn(state) : null;
  return state && stands?.outcome === 'paused' ? { screening, heads: state.heads, stands } : null;
};

/** Held as it stood when it was taken up: what arrives meanwhile was not seen by whoever goes on. */
const GoneOn = ({ paused, stands }: { readonly paused: GoesOn; readonly stands: Screening }) => {
  const [goesOn] = useState(paused);
  const initial = useMemo(() => draftOfPaused(stands, usualWay()), []);
  return <Run screening={goesOn.screening} initial={initial} goesOn={goesOn} />;
};
