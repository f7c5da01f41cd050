import { useTranslation } from 'react-i18next';
import type { DraftState } from '../../useDraft.ts';

/** Says quietly that what is being typed is kept, and aloud when it is not. */
export const DraftKept = ({ state }: { readonly state: DraftState }) => {
  const { t } = useTranslation('field');
  return (
    <p class={state === 'failed' ? 'draft-kept draft-not-kept' : 'draft-kept'} role="status">
      {t(state === 'failed' ? 'draft.state.failed' : 'draft.state.kept')}
    </p>
  );
};
