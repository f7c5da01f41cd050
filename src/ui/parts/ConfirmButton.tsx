/** Asks once more, in place: the question stands where the finger is, and the safe answer comes first. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonKind } from './Button.tsx';
import type { IconName } from './Icon.tsx';

export interface ConfirmButtonProps {
  readonly label: string;
  readonly question: string;
  /** The words of the button that does it: what will happen, never "OK". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export const ConfirmButton = ({ label, question, confirm, onConfirm, kind = 'plain', icon, busy, disabled }: ConfirmButtonProps) => {
  const { t } = useTranslation('app');
  const asking = useSignal(false);
  if (!asking.value)
    return (
      <Button
        kind={kind}
        icon={icon}
        busy={busy}
        disabled={disabled}
        onClick={() => {
          asking.value = true;
        }}
      >
        {label}
      </Button>
    );
  return (
    <div class="confirm" role="group" aria-label={question}>
      <p>{question}</p>
      <div class="buttons">
        <Button
          autoFocus
          onClick={() => {
            asking.value = false;
          }}
        >
          {t('parts.confirm.back')}
        </Button>
        <Button
          kind={kind === 'danger' ? 'danger' : 'main'}
          busy={busy}
          onClick={() => {
            asking.value = false;
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </div>
    </div>
  );
};
