/** When it is asked: picked from answers to questions that come before. What cannot be picked can be written, and is checked. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { itemsWithPaths } from '../../../../domain/checklist.ts';
import { isAsked } from '../../../../domain/itemTypes.ts';
import { type Condition, conditionOf, expressionOf, holdsSeveral, type Pick as Picked } from '../../../../forms/editing/conditions.ts';
import { changeItem } from '../../../../forms/editing/items.ts';
import { parseExpression } from '../../../../forms/expression/parse.ts';
import { Button } from '../../../parts/Button.tsx';
import { Choice } from '../../../parts/Choice.tsx';
import { TextArea } from '../../../parts/TextArea.tsx';
import type { EditItemProps } from './edited.ts';
import { PickRow, type QuestionBefore } from './PickRow.tsx';

/** Questions above it, whose names mean one thing only. */
const questionsBefore = ({ checklist, path }: EditItemProps): readonly QuestionBefore[] => {
  const all = itemsWithPaths(checklist.items);
  const names = all.map(({ item }) => item.name);
  const at = all.findIndex((found) => found.path === path);
  return all
    .slice(0, Math.max(0, at))
    .filter(({ item }) => isAsked(item) && names.indexOf(item.name) === names.lastIndexOf(item.name))
    .map(({ item }) => ({ item, choices: item.list === undefined ? [] : (checklist.lists[item.list] ?? []) }));
};

export const ConditionEditor = (props: EditItemProps) => {
  const { t } = useTranslation('library');
  const { checklist, change, path, item } = props;
  const writing = useSignal(false);
  // Half-picked rows say nothing yet and so are not in the rule: they are kept here while they are picked.
  const picking = useSignal<Condition | null>(null);
  const questions = questionsBefore(props);
  const condition = picking.value ?? conditionOf(item.relevant);
  const put = (relevant: string | undefined, what?: string) =>
    change(
      changeItem(checklist, path, (before) => ({ ...before, relevant })),
      what,
    );
  const pick = (next: Condition) => {
    picking.value = next;
    put(expressionOf(next, (name) => questions.some((each) => each.item.name === name && holdsSeveral(each.item))));
  };
  return (
    <fieldset class="edit-condition">
      <legend>{t('edit.condition.title')}</legend>
      {condition && !writing.value ? (
        <PickedRows condition={condition} questions={questions} onPick={pick} checklist={checklist} />
      ) : (
        <Written text={item.relevant ?? ''} onWrite={(text) => put(text.trim() === '' ? undefined : text, `rule ${path}`)} />
      )}
      <Button
        kind="quiet"
        disabled={writing.value && conditionOf(item.relevant) === null}
        onClick={() => {
          writing.value = !writing.value;
          picking.value = null;
        }}
      >
        {t(condition && !writing.value ? 'edit.condition.write' : 'edit.condition.pick')}
      </Button>
    </fieldset>
  );
};

interface PickedProps {
  readonly condition: Condition;
  readonly questions: readonly QuestionBefore[];
  readonly onPick: (condition: Condition) => void;
  readonly checklist: EditItemProps['checklist'];
}

const PickedRows = ({ condition, questions, onPick, checklist }: PickedProps) => {
  const { t } = useTranslation('library');
  const { match, picks } = condition;
  const putAt = (at: number, pick: Picked) => onPick({ match, picks: picks.map((each, place) => (place === at ? pick : each)) });
  const [first] = questions;
  return (
    <>
      {picks.length === 0 && <p>{t('edit.condition.always')}</p>}
      {picks.length > 1 && (
        <Choice
          legend={t('edit.condition.match')}
          options={[
            { value: 'all', label: t('edit.condition.all') },
            { value: 'any', label: t('edit.condition.any') },
          ]}
          value={match}
          onChange={(value) => onPick({ match: value ?? match, picks })}
        />
      )}
      {picks.map((pick, at) => (
        <PickRow
          // Rows have no names of their own; their order is what they are.
          key={`${at} ${pick.question}`}
          pick={pick}
          questions={questions}
          checklist={checklist}
          onChange={(next) => putAt(at, next)}
          onRemove={() => onPick({ match, picks: picks.filter((_, place) => place !== at) })}
        />
      ))}
      {first ? (
        <Button icon="plus" onClick={() => onPick({ match, picks: [...picks, { question: first.item.name, says: 'is', answers: [] }] })}>
          {t(picks.length === 0 ? 'edit.condition.only' : 'edit.condition.more')}
        </Button>
      ) : (
        <p class="field-hint">{t('edit.condition.nothingBefore')}</p>
      )}
    </>
  );
};

const Written = ({ text, onWrite }: { readonly text: string; readonly onWrite: (text: string) => void }) => {
  const { t } = useTranslation('library');
  const parsed = text.trim() === '' ? null : parseExpression(text);
  const problem =
    parsed && !parsed.ok
      ? t('edit.condition.wrong', { at: parsed.failure.at + 1, text: parsed.failure.text }) +
        (parsed.failure.suggestion === undefined ? '' : ` ${t('import.suggestion', { text: parsed.failure.suggestion })}`)
      : null;
  return <TextArea label={t('edit.condition.text')} hint={t('edit.condition.textHint')} error={problem} value={text} onInput={onWrite} />;
};
