/** One line of a condition: this question, says this. */
import { useTranslation } from 'react-i18next';
import type { Checklist, Choice as ChoiceOf, Item } from '../../../../domain/checklist.ts';
import type { Pick as Picked } from '../../../../forms/editing/conditions.ts';
import { Button } from '../../../parts/Button.tsx';
import { Choices } from '../../../parts/Choices.tsx';
import { Pick } from '../../../parts/Pick.tsx';
import { Stepper } from '../../../parts/Stepper.tsx';
import { labelIn, readIn } from '../markRows.ts';
import { useItemName } from './edited.ts';

export interface QuestionBefore {
  readonly item: Item;
  readonly choices: readonly ChoiceOf[];
}

export interface PickRowProps {
  readonly pick: Picked;
  readonly questions: readonly QuestionBefore[];
  readonly checklist: Checklist;
  readonly onChange: (pick: Picked) => void;
  readonly onRemove: () => void;
}

type Says = Picked['says'];
const isNumber = ({ type }: Item): boolean => type === 'integer' || type === 'decimal' || type === 'range';

const sayings = (question: QuestionBefore | undefined): readonly Says[] => {
  if (!question) return ['answered'];
  if (question.choices.length > 0) return ['is', 'is-not', 'answered'];
  return isNumber(question.item) ? ['at-least', 'at-most', 'answered'] : ['answered'];
};

const saying = (question: string, says: Says, before: Picked): Picked => {
  if (says === 'answered') return { question, says };
  if (says === 'at-least' || says === 'at-most') return { question, says, number: 'number' in before ? before.number : 0 };
  return { question, says, answers: 'answers' in before && before.question === question ? before.answers : [] };
};

export const PickRow = ({ pick, questions, checklist, onChange, onRemove }: PickRowProps) => {
  const { t, i18n } = useTranslation('library');
  const nameOf = useItemName(checklist);
  const { name } = readIn(checklist, i18n.language);
  const question = questions.find(({ item }) => item.name === pick.question);
  const offered = sayings(question);
  const options = questions.map(({ item }) => ({ value: item.name, label: nameOf(item) }));
  // One that stands further down, or was taken out: shown, so that it can be picked anew.
  const known = question ? options : [...options, { value: pick.question, label: pick.question }];
  const ask = (next: string | undefined) => {
    const found = questions.find(({ item }) => item.name === next);
    if (next && found) onChange(saying(next, sayings(found)[0] ?? 'answered', pick));
  };
  return (
    <div class="edit-pick" role="group" aria-label={t('edit.condition.line')}>
      <Pick label={t('edit.condition.question')} options={known} value={pick.question} onChange={ask} />
      <Pick
        label={t('edit.condition.says')}
        options={offered.map((says) => ({ value: says, label: t(`edit.says.${says}`) }))}
        value={pick.says}
        onChange={(says) => says && onChange(saying(pick.question, says, pick))}
      />
      {'answers' in pick && question && (
        <Choices
          legend={t('edit.condition.answers')}
          options={question.choices.map((choice) => ({ value: choice.name, label: labelIn(choice, name, checklist.defaultLanguage) }))}
          value={pick.answers}
          onChange={(answers) => onChange({ ...pick, answers })}
        />
      )}
      {'number' in pick && (
        <Stepper
          label={t('edit.condition.number')}
          value={pick.number}
          min={-1_000_000}
          max={1_000_000}
          onChange={(number) => onChange({ ...pick, number })}
        />
      )}
      <Button kind="quiet" icon="trash" onClick={onRemove}>
        {t('edit.condition.remove')}
      </Button>
    </div>
  );
};
