/** What is handed on, packed once when the screen opens: what is written meanwhile goes with the next one. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Result } from '../../../domain/result.ts';
import type { Courier } from '../../../store/courier.ts';
import type { CourierWay, Packed } from '../../../store/courierOut.ts';
import type { SaveFailure } from '../../../store/notebook.ts';

export type Holds = 'entries' | 'receipts';
export interface HandOnProps {
  readonly courier: Courier;
  readonly holds: Holds;
}

export const usePacked = ({ courier, holds }: HandOnProps, way: CourierWay): Result<Packed, SaveFailure> | null => {
  const packed = useSignal<Result<Packed, SaveFailure> | null>(null);
  useEffect(() => {
    const pack = holds === 'entries' ? courier.packWaiting(way) : courier.packReceipts(way);
    void pack.then((made) => {
      packed.value = made;
    });
  }, [courier, holds, way]);
  return packed.value;
};
