/** A value that is only shown, as words: names of choices by their labels, everything else as it is. */
import type { NodeState } from '../../../forms/engine/run.ts';
import type { Wording } from './wording.ts';

export const shownValue = (
  wording: Wording,
  placed: { readonly path: string } & Pick<NodeState, 'item'> & { readonly state?: NodeState },
  value: string,
): string => {
  const choices = placed.state?.choices;
  if (!choices) return value;
  const codes = placed.item.type === 'select_one' ? [value] : value.split(' ');
  return codes
    .filter((code) => code !== '')
    .map((code) => {
      const choice = choices.find(({ name }) => name === code);
      return choice ? wording.words.worker(wording.choice(placed, choice)) : code;
    })
    .join(', ');
};
