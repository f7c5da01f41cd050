/** A file to hand on: how much is in it, the share sheet where there is one, else the downloads. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/language.ts';
import type { Packed } from '../../../store/courierOut.ts';
import { formatSize } from '../../packWords.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { asFiles, canShare, saveAll, share } from './handing.ts';
import { NothingHere, StorageProblem } from './NothingHere.tsx';
import { type HandOnProps, usePacked } from './usePacked.ts';

export const HandOnFile = (props: HandOnProps) => {
  const packed = usePacked(props, 'file');
  if (!packed) return null;
  if (!packed.ok) return <StorageProblem />;
  return packed.value.files.length === 0 ? <NothingHere /> : <Files {...props} packed={packed.value} />;
};

const Files = ({ courier, holds, packed }: HandOnProps & { readonly packed: Packed }) => {
  const { t } = useTranslation('carry');
  const app = useTranslation('app').t;
  const day = useNotebook().today();
  const files = useMemo(() => asFiles(packed.files, courier.spell, day), [packed]);
  const notShared = useSignal(false);
  const entries = packed.files.reduce((sum, file) => sum + file.entries, 0);
  const sharable = canShare(files);
  return (
    <>
      <p>{holds === 'entries' ? t('holds', { count: entries }) : t('receipt.count', { count: entries })}</p>
      <p class="file-names" translate={false}>
        {files.map(({ name, size }) => `${name} · ${formatSize(size, currentLanguage.value)}`).join(', ')}
      </p>
      <div class="ways">
        {sharable && (
          <Button
            kind="main"
            wide
            icon="share"
            onClick={() =>
              void share(files).then((shared) => {
                notShared.value = !shared;
              })
            }
          >
            {app('team.invite.share')}
          </Button>
        )}
        <Button kind={sharable ? 'plain' : 'main'} wide onClick={() => saveAll(files)}>
          {t('save')}
        </Button>
      </div>
      {notShared.value && <Notice kind="care">{t('notShared')}</Notice>}
      {holds === 'entries' && <p class="quiet">{t('stays')}</p>}
    </>
  );
};
