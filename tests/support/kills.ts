/**
 * Kills the browser at moments of its own choosing, opens it again and looks: whatever the screen had called saved must be there.
 * Used by tests/faults/killedTab.test.ts and, for long runs, `npm run kills -- 2000 --moment save` (or sync, or migration).
 */
import type { KillRun, Kills } from './killedPhone.ts';
import { killsInMigration } from './killsInMigration.ts';
import { killsInSave } from './killsInSave.ts';
import { killsInSync } from './killsInSync.ts';

export const moments = { save: killsInSave, sync: killsInSync, migration: killsInMigration } satisfies Readonly<
  Record<string, (run: KillRun) => Promise<Kills>>
>;
export type Moment = keyof typeof moments;
export const isMoment = (name: string): name is Moment => Object.hasOwn(moments, name);
