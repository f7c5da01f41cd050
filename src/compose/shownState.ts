/** What the screens watch. Made before anything heavy is loaded; the engine fills it in. */
import { type Signal, signal } from '@preact/signals';
import type { Notebook } from '../store/notebook.ts';
import type { ExchangeView } from '../sync/exchange.ts';
import type { Asking, Stage } from '../ui/fieldbook.ts';
import type { Loss, StorageTrouble } from '../ui/loss.ts';

export interface ShownState {
  readonly stage: Signal<Stage>;
  readonly notebook: Signal<Notebook | null>;
  readonly exchange: Signal<ExchangeView>;
  readonly nextTryAt: Signal<number | null>;
  readonly admission: Signal<{ readonly words: readonly string[]; readonly organisation: string } | null>;
  readonly asking: Signal<readonly Asking[]>;
  readonly slotsErasable: Signal<boolean>;
  readonly invented: Signal<boolean>;
  readonly loss: Signal<Loss | null>;
  readonly storageTrouble: Signal<StorageTrouble | null>;
  readonly privateWindow: Signal<boolean>;
}

const idle: ExchangeView = { busy: false, waiting: 0, reached: null, lastReachedAt: null, failure: null, progress: null };

export const createShownState = (): ShownState => ({
  stage: signal<Stage>('starting'),
  notebook: signal<Notebook | null>(null),
  exchange: signal(idle),
  nextTryAt: signal<number | null>(null),
  admission: signal<{ readonly words: readonly string[]; readonly organisation: string } | null>(null),
  asking: signal<readonly Asking[]>([]),
  slotsErasable: signal(true),
  invented: signal(false),
  loss: signal<Loss | null>(null),
  storageTrouble: signal<StorageTrouble | null>(null),
  privateWindow: signal(false),
});
