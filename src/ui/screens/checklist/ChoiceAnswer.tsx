/** One choice or several, as large targets in both languages. */
import { codesIn, toggled, whyUnanswered } from '../../../forms/walk/answers.ts';
import type { Asked } from '../../../forms/walk/places.ts';
import { marksOf } from '../../../forms/walk/questions.ts';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import type { AnswerProps } from './answerProps.ts';

/** More than this is looked for by typing. */
const most = 12;
export const isLong = ({ item, state }: Asked): boolean =>
  (state.choices?.length ?? 0) > most ||
  ((state.choices?.length ?? 0) > 6 && /(^|\s)(minimal|autocomplete|search)/u.test(item.appearance ?? ''));

/** In the person's language beneath, or the worker's second, unless it would only say the same again. */
export const optionsOf = ({ step: { wording }, asked }: Pick<AnswerProps, 'step' | 'asked'>): readonly Option<string>[] =>
  (asked.state.choices ?? []).map((choice) => {
    const { words } = wording;
    const says = wording.choice(asked, choice);
    const [label, theirs] = [words.worker(says), words.same ? (words.beside?.say(says) ?? '') : words.person(says)];
    const hint = theirs === label || theirs === '' ? undefined : theirs;
    return { value: choice.name, label, hint, hintLang: hint && (words.same ? words.beside?.tag : words.personTag) };
  });

/** The choices that stand: those said; while nothing was said, those filled in beforehand. */
export const chosenOf = ({ answer, text }: Pick<AnswerProps, 'answer' | 'text'>): readonly string[] => {
  if (answer?.is !== undefined) return whyUnanswered(answer) === undefined ? [answer.is] : [];
  return answer?.several?.length ? codesIn(answer) : text.split(' ').filter((code) => code !== '');
};

/** Of one tick more or less: which it was. */
const tickedIn = (before: readonly string[], after: readonly string[]): string | undefined =>
  after.find((code) => !before.includes(code)) ?? before.find((code) => !after.includes(code));

export const sayTicked = (props: AnswerProps, after: readonly string[]): void => {
  const before = chosenOf(props);
  const ticked = tickedIn(before, after);
  if (ticked !== undefined) props.onSay({ several: toggled(before, ticked, marksOf(props.asked).alone) });
};

/** Short words stand beside each other; sentences beneath. */
const chipsUpTo = 14;

export const ChoiceAnswer = (props: AnswerProps) => {
  const { asked, answer, text, legend, onSay } = props;
  const options = optionsOf(props);
  if (asked.item.type === 'select_multiple')
    return (
      <Choices
        legend={legend}
        legendHidden
        layout="list"
        options={options}
        value={chosenOf(props)}
        onChange={(after) => sayTicked(props, after)}
      />
    );
  const isShort = options.length <= 4 && options.every(({ label }) => label.length <= chipsUpTo);
  return (
    <Choice
      legend={legend}
      legendHidden
      layout={isShort ? 'chips' : 'list'}
      options={options}
      value={answer?.is ?? (text || undefined)}
      onChange={(is) => onSay({ is })}
      clearable
    />
  );
};
