/** Wording for translators who do not use the app: a file to give them, and their file brought back. */
import { useTranslation } from 'react-i18next';
import { AcceptedSets } from './AcceptedSets.tsx';
import { BringBack } from './BringBack.tsx';
import { SaveFor } from './SaveFor.tsx';
import type { InLanguageProps } from './useEveryText.ts';

export const FilesTab = (props: InLanguageProps) => {
  const { t } = useTranslation('library');
  return (
    <div class="wording-part">
      <p class="library-about">{t('wordings.files.about')}</p>
      <SaveFor {...props} />
      <BringBack {...props} />
      <AcceptedSets tag={props.tag} />
    </div>
  );
};
