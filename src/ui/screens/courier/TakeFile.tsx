/** Taking in a file, by choosing or dropping it: entries of others, or receipts for one's own. */
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { OutcomeOf } from './TakenIn.tsx';
import type { AtHand } from './useCourier.ts';
import { useTaking } from './useTaking.ts';

export const TakeFile = ({ courier, view }: AtHand) => {
  const { t } = useTranslation('carry');
  const taking = useTaking(courier);
  const takeAll = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await taking.takeFile(file);
  };
  return (
    <>
      <FileDrop
        label={t('choose.label')}
        hint={t('choose.hint')}
        button={t('choose.button')}
        busy={taking.busy}
        onFiles={(files) => void takeAll(files)}
      />
      {taking.outcome && <OutcomeOf outcome={taking.outcome} view={view} />}
    </>
  );
};
