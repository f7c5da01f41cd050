/** What was handed over: which things, how many, in which language. */
import { useTranslation } from 'react-i18next';
import { itemsGiven, spokenLanguages } from '../../../domain/codes.ts';
import type { ItemGiven } from '../../../domain/contact.ts';
import { Button } from '../../parts/Button.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { Stepper } from '../../parts/Stepper.tsx';
import { useCodeWords } from '../codeWords.ts';

export interface ItemsFieldProps {
  readonly value: readonly ItemGiven[];
  readonly onChange: (items: ItemGiven[]) => void;
  /** New rows begin in the language of the talk. */
  readonly language: ItemGiven['language'];
}

const maxRows = 20;

export const ItemsField = ({ value, onChange, language }: ItemsFieldProps) => {
  const { t } = useTranslation('field');
  const { options, word, languageBothWays } = useCodeWords();
  const kinds = itemsGiven.filter((item) => value.some((given) => given.item === item));
  const choose = (chosen: readonly ItemGiven['item'][]) =>
    onChange([
      ...value.filter(({ item }) => chosen.includes(item)),
      ...chosen.filter((item) => !kinds.includes(item)).map((item) => ({ item, language, count: 1 })),
    ]);
  const change = (at: number, patch: Partial<ItemGiven>) =>
    onChange(value.map((given, index) => (index === at ? { ...given, ...patch } : given)));
  return (
    <div class="items-field">
      <Choices legend={t('contact.items.label')} options={options('item', itemsGiven)} value={kinds} onChange={choose} />
      {value.map((given, at) => (
        <div class="item-row" role="group" aria-label={word('item', given.item)} key={`${given.item} ${at}`}>
          <Stepper
            label={t('contact.items.count', { item: word('item', given.item) })}
            value={given.count}
            min={1}
            max={999}
            onChange={(count) => change(at, { count })}
          />
          <Pick
            label={t('contact.items.language')}
            options={spokenLanguages.map((code) => ({ value: code, label: languageBothWays(code) }))}
            value={given.language}
            onChange={(chosen) => chosen && change(at, { language: chosen })}
          />
          <div class="buttons">
            <Button
              kind="quiet"
              icon="plus"
              disabled={value.length >= maxRows}
              onClick={() => onChange([...value.slice(0, at + 1), { ...given, count: 1 }, ...value.slice(at + 1)])}
            >
              {t('contact.items.more')}
            </Button>
            <Button
              kind="quiet"
              icon="close"
              label={t('contact.items.remove', { item: word('item', given.item) })}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </div>
        </div>
      ))}
    </div>
  );
};
