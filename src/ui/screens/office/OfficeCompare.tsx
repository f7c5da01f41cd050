/** Talks with one person beside each other: a row for each topic, a column for each talk. What differs says so in words; nothing is scored. */
import '../../styles/compare.css';
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { personOf, screeningIn, writtenFirst } from '../../../domain/records.ts';
import type { Screening } from '../../../domain/screening.ts';
import { compareTalks } from '../../../forms/walk/compare.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';
import { useAllKept } from '../kept/useKept.ts';
import { type ComparedTalk, CompareTable } from './CompareTable.tsx';
import { usePersonName } from './recordWords.ts';

interface Talk {
  readonly record: Id;
  readonly screening: Screening;
  readonly worker: string;
}

/** Those with answers, oldest first. */
export const useTalks = (person: Id | null): readonly Talk[] => {
  const notebook = useNotebook();
  const records = person === null ? [] : notebook.aboutPerson(person);
  return records
    .flatMap((state) => {
      const screening = screeningIn(state);
      const hasAnswers = screening !== null && Object.keys(screening.answers ?? {}).length > 0;
      return hasAnswers ? [{ record: state.record, screening, worker: writtenFirst(state)?.body.by.name ?? '' }] : [];
    })
    .sort((a, b) => (a.screening.day < b.screening.day ? -1 : a.screening.day > b.screening.day ? 1 : a.record < b.record ? -1 : 1));
};

/** So many columns can be read beside each other; more can be chosen. */
const shownAtFirst = 3;

export const OfficeCompare = ({ record }: { readonly record: Id }) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const state = notebook.record(record);
  const person = state ? personOf(state) : null;
  const talks = useTalks(person);
  const chosen = useSignal<readonly Id[]>(talks.slice(-shownAtFirst).map((talk) => talk.record));
  const onlyChanged = useSignal(false);
  const name = usePersonName(notebook)(person);
  return (
    <Page title={t('record.compare.title')} back={`/r/${record}`} wide>
      <div class="compare-page">
        <p class="office-step">{name}</p>
        <p class="office-words">{t('field:person.compare.text')}</p>
        <div class="compare-choices">
          {talks.length > 2 && <WhichTalks talks={talks} chosen={chosen.value} onChange={(which) => (chosen.value = which)} />}
          <Choice
            legend={t('field:person.compare.show')}
            options={[
              { value: 'all', label: t('field:person.compare.all') },
              { value: 'changed', label: t('field:person.compare.changed') },
            ]}
            value={onlyChanged.value ? 'changed' : 'all'}
            onChange={(which) => {
              onlyChanged.value = which === 'changed';
            }}
          />
          <Button icon="print" onClick={() => print()}>
            {t('record.compare.print')}
          </Button>
        </div>
        <Compared talks={talks.filter((talk) => chosen.value.includes(talk.record))} onlyChanged={onlyChanged.value} />
      </div>
    </Page>
  );
};

interface WhichProps {
  readonly talks: readonly Talk[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

const WhichTalks = ({ talks, chosen, onChange }: WhichProps) => {
  const { t, i18n } = useTranslation('office');
  return (
    <Choices
      legend={t('record.compare.which')}
      options={talks.map(({ record, screening, worker }) => ({
        value: record,
        label: formatDay(screening.day, i18n.language),
        hint: worker,
      }))}
      value={chosen}
      onChange={onChange}
    />
  );
};

const Compared = ({ talks, onlyChanged }: { readonly talks: readonly Talk[]; readonly onlyChanged: boolean }) => {
  const { t } = useTranslation('office');
  const kept = useAllKept(talks.map(({ screening }) => screening));
  const here = talks.flatMap(({ worker, record }, at): readonly ComparedTalk[] => {
    const opened = kept[at];
    return opened ? [{ record, worker, kept: opened }] : [];
  });
  const topics = compareTalks(here.map(({ kept: { run, screening } }) => ({ run, answers: screening.answers ?? {} })));
  const shown = topics.filter(({ changed }) => changed || !onlyChanged);
  const missing = talks.length - here.length;
  return (
    <>
      {missing > 0 && <p class="office-hint">{t('record.compare.notArrived', { count: missing })}</p>}
      {shown.length === 0 ? <p role="status">{t('record.compare.nothing')}</p> : <CompareTable talks={here} topics={shown} />}
    </>
  );
};
