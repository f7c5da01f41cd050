/** The language a question is asked in at this moment, and how far people have looked at its words: it is kept with the answer. */
import type { AskedIn } from '../../../domain/screening.ts';
import { isCheckedState, leastOf } from '../../../domain/wordingStates.ts';
import type { Asked } from '../../../forms/walk/places.ts';
import type { AskingStep } from './runStep.ts';

/** Of the question, its hint and its choices, what was looked at least. Under 18 nothing is asked of anybody. */
export const askedIn = ({ wording, asking, listened }: AskingStep, asked: Asked): AskedIn | undefined => {
  if (asking.checklist.meantFor === 'under-18') return undefined;
  const { words } = wording;
  const hint = wording.part(asked, 'hint');
  const choices = (asked.state.choices ?? []).map((choice) => wording.choice(asked, choice));
  const says = [wording.ask(asked), ...(hint ? [hint] : []), ...choices];
  const state = leastOf(says.map((each) => (words.lacks(each) ? 'missing' : words.stateOf(each))));
  const { allowed } = words;
  const heard = listened.get(wording.ask(asked));
  return {
    in: words.personTag,
    state,
    ...(allowed && !isCheckedState(state) ? { allowed: allowed.record } : {}),
    ...(heard ? { heard } : {}),
  };
};
