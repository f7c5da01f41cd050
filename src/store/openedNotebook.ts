/** What an open notebook is to the composition, besides what the screens know of it. */
import type { Id } from '../domain/id.ts';
import type { Result } from '../domain/result.ts';
import type { Roster } from '../protocol/roster.ts';
import type { Notebook, SaveFailure } from './notebook.ts';

export interface OpenedNotebook extends Notebook {
  readonly roster: () => Roster;
  /** Hands a newly admitted supervisor's device every key this one holds. It is also done by itself. */
  readonly handKeysTo: (device: Id) => Promise<Result<void, SaveFailure>>;
  /** Whether a supervisor's device that this person let in was not handed the keys yet. */
  readonly awaitsKeys: (device: Id) => boolean;
  /** Takes in at once what the database holds; without it that happens a moment later. */
  readonly catchUp: () => Promise<void>;
  /** Stops following; the vault stays open for another. */
  readonly leave: () => void;
  readonly close: () => void;
}

/** Days since 1970 on this device's calendar. */
export const dayNumber = (now: string): number => Math.floor(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) / 86_400_000);
