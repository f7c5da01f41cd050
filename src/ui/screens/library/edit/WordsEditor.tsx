/** The words of an item, side by side: the language that stands in for the others, and one that is being written. */
import { signal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { ChecklistLanguage } from '../../../../domain/checklist.ts';
import { reword, type Worded } from '../../../../forms/editing/wording.ts';
import { Pick } from '../../../parts/Pick.tsx';
import { TextArea } from '../../../parts/TextArea.tsx';
import { spelledName } from '../LanguagesTab.tsx';
import type { EditItemProps } from './edited.ts';

/** Which second language is being written: the same from question to question, as a translator works. */
const beside = signal<string | null>(null);

export const useLanguagesBeside = ({ languages, defaultLanguage }: EditItemProps['checklist']): readonly ChecklistLanguage[] => {
  const first = languages.find(({ name }) => name === defaultLanguage) ?? languages[0];
  const others = languages.filter((language) => language !== first);
  const second = others.find(({ name }) => name === beside.value) ?? others[0];
  return [...(first ? [first] : []), ...(second ? [second] : [])];
};

export const WordsEditor = (props: EditItemProps) => {
  const { t } = useTranslation('library');
  const { checklist, item } = props;
  const shown = useLanguagesBeside(checklist);
  const others = checklist.languages.filter(({ name }) => name !== shown[0]?.name);
  const noName = t('import.languages.noName');
  return (
    <>
      {others.length > 1 && (
        <Pick
          label={t('edit.words.beside')}
          options={others.map((language) => ({ value: language.name, label: spelledName(language, noName) }))}
          value={shown[1]?.name}
          onChange={(name) => {
            beside.value = name ?? null;
          }}
        />
      )}
      <div class="edit-words">
        {shown.map((language) => (
          <WordsIn key={language.name} {...props} language={language} what="labels" />
        ))}
      </div>
      <details class="more" open={Object.values(item.hints).some((hint) => hint !== '')}>
        <summary>{t('edit.words.more')}</summary>
        <div class="edit-words">
          {shown.map((language) => (
            <WordsIn key={language.name} {...props} language={language} what="hints" />
          ))}
        </div>
      </details>
    </>
  );
};

const WordsIn = ({
  checklist,
  change,
  path,
  item,
  language,
  what,
}: EditItemProps & { readonly language: ChecklistLanguage; readonly what: Worded }) => {
  const { t } = useTranslation('library');
  const inLanguage = spelledName(language, t('import.languages.noName'));
  return (
    <TextArea
      label={t(`edit.words.${what}`, { language: inLanguage })}
      value={item[what]?.[language.name] ?? ''}
      lang={language.code ?? undefined}
      rows={what === 'labels' ? 3 : 2}
      maxLength={2000}
      onInput={(text) => change(reword(checklist, path, what, language.name, text), `${what} ${path} ${language.name}`)}
    />
  );
};
