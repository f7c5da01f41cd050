/** What the endpoint's handlers are handed (made once, in app.ts). */
import type { Bytes } from '../src/protocol/bytes.ts';
import type { Receipt } from '../src/protocol/exchange.ts';
import type { Primitives } from '../src/protocol/primitives.ts';
import type { RosterDevice } from '../src/protocol/roster.ts';
import type { Buckets } from './buckets.ts';
import type { ReceiptSigner } from './receipts.ts';
import type { Rosters, SeenRoster } from './rosters.ts';
import type { DeviceName, Sessions } from './sessions.ts';
import type { AppSettings } from './settings.ts';
import type { ServerStore } from './store/store.ts';

export interface Room {
  readonly store: ServerStore;
  readonly settings: AppSettings;
  readonly primitives: Primitives;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly rosters: Rosters;
  readonly receipts: ReceiptSigner;
  readonly sessions: Sessions;
  readonly loginFailures: Buckets;
  readonly joinFailures: Buckets;
  /** What became of a batch, for metrics. */
  readonly count?: ((receipts: readonly Receipt[]) => void) | undefined;
  /** For the tests that kill the endpoint between commit and reply. */
  readonly afterCommit?: (() => void | Promise<void>) | undefined;
}

/** A device that showed a token and still stands in the roster. */
export interface Session extends DeviceName {
  readonly device: Bytes;
  readonly seen: SeenRoster;
  readonly member: RosterDevice;
}
