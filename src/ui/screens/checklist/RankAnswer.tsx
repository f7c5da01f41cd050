/** An order of choices, tapped one after the other; a tap on one that has its place takes it out again. */
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import type { AnswerProps } from './answerProps.ts';
import { chosenOf, optionsOf } from './ChoiceAnswer.tsx';

export const RankAnswer = (props: AnswerProps) => {
  const { t } = useTranslation('field');
  const order = chosenOf(props);
  const tap = (code: string) => props.onSay({ several: order.includes(code) ? order.filter((each) => each !== code) : [...order, code] });
  return (
    <>
      <p class="field-hint">{t('run.rank.hint')}</p>
      <ul role="list" class="rank">
        {optionsOf(props).map(({ value, label, hint }) => {
          const place = order.indexOf(value) + 1;
          return (
            <li key={value}>
              <Button wide pressed={place > 0} onClick={() => tap(value)}>
                {place > 0 ? t('run.rank.place', { place, label }) : label}
                {hint && <small class="choice-hint"> {hint}</small>}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
};
