/** Moving codes for another screen to read: asked first, because the picture flickers; as long and as often as one likes. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Packed } from '../../../store/courierOut.ts';
import { Button, LinkButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { MovingCode } from './MovingCode.tsx';
import { NothingHere, StorageProblem } from './NothingHere.tsx';
import { type HandOnProps, usePacked } from './usePacked.ts';

const wantsCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const ShowCodes = (props: HandOnProps) => {
  const packed = usePacked(props, 'codes');
  if (!packed) return null;
  if (!packed.ok) return <StorageProblem />;
  const { files, left } = packed.value;
  return (
    <>
      {files.length > 0 ? <AllParts {...props} packed={packed.value} /> : left === 0 && <NothingHere />}
      {left > 0 && <TooMuch left={left} holds={props.holds} />}
    </>
  );
};

const TooMuch = ({ left, holds }: { readonly left: number; readonly holds: HandOnProps['holds'] }) => {
  const { t } = useTranslation('carry');
  return (
    <Notice
      kind="info"
      still
      action={
        <LinkButton href={holds === 'entries' ? '/carry/file' : '/carry/receipt'}>
          {t(holds === 'entries' ? 'make' : 'receipt.file')}
        </LinkButton>
      }
    >
      {t('left', { count: left })}
    </Notice>
  );
};

/** One series after the other: what is longer than arms hold still goes in turns. */
const AllParts = ({ courier, holds, packed: { files } }: HandOnProps & { readonly packed: Packed }) => {
  const { t } = useTranslation('carry');
  const field = useTranslation('field').t;
  const at = useSignal(0);
  const shown = useSignal(false);
  const file = files[at.value];
  if (!file) return null;
  return (
    <>
      {files.length > 1 && <p>{t('part', { at: at.value + 1, of: files.length })}</p>}
      {shown.value ? (
        <MovingCode key={at.value} courier={courier} file={file.bytes} calm={wantsCalm()} />
      ) : (
        <Notice kind="info" still>
          <p>{t('before')}</p>
          {wantsCalm() && <p>{t('calm')}</p>}
        </Notice>
      )}
      <div class="ways">
        <Button
          kind={shown.value ? 'plain' : 'main'}
          wide
          onClick={() => {
            shown.value = !shown.value;
          }}
        >
          {shown.value ? field('listen.stop') : t('start')}
        </Button>
        {files.length > 1 && (
          <Button
            wide
            onClick={() => {
              at.value = (at.value + 1) % files.length;
            }}
          >
            {t('nextPart')}
          </Button>
        )}
      </div>
      {holds === 'entries' && <p class="quiet">{t('stays')}</p>}
    </>
  );
};
