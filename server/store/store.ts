/**
 * What the endpoint keeps, and the promises every store behind it makes (tests/contracts/serverStore.ts).
 * When a promise here resolves, the data is on disk. Places are gap-free within a stream, because the counter
 * row is locked inside the transaction that uses it: no cursor can skip a late commit.
 */
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { CopyItem } from '../copy/shape.ts';

export interface EntryKey {
  readonly device: Bytes;
  readonly sequence: number;
}

export interface NewEntry extends EntryKey {
  readonly id: Bytes;
  readonly bytes: Bytes;
  /** The device whose own stream gets it too, or the organisation: then every follower's does. */
  readonly stream: Bytes | null;
  /** Its device's signature over the chain up to it, if that is what proved it. */
  readonly proof?: Bytes;
}

/** Where a commit ended, and the random mark it left there: no other history has it. */
export interface Mark {
  readonly place: number;
  readonly mark: Bytes;
}

export interface Admitted {
  /** By which invitation; nobody else comes by it. */
  readonly invitation: Bytes;
  /** The device, when it follows what is for everybody; `null` for a supervisor's, which reads the office's stream. */
  readonly follower: Bytes | null;
}

export interface Known {
  readonly id: Bytes;
  readonly place: number;
}

/** `kept` now, `had` already, or the number was taken by another entry of that device. */
export type Kept = { readonly is: 'kept' | 'had'; readonly place: number } | { readonly is: 'fork' };

export interface PageAsk {
  /** `null` is the office's stream. */
  readonly stream: Bytes | null;
  readonly after: number;
  /** Entries this device wrote come without their bytes. */
  readonly reader: Bytes;
  readonly mostEntries: number;
  readonly mostBytes: number;
}
export interface Placed {
  readonly place: number;
  readonly id: Bytes;
  readonly bytes: Bytes | null;
  /** With the bytes, where there is one. */
  readonly proof: Bytes | null;
}
export interface Page {
  readonly entries: readonly Placed[];
  readonly more: boolean;
}

export interface Invitation {
  readonly org: Bytes;
  readonly invitation: Bytes;
  readonly guard: Bytes;
  readonly card: Bytes;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly wrongKeys: number;
  readonly request: Bytes | null;
}
export interface Asking {
  readonly invitation: Bytes;
  readonly request: Bytes;
}

export type WholeRoster = readonly [Bytes, ...(readonly [Bytes, Admitted])[]];
export type FoundingRule = 'first' | 'open' | 'closed';

export interface ServerStore {
  readonly kind: 'sqlite' | 'postgres';
  /** Written when the database is made; another one means another history of places. */
  readonly generation: string;
  /** What challenges and sessions are signed with; kept here so that several processes can serve one database. */
  readonly secret: Bytes;
  /** The endpoint's own signing key (PKCS #8), made once: what it signs receipts with. */
  readonly receiptKey: Bytes;

  /** Founding again with the same link is `done`, whatever the rule. */
  found(org: Bytes, link: Bytes, rule: FoundingRule): Promise<'done' | 'closed'>;
  /** A database that was lost: the whole roster is put up again, its first link and then each with whom it admits; all of it or nothing. */
  foundWhole(org: Bytes, links: WholeRoster, rule: FoundingRule): Promise<'done' | 'closed' | 'already-there'>;
  rosterLinks(org: Bytes, from: number): Promise<Bytes[]>;
  /**
   * `false` when another link stands at `n`. Admitting by an invitation closes it; a follower's stream holds at once what was
   * for everybody so far, and nothing that is kept at the same time falls between.
   */
  addRosterLink(org: Bytes, n: number, link: Bytes, admitted: Admitted): Promise<boolean>;

  /** Per key, what stands there. */
  known(org: Bytes, keys: readonly EntryKey[]): Promise<(Known | null)[]>;
  /** As `keep`, where none of the numbers is taken. Otherwise, or where it takes the long way, `null`, and nothing was kept. */
  keepNew(org: Bytes, entries: readonly NewEntry[]): Promise<Kept[] | null>;
  /** All or nothing, in order. */
  keep(org: Bytes, entries: readonly NewEntry[]): Promise<Kept[]>;
  lastPlace(org: Bytes, stream: Bytes | null): Promise<number>;
  page(org: Bytes, ask: PageAsk): Promise<Page>;
  /** The mark at the top of the office's stream; `null` while nothing was kept. */
  lastMark(org: Bytes): Promise<Mark | null>;
  /** Whether this database still holds the very history that a mark was told from. */
  stands(org: Bytes, mark: Mark): Promise<boolean>;
  /** The entry of a device with the highest number. */
  newestOf(org: Bytes, device: Bytes): Promise<{ readonly sequence: number; readonly id: Bytes } | null>;

  /** Also forgets this organisation's invitations that expired before `forgetBefore`. `false` when the id is taken by another. */
  leaveInvitation(invitation: Omit<Invitation, 'wrongKeys' | 'request'>, forgetBefore: number): Promise<boolean>;
  findInvitation(invitation: Bytes): Promise<Invitation | null>;
  countWrongKey(invitation: Bytes): Promise<void>;
  /** Nobody can come by it any more, and whoever asked is no longer shown. Another organisation's is left alone. */
  closeInvitation(org: Bytes, invitation: Bytes, wrongKeys: number): Promise<void>;
  /** The first request wins; `false` when another one stands. */
  ask(invitation: Bytes, request: Bytes, at: number): Promise<boolean>;
  /** Requests whose invitation has admitted nobody yet, oldest first. */
  asking(org: Bytes, limits: { readonly most: number; readonly wrongKeys: number; readonly forgetBefore: number }): Promise<Asking[]>;

  /** Throws when the database no longer answers. */
  isAlive(): Promise<void>;
  /** Row counts of every table: how a test sees that nothing was half-kept. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Everything, in small pieces, while writing goes on (server/copy/takeCopy.ts). */
  copy(now: () => number): AsyncIterable<CopyItem>;
  close(): Promise<void>;
}

/** Any write may find the disk full; thrown by every store alike, because no caller but the door can do anything about it. */
export class DiskFull extends Error {
  constructor() {
    super('the disk is full');
    this.name = 'DiskFull';
  }
}
