/** How far the words have been read, and who stands for them: asked of whoever puts them on every phone. */
import { useTranslation } from 'react-i18next';
import { acceptedStates, longestName } from '../../../domain/wording.ts';
import { Choice } from '../../parts/Choice.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useStateWords } from '../better/useStateWords.ts';
import type { AcceptedAs } from './useAccepting.ts';

export const atFirst: AcceptedAs = { state: 'translated', who: '' };

export const AcceptFields = ({ value, onChange }: { readonly value: AcceptedAs; readonly onChange: (value: AcceptedAs) => void }) => {
  const { t } = useTranslation('library');
  const stateWords = useStateWords();
  return (
    <div class="accept-fields">
      <Choice
        legend={t('wordings.accept.state')}
        hint={t('wordings.accept.stateHint')}
        layout="list"
        options={acceptedStates.map((state) => ({ value: state, label: stateWords(state) }))}
        value={value.state}
        onChange={(state) => state !== undefined && onChange({ ...value, state })}
      />
      <TextInput
        label={t('wordings.accept.who')}
        hint={t('wordings.accept.whoHint')}
        value={value.who}
        maxLength={longestName}
        onInput={(who) => onChange({ ...value, who })}
      />
    </div>
  );
};
