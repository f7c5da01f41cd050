/** The camera, looking for a code. Where there is none, or it was refused, it says so, and pasting the link still works. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';

export const ScanCode = ({ onFound, onClose }: { readonly onFound: (text: string) => void; readonly onClose: () => void }) => {
  const { t } = useTranslation('app');
  const video = useRef<HTMLVideoElement>(null);
  const failed = useSignal(false);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const { scanWithCamera } = await import('./scanWithCamera.ts');
      if (!video.current) return;
      const found = await scanWithCamera(video.current, gone.signal);
      if (gone.signal.aborted) return;
      if (found.ok) onFound(found.value);
      else failed.value = true;
    };
    look().catch(() => {
      failed.value = true;
    });
    return () => gone.abort();
  }, []);
  return (
    <div class="stack">
      {failed.value ? (
        <Notice kind="care" title={t('scan.none.title')}>
          {t('scan.none.text')}
        </Notice>
      ) : (
        <>
          <p>{t('scan.text')}</p>
          <video ref={video} class="scan" muted playsInline aria-label={t('scan.picture')} />
        </>
      )}
      <div class="buttons">
        <Button icon="back" onClick={onClose}>
          {t('scan.close')}
        </Button>
      </div>
    </div>
  );
};
