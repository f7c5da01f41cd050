/**
 * The only room that knows Dexie. Rows hold ids, numbers and sealed bytes; nothing here can be read without the vault.
 * Stored shapes only grow: add a version, never edit one that shipped (tests/guards/storedShapes.test.ts).
 */
import Dexie, { type Table } from 'dexie';
import type { Bytes } from '../protocol/bytes.ts';
import type { Top } from '../protocol/exchange.ts';

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
  /** When it was set aside, ISO 8601. */
  readonly since?: string;
  /** What it says was written anew: it is kept, and waits for nobody. */
  readonly resolved?: true;
  /** The id of the entry that says it now. */
  readonly anew?: string;
}

/** Set aside, and neither offered again nor written anew since. */
export const isOpenAside = (row: OutboxRow | undefined): boolean => row?.setAside !== undefined && !row.resolved;

/** A device's signature over its chain up to the entry of row `n`: with it anybody can hand that entry in again. */
export interface ProofRow {
  readonly n: number;
  readonly signature: Bytes;
}

/**
 * An entry that the office once had and may have lost (reoffering.ts); `n` is its entry row's. Without device and sequence it
 * stands in no order and is not sent: nothing here proves it yet.
 */
export interface OfferRow {
  readonly n: number;
  readonly device?: string;
  readonly sequence?: number;
}

/** One answer's signed receipts: the endpoint's word that it held these entries at these places. */
export interface ReceiptsRow {
  readonly r?: number;
  readonly at: string;
  readonly generation: string;
  readonly endpoint: Bytes;
  readonly places: readonly (readonly [Bytes, number])[];
  readonly signature: Bytes;
}

/** Another device's batch that this one carries to the office (src/protocol/carried.ts). */
export interface CarriedRow {
  readonly n?: number;
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  readonly bytes: Bytes;
  /** The endpoint's signed receipts, once it was handed in. */
  readonly answer?: Bytes;
  /** Why it was not taken: the refusal, or nothing in it was kept. It is not sent again. */
  readonly refused?: string;
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
  /** The top of the office's stream as it was told last. */
  told: { readonly top: Top };
  /** The endpoint's key for receipts, as it was learnt. */
  endpoint: { readonly key: Bytes };
  /** While the office's stream is read again to see what it has lost. */
  rereading: { readonly since: string };
  /** Another device goes by this one's name: put back from an old copy, or copied. Its chain is not gone on with. */
  twin: { readonly since: string };
  /** Names that this device bore until it was let in anew, each with the last number of its chain (renewing.ts). */
  former: { readonly chains: readonly { readonly device: string; readonly sequence: number }[]; readonly told?: true };
  /** Beside the device that is in use: one that asks to be let in, with its request as it was sent and its keys sealed. */
  renewing: {
    readonly device: string;
    readonly invitation: Bytes;
    readonly joinKey: Bytes;
    readonly loginKey: CryptoKey;
    readonly loginPublic: Bytes;
    readonly request: Bytes;
    readonly sealed: Bytes;
  };
  /** What the office was told last of own entries that were set aside (asideReport.ts): a hash of what was said, never the words. */
  asideTold: {
    readonly said: string;
    readonly record: string;
    /** The entry that said it. */
    readonly last: string;
    /** Rows it told of as standing, and rows of this and earlier reports. */
    readonly rows: readonly number[];
    readonly reports: readonly number[];
  };
  /** Supervisors' decisions about them that were carried out here, by their records; the oldest go first. */
  asideDone: { readonly decisions: readonly string[] };
  roster: { readonly links: readonly Bytes[] };
  /** The endpoint's organisation is made up, for trying things out: shown on every screen. */
  invented: { readonly yes: boolean };
  /** Small settings beside their names, as they were when something had been chosen for the `changed`th time. */
  preferences: { readonly changed: number; readonly values: readonly (readonly [string, string | null])[] };
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
  declare readonly proofs: Table<ProofRow, number>;
  declare readonly offers: Table<OfferRow, number>;
  declare readonly receipts: Table<ReceiptsRow, number>;
  declare readonly carried: Table<CarriedRow, number>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ entries: '++n, &id', outbox: 'n, setAside', state: 'name', drafts: 'row', slots: 'name' });
    this.version(2).stores({ apart: 'n' });
    this.version(3).stores({ proofs: 'n', offers: 'n, [device+sequence]', receipts: '++r', carried: '++n, &hash' });
  }
}

export const openDatabase = (name = 'fieldbook'): FieldbookDatabase => new FieldbookDatabase(name);

/** Reads one fact. Only this app writes these rows, and it writes them through `keepState`. */
export const readState = async <N extends StateName>(db: FieldbookDatabase, name: N): Promise<StateRows[N] | null> =>
  ((await db.state.get(name))?.value as StateRows[N] | undefined) ?? null;

export const keepState = async <N extends StateName>(db: FieldbookDatabase, name: N, value: StateRows[N]): Promise<void> => {
  await db.state.put({ name, value });
};
