/** What translation mode does around every screen: it hears which words are shown, has a pencil for them, and opens the sheets (BetterSheets.tsx). */
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { hearAnew, heardTexts, hearWhatStands, listen } from '../../../i18n/heard.ts';
import { Button } from '../../parts/Button.tsx';
import { wanted } from '../../translating.ts';

const Translating = ({ path }: { readonly path: string }) => {
  const heardAt = useRef<string | null>(null);
  const sheets = useSignal<ComponentType | null>(null);
  // While this is drawn, and it is drawn before the screen: an effect would come after the first words.
  if (heardAt.current !== path) {
    heardAt.current = path;
    listen(true);
    hearAnew();
  }
  useEffect(() => {
    hearWhatStands();
    return () => listen(false);
  }, []);
  const open = wanted.value !== null;
  useEffect(() => {
    if (!open) return;
    // What does not come leaves the pencil where it is: the next press asks again.
    import('./BetterSheets.tsx').then(
      (module) => {
        sheets.value = module.default;
      },
      () => {
        wanted.value = null;
      },
    );
  }, [open]);
  const Sheets = sheets.value;
  return (
    <>
      <ScreenPencil />
      {Sheets && open && <Sheets />}
    </>
  );
};

export default Translating;

/** A bar of its own: beside the lock there is no room for one more button on a small phone. */
const ScreenPencil = () => {
  const { t } = useTranslation('field');
  return (
    <section class="bar" aria-label={t('better.mode.label')}>
      <Button
        kind="quiet"
        icon="pencil"
        onClick={() => {
          wanted.value = { type: 'screen', texts: heardTexts() };
        }}
      >
        {t('better.open')}
      </Button>
    </section>
  );
};
