/** Under a field in which somebody typed or pasted Burmese in Zawgyi: says what that means, and offers to put it right. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { readableBurmese } from '../../i18n/burmese.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

export interface ZawgyiHelpProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export const ZawgyiHelp = ({ value, onInput }: ZawgyiHelpProps) => {
  const { t } = useTranslation('app');
  const better = useSignal<string | null>(null);
  useEffect(() => {
    let stale = false;
    better.value = null;
    void readableBurmese(value).then((readable) => {
      if (!stale) better.value = readable;
    });
    return () => {
      stale = true;
    };
  }, [value]);
  const readable = better.value;
  if (readable === null) return null;
  return (
    <Notice kind="care" action={<Button onClick={() => onInput(readable)}>{t('parts.zawgyi.change')}</Button>}>
      {t('parts.zawgyi.text')}
    </Notice>
  );
};
