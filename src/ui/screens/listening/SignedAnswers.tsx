/** Answers for somebody who listens and does not read: yes, no and skip as signs, others as numbers, each with its sound. */

import { Icon, type IconName } from '../../parts/Icon.tsx';
import type { TwoLanguages } from '../twoLanguages.ts';
import { ListenButton } from './ListenButton.tsx';
import type { Listening } from './useListening.ts';

const signs: Readonly<Record<string, IconName>> = { yes: 'check', no: 'close', 'preferred-not-to-say': 'next', unsure: 'help' };

export interface ShownAnswer {
  readonly value: string;
  readonly says: string;
  readonly chosen: boolean;
}

export interface SignedAnswersProps {
  readonly answers: readonly ShownAnswer[];
  readonly onAnswer?: ((value: string) => void) | undefined;
  readonly words: TwoLanguages;
  readonly listening: Listening;
}

export const SignedAnswers = ({ answers, onAnswer, words, listening }: SignedAnswersProps) => {
  const numbered = answers.filter(({ value }) => !signs[value]);
  return (
    <div class="show-answers" role="group">
      {answers.map((answer) => {
        const { value, says, chosen } = answer;
        const sign = signs[value];
        return (
          <div class="signed-answer" key={value}>
            <button
              type="button"
              class="button button-plain show-answer"
              aria-pressed={chosen}
              aria-label={sign ? words.worker(says) : `${numbered.indexOf(answer) + 1} ${words.worker(says)}`}
              onClick={() => onAnswer?.(value)}
            >
              {sign ? <Icon name={sign} large /> : <span>{numbered.indexOf(answer) + 1}</span>}
            </button>
            <ListenButton listening={listening} words={words} says={says} alone />
          </div>
        );
      })}
    </div>
  );
};
