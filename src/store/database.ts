/**
 * The only room that knows Dexie. Rows hold ids, numbers and sealed bytes; nothing here can be read without the vault.
 * Stored shapes only grow: add a version, never edit one that shipped (tests/guards/storedShapes.test.ts).
 */
import Dexie, { type Table } from 'dexie';
import type { Bytes } from '../protocol/bytes.ts';

/** A sealed entry, own or received. `n` is this database's own count. */
export interface EntryRow {
  readonly n?: number;
  readonly id: string;
  /** Of one whose body is set apart: its header alone. */
  readonly bytes: Bytes;
  /** The random id of the record whose entry lies in `apart` (apart.ts). */
  readonly apart?: string;
}

/** The whole of a sealed entry that nobody needs at unlock; `n` is its entry row's. */
export interface ApartRow {
  readonly n: number;
  readonly bytes: Bytes;
}

/** An own entry not yet at the office; `n` is its entry row's. `signature` vouches for the chain up to it. */
export interface OutboxRow {
  readonly n: number;
  readonly signature?: Bytes;
  readonly setAside?: string;
}

/** Drafts under random names, so that a name says nothing; which draft it is lies inside the seal. */
export interface DraftRow {
  readonly row: string;
  readonly sealed: Bytes;
}

export interface SlotRow {
  readonly name: string;
  readonly bytes: Bytes;
}

/** The device's few facts, one row each. */
export interface StateRows {
  device: {
    readonly org: string;
    readonly root: string;
    readonly device: string;
    readonly loginKey: CryptoKey;
    readonly loginPublic: Bytes;
  };
  /** The chain's head: the last own entry. */
  head: { readonly sequence: number; readonly id: Bytes };
  cursor: { readonly generation: string; readonly seenUpTo: number };
  roster: { readonly links: readonly Bytes[] };
  /** The endpoint's organisation is made up, for trying things out: shown on every screen. */
  invented: { readonly yes: boolean };
  /** The first link, until the endpoint has it. */
  founding: { readonly link: Bytes };
  /** While waiting to be let in: what to show the endpoint when asking whether it happened. */
  joining: { readonly invitation: Bytes; readonly joinKey: Bytes };
}
export type StateName = keyof StateRows;
interface StateRow {
  readonly name: string;
  readonly value: unknown;
}

export class FieldbookDatabase extends Dexie {
  declare readonly entries: Table<EntryRow, number>;
  declare readonly apart: Table<ApartRow, number>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly state: Table<StateRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly slots: Table<SlotRow, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ entries: '++n, &id', outbox: 'n, setAside', state: 'name', drafts: 'row', slots: 'name' });
    this.version(2).stores({ apart: 'n' });
  }
}

export const openDatabase = (name = 'fieldbook'): FieldbookDatabase => new FieldbookDatabase(name);

/** Reads one fact. Only this app writes these rows, and it writes them through `keepState`. */
export const readState = async <N extends StateName>(db: FieldbookDatabase, name: N): Promise<StateRows[N] | null> =>
  ((await db.state.get(name))?.value as StateRows[N] | undefined) ?? null;

export const keepState = async <N extends StateName>(db: FieldbookDatabase, name: N, value: StateRows[N]): Promise<void> => {
  await db.state.put({ name, value });
};
