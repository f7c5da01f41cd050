/** The camera before another screen's moving codes, until all parts are there. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Courier } from '../../../store/courier.ts';
import { Button, LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { OutcomeOf } from './TakenIn.tsx';
import { useAwake } from './useAwake.ts';
import type { AtHand } from './useCourier.ts';
import { useTaking } from './useTaking.ts';

/** A code of 73 modules needs five pixels for each, and some room around it. */
const look = { every: 20, side: 720 } as const;

export const ReadCodes = ({ courier, view }: AtHand) => {
  const { t } = useTranslation('carry');
  const taking = useTaking(courier);
  if (taking.busy) return null;
  if (!taking.outcome) return <Reading courier={courier} onFile={(file) => void taking.take(file)} />;
  return (
    <>
      <OutcomeOf outcome={taking.outcome} view={view} />
      <div class="buttons">
        <Button onClick={taking.again}>{t('again')}</Button>
      </div>
    </>
  );
};

interface Progress {
  readonly known: number;
  readonly of: number;
}

const Reading = ({ courier, onFile }: { readonly courier: Courier; readonly onFile: (file: Uint8Array) => void }) => {
  const { t } = useTranslation('carry');
  const app = useTranslation('app').t;
  const video = useRef<HTMLVideoElement>(null);
  const failed = useSignal(false);
  const progress = useSignal<Progress | null>(null);
  useAwake(!failed.value);
  useEffect(() => {
    const gone = new AbortController();
    const receiver = courier.look();
    const seen = async (text: string): Promise<boolean> => {
      const received = await receiver.take(text);
      if (received.is === 'more') progress.value = received;
      if (received.is === 'whole' && !gone.signal.aborted) onFile(received.file);
      return received.is === 'whole';
    };
    const begin = async () => {
      const { watchCamera } = await import('../../camera/watchCamera.ts');
      if (!video.current) return;
      const watched = await watchCamera({ video: video.current, gone: gone.signal, ...look, seen });
      if (!watched.ok && watched.failure.type === 'no-camera') failed.value = true;
    };
    begin().catch(() => {
      failed.value = true;
    });
    return () => gone.abort();
  }, []);
  if (failed.value)
    return (
      <Notice kind="care" title={app('scan.none.title')} action={<LinkButton href="/carry/take">{t('take')}</LinkButton>}>
        {t('noCamera')}
      </Notice>
    );
  return (
    <div class="stack">
      <p>{t('point')}</p>
      <video ref={video} class="scan" muted playsInline aria-label={app('scan.picture')} />
      {progress.value && <PartsSeen {...progress.value} />}
    </div>
  );
};

/** The bar moves with every part; a screen reader is told at every quarter. */
const PartsSeen = ({ known, of }: Progress) => {
  const { t } = useTranslation('carry');
  const quarter = Math.floor((known * 4) / of);
  return (
    <div class="parts-seen">
      <progress value={known} max={of} aria-label={t('parts', { done: known, of })} />
      <p aria-hidden="true">{t('parts', { done: known, of })}</p>
      <p class="only-read-out" role="status">
        {quarter > 0 && t('parts', { done: Math.ceil((quarter * of) / 4), of })}
      </p>
    </div>
  );
};
