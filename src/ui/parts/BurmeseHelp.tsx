/** Stands under every field for text, and fetches what knows Zawgyi (ZawgyiHelp.tsx) only where somebody typed Burmese. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ZawgyiHelp, ZawgyiHelpProps } from './ZawgyiHelp.tsx';

const burmese = /[\u1000-\u109f]/;

export const BurmeseHelp = (props: ZawgyiHelpProps) => {
  const help = useSignal<{ readonly Help: typeof ZawgyiHelp } | null>(null);
  const isBurmese = burmese.test(props.value);
  useEffect(() => {
    if (!isBurmese) return;
    // Without it what was typed stays as it was typed.
    import('./ZawgyiHelp.tsx').then(
      (here) => {
        help.value = { Help: here.ZawgyiHelp };
      },
      () => undefined,
    );
  }, [isBurmese]);
  const Help = help.value?.Help;
  return isBurmese && Help ? <Help {...props} /> : null;
};
