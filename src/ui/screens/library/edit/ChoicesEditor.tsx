/** The answers to choose from: worded side by side, in order, added and taken away. */
import { useTranslation } from 'react-i18next';
import { type Choice, itemsWithPaths } from '../../../../domain/checklist.ts';
import { freeName } from '../../../../forms/editing/items.ts';
import { addChoice, moveChoice, removeChoice, rewordChoice } from '../../../../forms/editing/wording.ts';
import { Button } from '../../../parts/Button.tsx';
import { spelledName } from '../LanguagesTab.tsx';
import type { EditItemProps } from './edited.ts';
import { useLanguagesBeside } from './WordsEditor.tsx';

interface ChoicesProps extends EditItemProps {
  readonly list: string;
}

export const ChoicesEditor = (props: ChoicesProps) => {
  const { t } = useTranslation('library');
  const { checklist, change, list } = props;
  const choices = checklist.lists[list] ?? [];
  const users = itemsWithPaths(checklist.items).filter(({ item }) => item.list === list).length;
  const add = () =>
    change(
      addChoice(checklist, list, {
        name: freeName(
          choices.map(({ name }) => name),
          `answer-${choices.length + 1}`,
        ),
        labels: {},
      }),
    );
  return (
    <fieldset class="edit-choices">
      <legend>{t('edit.choices.title')}</legend>
      {users > 1 && <p class="field-hint">{t('edit.choices.shared', { count: users })}</p>}
      <ol class="edit-choice-rows">
        {choices.map((choice, at) => (
          <li key={choice.name}>
            <ChoiceRow {...props} choice={choice} at={at} />
          </li>
        ))}
      </ol>
      <Button icon="plus" onClick={add}>
        {t('edit.choices.add')}
      </Button>
    </fieldset>
  );
};

const ChoiceRow = ({ checklist, change, list, choice, at }: ChoicesProps & { readonly choice: Choice; readonly at: number }) => {
  const { t } = useTranslation('library');
  const shown = useLanguagesBeside(checklist);
  const { name } = choice;
  const number = at + 1;
  return (
    <div class="edit-choice">
      {shown.map((language) => (
        <input
          key={language.name}
          class="input"
          type="text"
          autocomplete="off"
          maxLength={500}
          aria-label={t('edit.choices.words', { number, language: spelledName(language, t('import.languages.noName')) })}
          placeholder={spelledName(language, t('import.languages.noName'))}
          lang={language.code ?? undefined}
          dir="auto"
          value={choice.labels[language.name] ?? ''}
          onInput={(event) =>
            change(rewordChoice(checklist, list, name, language.name, event.currentTarget.value), `choice ${list} ${name} ${language.name}`)
          }
        />
      ))}
      <span class="edit-choice-buttons">
        <MoveButton label={t('edit.choices.up', { number })} sign="↑" onClick={() => change(moveChoice(checklist, list, name, -1))} />
        <MoveButton label={t('edit.choices.down', { number })} sign="↓" onClick={() => change(moveChoice(checklist, list, name, 1))} />
        <Button
          kind="quiet"
          icon="trash"
          label={t('edit.choices.remove', { number })}
          onClick={() => change(removeChoice(checklist, list, name))}
        />
      </span>
    </div>
  );
};

const MoveButton = ({ label, sign, onClick }: { readonly label: string; readonly sign: string; readonly onClick: () => void }) => (
  <button type="button" class="button button-quiet button-sign" aria-label={label} title={label} onClick={onClick}>
    <span aria-hidden="true">{sign}</span>
  </button>
);
