/** The table of talks beside each other, as it stands on the screen and on paper. */
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { whyUnanswered } from '../../../forms/walk/answers.ts';
import type { ComparedTopic, Said } from '../../../forms/walk/compare.ts';
import { marksOf } from '../../../forms/walk/questions.ts';
import { Tag } from '../../parts/Tag.tsx';
import { formatDay } from '../../words.ts';
import { useCodeWords } from '../codeWords.ts';
import { useAnswerWords } from '../kept/answerWords.ts';
import { whichOf } from '../kept/questionWords.ts';
import type { Kept } from '../kept/useKept.ts';
import { AnswerMeta } from './AnswerRow.tsx';

export interface ComparedTalk {
  readonly record: Id;
  readonly worker: string;
  readonly kept: Kept;
}

interface TableProps {
  readonly talks: readonly ComparedTalk[];
  readonly topics: readonly ComparedTopic[];
}

export const CompareTable = ({ talks, topics }: TableProps) => {
  const { t } = useTranslation('office');
  const title = t('record.compare.title');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen moves sideways on its own, by keys too, so it takes the focus.
    <div class="compare-scroll" role="region" aria-label={title} tabIndex={0}>
      <table class="compare-table">
        <caption class="only-read-out">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('record.compare.topic')}</th>
            {talks.map((talk) => (
              <TalkHead key={talk.record} talk={talk} />
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <TopicRow key={topic.id} topic={topic} talks={talks} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const TalkHead = ({ talk: { kept, worker, record } }: { readonly talk: ComparedTalk }) => {
  const { i18n } = useTranslation('office');
  const { word } = useCodeWords();
  const { screening, wording } = kept;
  return (
    <th scope="col">
      <a href={`/r/${record}`}>{formatDay(screening.day, i18n.language)}</a>
      <span class="compare-by">{worker}</span>
      <span class="compare-by" dir="auto">
        {wording.words.worker(wording.title)}
      </span>
      <span class="compare-by">{word('outcome', screening.outcome)}</span>
    </th>
  );
};

const TopicRow = ({ topic: { said, changed }, talks }: { readonly topic: ComparedTopic; readonly talks: readonly ComparedTalk[] }) => {
  const { t } = useTranslation('office');
  const at = said.findIndex((one) => one !== null);
  const [any, talk] = [said[at], talks[at]];
  if (!any || !talk) return null;
  const { words, topic } = talk.kept.wording;
  return (
    <tr>
      <th scope="row">
        <span dir="auto">
          {words.worker(topic(marksOf(any.asked).topic, any.asked)) || any.asked.item.name}
          {whichOf(any.asked.path)}
        </span>
        {changed && <Tag>{t('field:person.compare.differs')}</Tag>}
      </th>
      {talks.map(({ record, kept }, column) => (
        <td key={record}>
          <SaidThen said={said[column] ?? null} kept={kept} />
        </td>
      ))}
    </tr>
  );
};

const SaidThen = ({ said, kept }: { readonly said: Said | null; readonly kept: Kept }) => {
  const { t } = useTranslation('office');
  const words = useAnswerWords();
  if (!said) return <span class="answer-none">{t('field:person.compare.notPart')}</span>;
  const { asked, answer } = said;
  return (
    <div class="compare-said">
      <span class={whyUnanswered(answer) ? 'answer-none' : undefined} dir="auto">
        {words.said(kept, asked, answer)}
      </span>
      {answer && <AnswerMeta answer={answer} />}
    </div>
  );
};
