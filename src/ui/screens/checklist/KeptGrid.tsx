/** The grid of a screening that was kept, on the phone of whoever wrote it down. */
import { useTranslation } from 'react-i18next';
import type { Screening } from '../../../domain/screening.ts';
import { GridView } from '../kept/GridView.tsx';
import { useKept } from '../kept/useKept.ts';

export const KeptGrid = ({ screening }: { readonly screening: Screening }) => {
  const { t } = useTranslation('field');
  const kept = useKept(screening);
  if (!kept) return <p class="quiet">{t('run.checklist.notHere')}</p>;
  return <GridView run={kept.run} wording={kept.wording} answers={screening.answers ?? {}} />;
};
