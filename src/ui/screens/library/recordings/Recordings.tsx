/** Where staff read a checklist aloud, so that somebody who does not read can listen. The only place that reaches the microphone. */
import '../../../styles/library.css';
import '../../../styles/recordings.css';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../../domain/checklist.ts';
import { libraryIn } from '../../../../domain/library.ts';
import { longestName } from '../../../../domain/wording.ts';
import { findInLibrary } from '../../../../forms/library/library.ts';
import { Empty } from '../../../parts/Empty.tsx';
import { Page } from '../../../parts/Page.tsx';
import { Pick } from '../../../parts/Pick.tsx';
import { TextInput } from '../../../parts/TextInput.tsx';
import { useDraft } from '../../../useDraft.ts';
import { useNotebook } from '../../../useNotebook.ts';
import { languageName } from '../../../words.ts';
import { languagesToRecord } from '../../listening/spokenFor.ts';
import { OfficeOnly } from '../../office/OfficeOnly.tsx';
import { builtInAt, checklistHref, libraryHref } from '../libraryHrefs.ts';
import { ReadAloud } from './ReadAloud.tsx';

const Recordings = ({ which }: { readonly which: string }) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const ours = findInLibrary(builtInAt(which) ?? '');
  const checklist =
    ours ??
    libraryIn(recordsOf)
      .find(({ record }) => record === which)
      ?.checklist();
  return (
    <OfficeOnly title={t('recordings.title')}>
      {() => (
        <Page title={t('recordings.title')} back={checklist ? checklistHref(which) : libraryHref} wide>
          {checklist ? <InALanguage checklist={checklist} /> : <Empty title={t('recordings.nothing')} />}
        </Page>
      )}
    </OfficeOnly>
  );
};
export default Recordings;

/** Kept for this device only: in which language one was reading, and whose voice it is. */
const chosenId = 'recordings';

const InALanguage = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const draft = useDraft(chosenId, { language: languagesToRecord.find((tag) => tag === i18n.language) ?? 'en', reader: '' });
  const { language, reader } = draft.value.value;
  return (
    <div class="checklist-page">
      <p class="library-about">{t('recordings.about')}</p>
      <div class="recordings-choice">
        <Pick
          label={t('recordings.language')}
          options={languagesToRecord.map((tag) => ({ value: tag, label: languageName(tag, i18n.language) }))}
          value={language}
          onChange={(chosen) => chosen && draft.set({ language: chosen })}
        />
        <TextInput
          label={t('recordings.reader.label')}
          hint={t('recordings.reader.hint')}
          value={reader}
          maxLength={longestName}
          autocomplete="off"
          onInput={(typed) => draft.set({ reader: typed })}
        />
      </div>
      <ReadAloud key={language} checklist={checklist} language={language} reader={reader} />
    </div>
  );
};
