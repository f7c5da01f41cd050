/** What lies in a phone's tables, read past the store. */
import type { EntryRow, OutboxRow, StateName, StateRows } from '../../src/store/database.ts';
import type { Disk } from './disk.ts';

export const entriesOf = (disk: Disk) => disk.rows('entries') as readonly EntryRow[];
export const outboxOf = (disk: Disk) => disk.rows('outbox') as readonly OutboxRow[];
export const stateOf = <N extends StateName>(disk: Disk, wanted: N): StateRows[N] | undefined =>
  (disk.rows('state') as readonly { readonly name: string; readonly value: StateRows[N] }[]).find(({ name }) => name === wanted)?.value;
