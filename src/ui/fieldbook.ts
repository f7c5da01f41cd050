/** What the screens are handed. src/compose/fieldbook.ts builds the real one; nothing here knows how. */
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../domain/entry.ts';
import type { Result } from '../domain/result.ts';
import type { BroughtFailure, BroughtFile, ReadSpreadsheet } from '../forms/brought.ts';
import type { Courier } from '../store/courier.ts';
import type { Notebook } from '../store/notebook.ts';
import type { ExchangeView } from '../sync/exchange.ts';
import type { NetworkFailure } from '../sync/post.ts';
import type { UnlockFailure } from '../vault/vault.ts';
import type { Loss, StorageTrouble } from './loss.ts';

export type Readable<T> = Pick<Signal<T>, 'value' | 'peek' | 'subscribe'>;

/** `starting` until the device has looked; `empty`: nothing here yet; `waiting`: keys made, not yet let in; `lost`: what was here is gone. */
export type Stage = 'starting' | 'empty' | 'waiting' | 'locked' | 'open' | 'lost' | 'no-storage';

export type { NetworkFailure } from '../sync/post.ts';

export type FoundFailure = NetworkFailure | { readonly type: 'storage-failed' };
export type JoinFailure = NetworkFailure | { readonly type: 'storage-failed' | 'not-an-invitation' | 'cut-short' | 'wrong-root' };
/** `other-organisation`, `other-role`: an invitation, and not one for this phone. */
export type RenewFailure = JoinFailure | { readonly type: 'other-organisation' } | { readonly type: 'other-role' };
/** `not-invented`: what answers is not the demo. */
export type InventedFailure = NetworkFailure | { readonly type: 'storage-failed' | 'not-invented' };
export type InviteFailure = NetworkFailure | { readonly type: 'storage-failed' };

/** What an invitation says, shown before anything is made. */
export interface Invitation {
  readonly organisation: string;
  readonly inviter: string;
  readonly role: Role;
}

/** A phone that asks to be let in, as the supervisor sees it. `words` must be the same on both screens. */
export interface Asking {
  readonly invitation: string;
  readonly name: string;
  readonly role: Role;
  readonly words: readonly string[];
  /** It asks for somebody who is in the team already: under this name. */
  readonly already?: string;
}

/** Being let in anew, for a phone that has a double: it stays what it is until a supervisor has let it in, and keeps everything. */
export interface Renewing {
  readonly open: (linkOrFragment: string) => Promise<Result<Invitation, RenewFailure>>;
  readonly ask: () => Promise<Result<void, RenewFailure>>;
  /** The four words of this phone; `null` while nothing was asked for. */
  readonly words: () => Promise<readonly string[] | null>;
  /** Looks whether it was let in, and goes on under the new name if so. */
  readonly look: () => Promise<boolean>;
}

export interface InvitationMade {
  readonly link: string;
  readonly role: Role;
  readonly endsAt: string;
}

/** How the exchange stands. `waiting` counts own entries not yet at the office; `navigator.onLine` is not believed. */
export type ExchangeState = ExchangeView;

export type ReadingFailure =
  | BroughtFailure
  /** Longer than anybody waits; the work was ended. */
  | { readonly type: 'too-slow' }
  | { readonly type: 'stopped' }
  /** Chosen, and not to be opened any more when it was read. */
  | { readonly type: 'file-gone' }
  /** The part of the app that reads is not on this device yet, and it cannot be fetched now. */
  | { readonly type: 'reader-missing' }
  /** It gave up in the middle, for lack of memory or by a fault of ours. */
  | { readonly type: 'reader-failed' };

export interface Fieldbook {
  readonly stage: Readable<Stage>;
  readonly notebook: Readable<Notebook | null>;
  readonly exchange: Readable<ExchangeState>;
  /** When it will be tried again of its own accord, in milliseconds since 1970; `null` while a try is running. */
  readonly nextTryAt: Readable<number | null>;
  /** While `waiting`: the four words this phone shows, and who invited. */
  readonly admission: Readable<{ readonly words: readonly string[]; readonly organisation: string } | null>;
  /** Supervisors: phones that ask to be let in. Refreshed by every exchange. */
  readonly asking: Readable<readonly Asking[]>;
  /** Four words; the list loads when first asked for. */
  readonly suggestPassphrase: () => Promise<string>;
  readonly found: (said: {
    readonly organisation: string;
    readonly name: string;
    readonly passphrase: string;
  }) => Promise<Result<void, FoundFailure>>;
  /** The office's place has never heard of this organisation: puts it up there again from what this supervisor's device holds. */
  readonly foundAgain: () => Promise<Result<void, FoundFailure>>;
  readonly openInvitation: (linkOrFragment: string) => Promise<Result<Invitation, JoinFailure>>;
  /** After openInvitation; makes keys and vault, asks to be let in. Stage becomes `waiting`. */
  readonly join: (said: { readonly name: string; readonly passphrase: string }) => Promise<Result<void, JoinFailure>>;
  readonly unlock: (passphrase: string) => Promise<Result<void, UnlockFailure>>;
  readonly lock: () => void;
  readonly exchangeNow: () => Promise<void>;
  readonly invite: (role: Role) => Promise<Result<InvitationMade, InviteFailure>>;
  /** The words differed: closes the invitation for everybody. */
  readonly refuse: (invitation: string) => Promise<Result<void, InviteFailure>>;
  readonly letIn: (invitation: string) => Promise<Result<void, InviteFailure>>;
  /** Asks the browser to keep this origin's data; `unknown` where it cannot say. */
  readonly storageKept: Readable<'kept' | 'not-promised' | 'unknown'>;
  readonly askToKeepStorage: () => Promise<void>;
  /** What the browser has let go of, while the stage is `lost`. */
  readonly loss: Readable<Loss | null>;
  /** Forgets what is left of it, so that this phone can be let in again. `false`: something can still be sent; nothing was done. */
  readonly beginAnew: () => Promise<boolean>;
  readonly storageTrouble: Readable<StorageTrouble | null>;
  /** What is kept here may be gone when this window closes. */
  readonly privateWindow: Readable<boolean>;
  /** Whether the slots lie in a file that can be truly erased, or in the database. */
  readonly slotsErasable: Readable<boolean>;
  /** The endpoint serves an invented organisation: shown on every screen. */
  readonly invented: Readable<boolean>;
  /** In the demo only: makes this empty browser a device of one of its invented people. Stage becomes `locked`. */
  readonly enterInvented: (who: string) => Promise<Result<void, InventedFailure>>;
  /** Reads a spreadsheet and its csv files away from the screen. Nothing is kept; the caller does that. */
  readonly readSpreadsheet: (files: readonly BroughtFile[], stop: AbortSignal) => Promise<Result<ReadSpreadsheet, ReadingFailure>>;
  /** Files and codes for when there is no connection; `null` when its part of the app did not come. */
  readonly courier: () => Promise<Courier | null>;
  /** `null` while locked, or when its part of the app did not come. */
  readonly renewing: () => Promise<Renewing | null>;
  readonly newVersionWaiting: Readable<boolean>;
  /** Seals open drafts, lets the new version in and reloads every tab. */
  readonly useNewVersion: () => Promise<void>;
}

export const FieldbookContext = createContext<Fieldbook | null>(null);

export const useFieldbook = (): Fieldbook => {
  const fieldbook = useContext(FieldbookContext);
  if (!fieldbook) throw new Error('a screen was drawn outside the app');
  return fieldbook;
};
