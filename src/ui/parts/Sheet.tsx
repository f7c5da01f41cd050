/** A native dialog: the browser holds the focus inside, closes it with Escape and gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

export interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Fills the screen: for what is shown to the person across the table. */
  readonly full?: boolean | undefined;
  readonly foot?: ComponentChildren;
}

export const Sheet = ({ open, title, onClose, children, full = false, foot }: SheetProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} class={full ? 'sheet sheet-full' : 'sheet'} aria-labelledby={id} onClose={() => open && onClose()}>
      {open && (
        <>
          <SheetHead id={id} title={title} onClose={onClose} />
          <div class="sheet-body">{children}</div>
          {foot && <div class="sheet-foot">{foot}</div>}
        </>
      )}
    </dialog>
  );
};

const SheetHead = ({ id, title, onClose }: Pick<SheetProps, 'title' | 'onClose'> & { readonly id: string }) => {
  const { t } = useTranslation('app');
  return (
    <div class="sheet-head">
      <h2 id={id}>{title}</h2>
      <Button kind="quiet" icon="close" label={t('parts.sheet.close')} onClick={onClose} />
    </div>
  );
};
