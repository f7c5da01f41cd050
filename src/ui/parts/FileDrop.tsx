/** A place to drop files on, around a native file input: the keyboard and a phone use the button, a mouse may use either. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import '../styles/fileDrop.css';

export interface FileDropProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly busy?: boolean | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file that misses the place would be opened by the browser instead of the app, and everything open would be gone. */
const useStayOnDrop = (): void => {
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault();
    addEventListener('dragover', stay);
    addEventListener('drop', stay);
    return () => {
      removeEventListener('dragover', stay);
      removeEventListener('drop', stay);
    };
  }, []);
};

export const FileDrop = ({ label, hint, button, busy, onFiles }: FileDropProps) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  useStayOnDrop();
  const taken = (files: FileList | null | undefined) => {
    over.value = false;
    if (!busy && files && files.length > 0) onFiles([...files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a mouse's short way; the button inside does the same for everybody.
    <div
      class={over.value ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        taken(event.dataTransfer?.files);
      }}
    >
      <label class="file-drop-label" for={id}>
        {label}
      </label>
      <p class="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <Button icon="plus" busy={busy} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        id={id}
        class="only-read-out"
        type="file"
        multiple
        tabIndex={-1}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          taken(event.currentTarget.files);
          // The same file, mended, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
};
