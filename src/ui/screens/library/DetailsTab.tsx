/** What it is called, where it comes from, whether we may use it, for whom; and then: to the phones. */
import { useTranslation } from 'react-i18next';
import { type Checklist, meantFor } from '../../../domain/checklist.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useNotebook } from '../../useNotebook.ts';
import type { DetailsProps } from './draftParts.ts';
import { type LibraryDraft, permissions } from './libraryDraft.ts';
import { PublishPart } from './PublishPart.tsx';
import { checklistLanguageName } from './publishedWords.ts';
import { SaveAsSpreadsheet } from './SaveAsSpreadsheet.tsx';
import { nextVersion, versionsOf } from './startingPoint.ts';

export const DetailsTab = ({ draft, onShow }: DetailsProps) => {
  const { t } = useTranslation('library');
  const { checklist, change } = draft;
  return (
    <div class="details">
      <div class="details-fields">
        <Titles checklist={checklist} change={change} />
        <TextInput
          label={t('import.details.id.label')}
          hint={t('import.details.id.hint')}
          value={checklist.id}
          maxLength={300}
          spellcheck={false}
          onInput={(id) => change({ ...checklist, id })}
        />
        <Version checklist={checklist} change={change} />
        <Choice
          legend={t('import.details.meantFor.label')}
          layout="list"
          options={meantFor.map((value) => ({
            value,
            label: t(`library.meantFor.${value}`),
            hint: t(`import.details.meantFor.${value}`),
          }))}
          value={checklist.meantFor}
          onChange={(value) => value !== undefined && change({ ...checklist, meantFor: value })}
        />
        <TextInput
          label={t('import.details.source.label')}
          hint={t('import.details.source.hint')}
          value={checklist.source ?? ''}
          maxLength={2000}
          onInput={(source) => change({ ...checklist, source })}
        />
        <Licence draft={draft} />
        <div>
          <SaveAsSpreadsheet checklist={checklist} />
        </div>
      </div>
      <PublishPart draft={draft} onShow={onShow} />
    </div>
  );
};

interface FieldsProps {
  readonly checklist: Checklist;
  readonly change: (next: Checklist) => void;
}

const Titles = ({ checklist, change }: FieldsProps) => {
  const { t, i18n } = useTranslation('library');
  return (
    <>
      {checklist.languages.map((language) => (
        <TextInput
          key={language.name}
          label={
            checklist.languages.length === 1
              ? t('import.details.title.label')
              : t('import.details.title.in', { language: checklistLanguageName(language, i18n.language) })
          }
          hint={language.name === checklist.defaultLanguage ? t('import.details.title.hint') : undefined}
          lang={language.code ?? undefined}
          value={checklist.titles[language.name] ?? ''}
          maxLength={300}
          onInput={(title) => change({ ...checklist, titles: { ...checklist.titles, [language.name]: title } })}
        />
      ))}
    </>
  );
};

const Version = ({ checklist, change }: FieldsProps) => {
  const { t } = useTranslation('library');
  const taken = versionsOf(useNotebook().recordsOf, checklist.id);
  const next = nextVersion(checklist.version, taken);
  const isTaken = taken.includes(checklist.version);
  return (
    <div class="details-version">
      <TextInput
        label={t('import.details.version.label')}
        hint={t('import.details.version.hint')}
        error={isTaken ? t('import.details.version.taken', { version: checklist.version }) : null}
        value={checklist.version}
        maxLength={300}
        spellcheck={false}
        onInput={(version) => change({ ...checklist, version })}
      />
      {(isTaken || checklist.version.trim() === '') && (
        <Button onClick={() => change({ ...checklist, version: next })}>{t('import.details.version.take', { version: next })}</Button>
      )}
    </div>
  );
};

const Licence = ({ draft: { checklist, change, permission, setPermission } }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  return (
    <>
      <Choice
        legend={t('import.details.permission.label')}
        hint={t('import.details.permission.hint')}
        layout="list"
        options={permissions.map((value) => ({
          value,
          label: t(`import.details.permission.${value}.label`),
          hint: t(`import.details.permission.${value}.hint`),
        }))}
        value={permission ?? undefined}
        onChange={(value) => setPermission(value ?? null)}
      />
      {permission !== 'ours' && (
        <TextArea
          label={t('import.details.licence.label')}
          hint={t('import.details.licence.hint')}
          value={checklist.licence ?? ''}
          maxLength={2000}
          onInput={(licence) => change({ ...checklist, licence })}
        />
      )}
    </>
  );
};
