/** A word at the lower edge after something was done, with a way to take it back. One at a time; nothing important is only here. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface ToastSaid {
  readonly message: string;
  readonly undo: (() => void) | undefined;
}
/** The page has one lower edge, so there is one of these. */
const shown = signal<ToastSaid | null>(null);

const shownFor = 6_000;
/** Taking something back needs time to read, to think and to reach. */
const shownWithUndoFor = 12_000;

export const showToast = (message: string, { undo }: { readonly undo?: (() => void) | undefined } = {}): void => {
  shown.value = { message, undo };
};
export const hideToast = (): void => {
  shown.value = null;
};

export const Toasts = () => {
  const { t, i18n } = useTranslation('app');
  const said = shown.value;
  const { language } = i18n;
  useEffect(() => {
    // It was said in the language before; what can still be taken back stays all the same.
    if (!shown.peek()?.undo) hideToast();
  }, [language]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(hideToast, said.undo ? shownWithUndoFor : shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="toasts" role="status">
      {said && (
        <div class="toast">
          <Icon name="check" />
          <span class="toast-words">{said.message}</span>
          {said.undo && (
            <Button
              kind="quiet"
              icon="undo"
              onClick={() => {
                said.undo?.();
                hideToast();
              }}
            >
              {t('parts.toast.undo')}
            </Button>
          )}
          <Button kind="quiet" icon="close" label={t('parts.toast.hide')} onClick={hideToast} />
        </div>
      )}
    </div>
  );
};
