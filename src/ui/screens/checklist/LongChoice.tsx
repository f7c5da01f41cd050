/** A list of dozens or hundreds: a few letters find the choice, in either language. What was chosen stays on top. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../../domain/search.ts';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import type { AnswerProps } from './answerProps.ts';
import { chosenOf, optionsOf, sayTicked } from './ChoiceAnswer.tsx';

/** As many as a thumb scrolls past willingly. */
const shownAtOnce = 8;

const fits = ({ label, hint, value }: Option<string>, wanted: string): boolean =>
  [label, hint ?? '', value].some((text) => foldText(text).includes(wanted));

export const LongChoice = (props: AnswerProps) => {
  const { t } = useTranslation('field');
  const { step, asked, legend, onSay } = props;
  const looking = useSignal('');
  const { workerTag, chosen: personTag } = step.wording.words;
  const options = useMemo(() => optionsOf(props), [asked.state.choices, workerTag, personTag]);
  const wanted = foldText(looking.value.trim());
  const chosen = chosenOf(props);
  const found = options.filter((option) => wanted === '' || fits(option, wanted));
  const [first, rest] = [options.filter(({ value }) => chosen.includes(value)), found.filter(({ value }) => !chosen.includes(value))];
  const shown = [...first, ...rest.slice(0, shownAtOnce)];
  const left = rest.length - shownAtOnce;
  const words = { legend, legendHidden: true, layout: 'list', options: shown } as const;
  return (
    <div class="long-choice">
      <TextInput
        label={t('run.choices.look')}
        type="search"
        value={looking.value}
        onInput={(text) => {
          looking.value = text;
        }}
      />
      {asked.item.type === 'select_multiple' ? (
        <Choices
          {...words}
          value={chosen}
          // What is out of sight stays chosen.
          onChange={(after) => sayTicked(props, after)}
        />
      ) : (
        <Choice {...words} value={chosen[0]} onChange={(is) => onSay({ is })} clearable />
      )}
      <p class="quiet" role="status">
        {found.length === 0 ? t('run.choices.none') : left > 0 && t('run.choices.more', { count: left })}
      </p>
    </div>
  );
};
