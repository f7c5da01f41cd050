/** One question of the preview, answered with native fields: the phone's own screens have more around it, not other answers. */
import { useTranslation } from 'react-i18next';
import type { Choice as OneChoice } from '../../../domain/checklist.ts';
import type { NodeState } from '../../../forms/engine/run.ts';
import { plainWords } from '../../../forms/plainWords.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import type { Preview } from './usePreview.ts';

interface AnswerProps {
  readonly state: NodeState;
  readonly label: string;
  readonly preview: Preview;
  readonly language: string;
}

/** Where a press in the list beside leads to. */
export const anchorOf = (path: string): string => `preview-${path.replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0)}_`)}`;

const inputTypes: Readonly<Record<string, 'date' | 'time' | 'text'>> = { date: 'date', time: 'time' };
const numbers = ['integer', 'decimal', 'range'];

const choiceLabel = ({ labels, name }: OneChoice, language: string, fallback: string): string =>
  plainWords(labels[language] || labels[fallback] || '') || name;

export const PreviewAnswer = ({ state, label, preview, language }: AnswerProps) => {
  const { t } = useTranslation('library');
  const { path, item, value, constraintOk } = state;
  const { run, set } = preview;
  const error = constraintOk ? null : plainWords(run.words(path, 'constraint', language)) || t('import.preview.notThis');
  const words = { label, hint: plainWords(run.words(path, 'hint', language)) || undefined, error };
  if (item.type === 'acknowledge')
    return (
      <SeveralAnswer {...words} options={[{ value: 'OK', label: t('import.preview.ok') }]} value={value} set={(said) => set(path, said)} />
    );
  if (state.choices) return <ChoiceAnswer {...words} state={state} preview={preview} language={language} />;
  return (
    <TextInput
      {...words}
      type={inputTypes[item.type] ?? 'text'}
      inputMode={numbers.includes(item.type) ? 'numeric' : undefined}
      value={value}
      onInput={(typed) => set(path, typed)}
    />
  );
};

interface Words {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | null;
}

const ChoiceAnswer = ({ state, preview, language, ...words }: AnswerProps & Words) => {
  const { path, item, value, choices } = state;
  const { defaultLanguage } = preview.run.loaded.checklist;
  const options = (choices ?? []).map((choice) => ({ value: choice.name, label: choiceLabel(choice, language, defaultLanguage) }));
  const set = (said: string) => preview.set(path, said);
  if (item.type !== 'select_one') return <SeveralAnswer {...words} options={options} value={value} set={set} />;
  const { label, ...others } = words;
  return (
    <Choice
      {...others}
      legend={label}
      layout="list"
      clearable
      options={options}
      value={value === '' ? undefined : value}
      onChange={(chosen) => set(chosen ?? '')}
    />
  );
};

interface SeveralProps extends Words {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly set: (value: string) => void;
}

const SeveralAnswer = ({ label, value, set, ...words }: SeveralProps) => (
  <Choices
    {...words}
    legend={label}
    layout="list"
    value={value === '' ? [] : value.split(' ')}
    onChange={(chosen) => set(chosen.join(' '))}
  />
);
