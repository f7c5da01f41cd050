/** One person over time: what was noted, agreed and reviewed, where each record has got to, and what can be done next. */

import { useMemo } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../domain/fold.ts';
import { type Person, personCode } from '../../domain/person.ts';
import { languageSpoken, personDetails, timelineOf } from '../../domain/personTimeline.ts';
import { LinkButton } from '../parts/Button.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Page } from '../parts/Page.tsx';
import { showToast } from '../parts/Toast.tsx';
import { useNotebook } from '../useNotebook.ts';
import { ConsentForm } from './ConsentForm.tsx';
import { useCodeWords } from './codeWords.ts';
import { compareHref, consentHref, newContactHref, personHref, runHref } from './hrefs.ts';
import { AnswerReview } from './person/AnswerReview.tsx';
import { CompareTalks, talksToCompare } from './person/CompareTalks.tsx';
import { ConsentStanding } from './person/ConsentStanding.tsx';
import { CorrectContact } from './person/CorrectContact.tsx';
import { CorrectPerson } from './person/CorrectPerson.tsx';
import { Disagreements } from './person/Disagreements.tsx';
import { PersonDraft } from './person/PersonDraft.tsx';
import { TimelineRecord } from './person/TimelineRecord.tsx';
import { wordingFor } from './twoLanguages.ts';
import '../styles/field.css';

export const PersonPage = () => {
  const { t } = useTranslation('field');
  const { route, query } = useLocation();
  const person = useRoute().params.person ?? '';
  const notebook = useNotebook();
  const { word } = useCodeWords();
  const records = notebook.aboutPerson(person);
  const details = personDetails(records, person);
  const code = personCode(person);
  const title = details?.cue ? t('person.title.cue', { code, cue: word('cue', details.cue) }) : t('person.title.code', { code });
  const done = () => {
    route(personHref(person), true);
    showToast(t('save.done'));
  };
  const find = (record: string | undefined) => records.find((state) => state.record === record);
  if (records.length === 0) return <NobodyHere title={title} />;
  if (query.consent) {
    return (
      <Page title={t('consent.title')} back={personHref(person)}>
        <p class="quiet">{t('person.code.is', { code })}</p>
        <ConsentForm person={person} personTag={wordingFor(languageSpoken(records))} onSaved={done} />
      </Page>
    );
  }
  if (query.compare) return <CompareTalks title={title} back={personHref(person)} talks={talksToCompare(records)} />;
  const corrected = find(query.correct);
  if (corrected?.kind === 'contact')
    return <CorrectContact key={corrected.record} state={corrected} back={personHref(person)} onSaved={done} />;
  if (corrected?.kind === 'person')
    return <CorrectPerson key={corrected.record} state={corrected} back={personHref(person)} onSaved={done} />;
  const answered = find(query.answer);
  if (answered) return <AnswerReview key={answered.record} state={answered} back={personHref(person)} onSaved={done} />;
  return <Overview title={title} person={person} details={details} records={records} />;
};

export default PersonPage;

const NobodyHere = ({ title }: { readonly title: string }) => {
  const { t } = useTranslation('field');
  return (
    <Page title={title} back="/list">
      <Empty
        title={t('person.nobody.title')}
        action={
          <LinkButton kind="main" href="/list">
            {t('person.nobody.list')}
          </LinkButton>
        }
      >
        {t('person.nobody.text')}
      </Empty>
    </Page>
  );
};

interface OverviewProps {
  readonly title: string;
  readonly person: string;
  readonly details: Person | null;
  readonly records: readonly RecordState[];
}

const Overview = ({ title, person, details, records }: OverviewProps) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const run = useMemo(() => notebook.newId(), [person]);
  const own = records.find(({ record }) => record === person);
  return (
    <Page
      title={title}
      back="/list"
      foot={
        <LinkButton kind="main" wide icon="plus" href={newContactHref(person)}>
          {t('today.newContact')}
        </LinkButton>
      }
    >
      <div class="buttons">
        <LinkButton icon="list" href={runHref(run, person)}>
          {t('person.do.checklist')}
        </LinkButton>
        <LinkButton icon="check" href={consentHref(person)}>
          {t('person.do.consent')}
        </LinkButton>
      </div>
      <PersonDraft person={person} />
      {own && <Disagreements state={own} />}
      <AboutPerson person={person} details={details} />
      <ConsentStanding records={records} />
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('person.timeline.title')}</h2>
        {talksToCompare(records).length > 1 && (
          <LinkButton icon="list" href={compareHref(person)}>
            {t('person.compare.open')}
          </LinkButton>
        )}
        {timelineOf(records).map((state) => (
          <TimelineRecord key={state.record} state={state} person={person} />
        ))}
      </section>
    </Page>
  );
};

const AboutPerson = ({ person, details }: { readonly person: string; readonly details: Person | null }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  const groups = details?.groups;
  return (
    <details class="more">
      <summary>{t('person.about.title')}</summary>
      <p>{t('person.code.is', { code: personCode(person) })}</p>
      <p>{details?.cue ? t('person.about.cue', { cue: word('cue', details.cue) }) : t('person.about.noCue')}</p>
      <p>
        {groups
          ? [word('groupsHow', groups.how), ...groups.codes.map((code) => word('group', code))].join(' · ')
          : t('person.about.noGroups')}
      </p>
      {details && (
        <LinkButton kind="quiet" icon="note" href={`${personHref(person)}?correct=${person}`}>
          {t('person.about.correct')}
        </LinkButton>
      )}
    </details>
  );
};
