/** The languages of a checklist: which each one is, who vouches for its wording, and what is missing in it. */
import { useTranslation } from 'react-i18next';
import { type ChecklistLanguage, type WordingState, wordingStates } from '../../../domain/checklist.ts';
import { joinLanguages, setLanguage, unnamedLanguages } from '../../../forms/checklistLanguages.ts';
import { gapsIn } from '../../../forms/editing/wording.ts';
import { wordingThatCounts } from '../../../forms/wordingThatCounts.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import type { EditingProps } from './draftParts.ts';
import { languageOptions } from './languageOptions.ts';
import { checklistLanguageName } from './publishedWords.ts';

/** `default` is how a language reads that its author never named: that says nothing to a person. */
export const spelledName = (language: ChecklistLanguage, plain: string): string => (language.name === 'default' ? plain : language.name);

export const LanguagesTab = ({ checklist, change }: EditingProps) => {
  const { t } = useTranslation('library');
  const unnamed = unnamedLanguages(checklist).length;
  return (
    <div class="languages">
      <p class="library-about">{t('import.languages.about')}</p>
      {unnamed > 0 && (
        <Notice kind="care" still title={t('import.languages.unnamed.title', { count: unnamed })}>
          {t('import.languages.unnamed.text')}
        </Notice>
      )}
      <Choice
        legend={t('import.languages.default')}
        hint={t('import.languages.defaultHint')}
        options={checklist.languages.map((language) => ({
          value: language.name,
          label: spelledName(language, t('import.languages.noName')),
        }))}
        value={checklist.defaultLanguage}
        onChange={(name) => name !== undefined && change({ ...checklist, defaultLanguage: name })}
      />
      <div class="languages-cards">
        {checklist.languages.map((language) => (
          <LanguageCard key={language.name} language={language} checklist={checklist} change={change} />
        ))}
      </div>
    </div>
  );
};

const LanguageCard = ({ language, checklist, change }: EditingProps & { readonly language: ChecklistLanguage }) => {
  const { t, i18n } = useTranslation('library');
  const set = (said: Partial<ChecklistLanguage>) => change(setLanguage(checklist, language.name, said));
  const gaps = gapsIn(checklist, language.name);
  return (
    <section class="language-card">
      <div class="language-head">
        <h2>{spelledName(language, t('import.languages.noName'))}</h2>
        <WordingTag language={language} />
      </div>
      <Pick
        label={t('import.languages.which')}
        hint={language.code === null ? t('import.languages.whichHint') : undefined}
        options={languageOptions(i18n.language, language.code, t('import.languages.inNoList'))}
        value={language.code ?? undefined}
        empty={language.code === null ? t('import.languages.choose') : undefined}
        onChange={(code) => code !== undefined && set({ code })}
      />
      <Choice
        legend={t('import.languages.direction.label')}
        options={(['ltr', 'rtl'] as const).map((value) => ({ value, label: t(`import.languages.direction.${value}`) }))}
        value={language.direction}
        onChange={(direction) => direction !== undefined && set({ direction })}
      />
      <WordingFields language={language} onSet={set} />
      {gaps > 0 && <p class="field-hint">{t('import.languages.gaps', { count: gaps })}</p>}
      <JoinTwins language={language} checklist={checklist} change={change} />
    </section>
  );
};

export const WordingTag = ({ language }: { readonly language: ChecklistLanguage }) => {
  const { t } = useTranslation('library');
  const state = wordingThatCounts(language);
  return <Tag kind={state === 'machine-draft' ? 'care' : 'good'}>{t(`import.languages.state.${state}.tag`)}</Tag>;
};

const WordingFields = ({
  language,
  onSet,
}: {
  readonly language: ChecklistLanguage;
  readonly onSet: (said: Partial<ChecklistLanguage>) => void;
}) => {
  const { t } = useTranslation('library');
  const needsWho = language.wording === 'read-once' || language.wording === 'reviewed';
  return (
    <>
      <Choice<WordingState>
        legend={t('import.languages.wording')}
        layout="list"
        options={wordingStates.map((value) => ({
          value,
          label: t(`import.languages.state.${value}.label`),
          hint: t(`import.languages.state.${value}.hint`),
        }))}
        value={language.wording}
        onChange={(wording) => wording !== undefined && onSet({ wording })}
      />
      {needsWho && (
        <TextInput
          label={t('import.languages.who.label')}
          hint={t('import.languages.who.hint')}
          value={language.reviewedBy ?? ''}
          maxLength={200}
          onInput={(reviewedBy) => onSet({ reviewedBy })}
        />
      )}
      {needsWho && !language.reviewedBy?.trim() && <p class="field-hint">{t('import.languages.who.missing')}</p>}
    </>
  );
};

/** Two spellings of one language, such as `English` beside `English (en)`: made one where somebody says so. */
const JoinTwins = ({ language, checklist, change }: EditingProps & { readonly language: ChecklistLanguage }) => {
  const { t, i18n } = useTranslation('library');
  const twins = checklist.languages.filter(({ name, code }) => name !== language.name && code !== null && code === language.code);
  return (
    <>
      {twins.map((twin) => (
        <Notice
          key={twin.name}
          kind="info"
          still
          action={<Button onClick={() => change(joinLanguages(checklist, twin.name, language.name))}>{t('import.languages.join')}</Button>}
        >
          {t('import.languages.twins', { other: twin.name, language: checklistLanguageName(language, i18n.language) })}
        </Notice>
      ))}
    </>
  );
};
