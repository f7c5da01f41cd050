/** Two talks with one person, topic by topic, then and now. Readable on a phone: one topic beneath the other. Nothing is scored. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/fold.ts';
import { screeningIn } from '../../../domain/records.ts';
import type { Screening } from '../../../domain/screening.ts';
import { type ComparedTopic, compareTalks, type Said } from '../../../forms/walk/compare.ts';
import { marksOf } from '../../../forms/walk/questions.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Page } from '../../parts/Page.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { formatDay } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { useAnswerWords } from '../kept/answerWords.ts';
import { type Kept, useAllKept } from '../kept/useKept.ts';

interface KeptTalk {
  readonly record: string;
  readonly screening: Screening;
}

/** Oldest first: those with answers. */
export const talksToCompare = (records: readonly RecordState[]): readonly KeptTalk[] =>
  records
    .flatMap((state) => {
      const screening = screeningIn(state);
      return screening && Object.keys(screening.answers ?? {}).length > 0 ? [{ record: state.record, screening }] : [];
    })
    .sort((a, b) => (a.screening.day < b.screening.day ? -1 : a.screening.day > b.screening.day ? 1 : 0));

export interface CompareTalksProps {
  readonly title: string;
  readonly back: string;
  readonly talks: readonly KeptTalk[];
}

export const CompareTalks = ({ title, back, talks }: CompareTalksProps) => {
  const { t } = useTranslation('field');
  const first = useSignal(talks[0]?.record ?? '');
  const second = useSignal(talks.at(-1)?.record ?? '');
  const all = useSignal(false);
  const lang = currentLanguage.value;
  const options = talks.map(({ record, screening }) => ({ value: record, label: formatDay(screening.day, lang) }));
  const compared = [first.value, second.value].flatMap((record) => talks.find((talk) => talk.record === record) ?? []);
  return (
    <Page title={t('person.compare.title')} back={back}>
      <p class="quiet">{title}</p>
      <p>{t('person.compare.text')}</p>
      {talks.length > 2 && (
        <div class="moment-parts">
          <Pick
            label={t('person.compare.first')}
            options={options}
            value={first.value}
            onChange={(record) => {
              if (record) first.value = record;
            }}
          />
          <Pick
            label={t('person.compare.second')}
            options={options}
            value={second.value}
            onChange={(record) => {
              if (record) second.value = record;
            }}
          />
        </div>
      )}
      <Choice
        legend={t('person.compare.show')}
        options={[
          { value: 'changed', label: t('person.compare.changed') },
          { value: 'all', label: t('person.compare.all') },
        ]}
        value={all.value ? 'all' : 'changed'}
        onChange={(which) => {
          all.value = which === 'all';
        }}
      />
      <Topics talks={compared} all={all.value} />
    </Page>
  );
};

/** The talks opened to be read, as far as their checklists are on this phone. */
const useOpenTalks = (talks: readonly KeptTalk[]) => {
  const open = useAllKept(talks.map(({ screening }) => screening)).filter((kept) => kept !== null);
  const rows = compareTalks(open.map(({ run, screening }) => ({ run, answers: screening.answers ?? {} })));
  return { open, rows };
};

const Topics = ({ talks, all }: { readonly talks: readonly KeptTalk[]; readonly all: boolean }) => {
  const { t } = useTranslation('field');
  const { open, rows } = useOpenTalks(talks);
  const shown = rows.filter(({ changed }) => all || changed);
  if (shown.length === 0) return <p role="status">{t('person.compare.nothing')}</p>;
  return (
    <ul role="list" class="compared">
      {shown.map((topic) => (
        <TopicRow key={topic.id} topic={topic} open={open} />
      ))}
    </ul>
  );
};

const TopicRow = ({ topic: { said, changed }, open }: { readonly topic: ComparedTopic; readonly open: readonly Kept[] }) => {
  const { t } = useTranslation('field');
  const at = said.findIndex((one) => one !== null);
  const [any, talk] = [said[at], open[at]];
  if (!any || !talk) return null;
  return (
    <li class="compared-topic">
      <div class="record-head">
        <h3 dir="auto">{talk.wording.words.worker(talk.wording.topic(marksOf(any.asked).topic, any.asked))}</h3>
        {changed && <Tag>{t('person.compare.differs')}</Tag>}
      </div>
      <dl class="facts">
        {open.map((kept, place) => (
          <div class="fact" key={`${kept.screening.day} ${place}`}>
            <dt>{formatDay(kept.screening.day, currentLanguage.value)}</dt>
            <dd dir="auto">
              <SaidThen said={said[place] ?? null} kept={kept} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
};

const SaidThen = ({ said, kept }: { readonly said: Said | null; readonly kept: Kept }) => {
  const { t } = useTranslation('field');
  const { word } = useCodeWords();
  const answerWords = useAnswerWords();
  if (!said) return <>{t('person.compare.notPart')}</>;
  const { asked, answer } = said;
  const times = (answer?.time ?? []).map((time) => word('time', time)).join(', ');
  return <>{[answerWords.said(kept, asked, answer), times, answer?.note].filter(Boolean).join(' · ')}</>;
};
