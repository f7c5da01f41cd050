/**
 * Talks with one person beside each other, topic by topic: what was said then and what is said now. Nothing is scored, and a
 * change is no sign that either was untrue.
 */
import type { Answer, Answers } from '../../domain/screening.ts';
import type { Run } from '../engine/run.ts';
import { textOf, whyUnanswered } from './answers.ts';
import type { Asked } from './places.ts';
import { marksOf, questionsToAsk } from './questions.ts';

export interface Talk {
  readonly run: Run;
  readonly answers: Answers;
}

export interface Said {
  readonly asked: Asked;
  readonly answer: Answer | undefined;
}

export interface ComparedTopic {
  readonly id: string;
  /** One for each talk, in their order; `null` where the question was not part of it. */
  readonly said: readonly (Said | null)[];
  /** Two talks gave two different answers. Not having asked is no answer. */
  readonly changed: boolean;
}

/** Our own questions are the same wherever they stand; an organisation's only within its own checklist. */
const topicId = ({ run }: Talk, asked: Asked): string => {
  const { topic } = marksOf(asked);
  return topic === undefined ? `${run.loaded.checklist.id} ${asked.key}` : `topic ${topic}`;
};

/** The order of ticking is no difference, but the order of a ranking is. */
const spelled = ({ asked, answer }: Said): string =>
  asked.item.type === 'rank' ? textOf(answer) : textOf(answer).split(' ').sort().join(' ');

const answeredIn = (said: readonly (Said | null)[]): readonly Said[] =>
  said.flatMap((one) => (one && whyUnanswered(one.answer) === undefined ? [one] : []));

/** In the order of the checklists; only topics that some talk has an answer to. */
export const compareTalks = (talks: readonly Talk[]): readonly ComparedTopic[] => {
  const rows = new Map<string, (Said | null)[]>();
  talks.forEach((talk, at) => {
    for (const asked of questionsToAsk(talk.run)) {
      const id = topicId(talk, asked);
      const row = rows.get(id) ?? talks.map(() => null);
      row[at] = { asked, answer: talk.answers[asked.key] };
      rows.set(id, row);
    }
  });
  return [...rows]
    .map(([id, said]) => ({ id, said, changed: new Set(answeredIn(said).map(spelled)).size > 1 }))
    .filter(({ said }) => answeredIn(said).length > 0);
};
