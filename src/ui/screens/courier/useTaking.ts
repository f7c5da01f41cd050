/** Taking in what was handed over, whichever way it came; what is new goes on to the office at once where there is a connection. */
import { useSignal } from '@preact/signals';
import type { Result } from '../../../domain/result.ts';
import type { Courier, TakeInFailure, TakenIn } from '../../../store/courier.ts';
import { useFieldbook } from '../../fieldbook.ts';

export type Outcome = Result<TakenIn, TakeInFailure | { readonly type: 'file-gone' }>;

/** One byte more than is ever read is enough to be told that it is too large. */
const mostRead = (24 << 20) + 1;

export const useTaking = (courier: Courier) => {
  const fieldbook = useFieldbook();
  const busy = useSignal(false);
  const outcome = useSignal<Outcome | null>(null);
  const take = async (bytes: Uint8Array): Promise<void> => {
    busy.value = true;
    const taken = await courier.takeIn(bytes);
    outcome.value = taken;
    busy.value = false;
    if (taken.ok) void fieldbook.exchangeNow();
  };
  const takeFile = async (file: File): Promise<void> => {
    const bytes = await file
      .slice(0, mostRead)
      .arrayBuffer()
      .catch(() => null);
    if (bytes) await take(new Uint8Array(bytes));
    // Moved, still being downloaded, or on a stick that was pulled out.
    else outcome.value = { ok: false, failure: { type: 'file-gone' } };
  };
  return {
    busy: busy.value,
    outcome: outcome.value,
    take,
    takeFile,
    again: () => {
      outcome.value = null;
    },
  };
};
