import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/Notice.tsx';
import type { DraftState } from '../../useDraft.ts';

/** At the top of a form: said aloud when what is being typed could not be kept, and nothing at all otherwise. */
export const DraftTrouble = ({ state }: { readonly state: DraftState }) => {
  const { t } = useTranslation('field');
  return state === 'failed' ? <Notice kind="care">{t('draft.state.failed')}</Notice> : null;
};

/** At the end of a form, quietly: that it keeps itself. */
export const DraftKept = () => {
  const { t } = useTranslation('field');
  return <p class="quiet">{t('draft.state.kept')}</p>;
};
