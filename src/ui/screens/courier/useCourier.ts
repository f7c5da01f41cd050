/** The courier's part of the store, and what it could hand on just now. Its file comes when first asked for. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Courier, CourierView } from '../../../store/courier.ts';
import { useFieldbook } from '../../fieldbook.ts';

export interface AtHand {
  readonly courier: Courier;
  readonly view: CourierView;
}

/** `null` until both are here. */
export const useCourier = (): AtHand | null => {
  const fieldbook = useFieldbook();
  const here = useSignal<AtHand | null>(null);
  useEffect(() => {
    let stop = () => undefined as undefined;
    let gone = false;
    const begin = async () => {
      const courier = await fieldbook.courier();
      if (gone || !courier) return;
      const stopWatching = courier.watch((view) => {
        here.value = { courier, view };
      });
      stop = () => void stopWatching();
    };
    void begin();
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return here.value;
};
