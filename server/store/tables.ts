/** The tables as Kysely sees them. Only text, bigint and bytea, so that SQLite and PostgreSQL mean the same. */

/** What drivers hand back for a byte column; turned into plain bytes by `asBytes` at once. */
export type StoredBytes = Uint8Array | ArrayBuffer;

export interface Tables {
  /** About this database itself and no organisation: its generation and its secret. */
  meta: { key: string; value: string };
  /** One row per thing that only one process may do at a time. */
  locks: { name: string };
  migrations: { name: string };
  roster_links: { org: StoredBytes; n: number; link: StoredBytes };
  /** `stream` is 'office', or in hex a device id or the organisation's. */
  counters: { org: StoredBytes; stream: string; last: number };
  entries: {
    org: StoredBytes;
    place: number;
    id: StoredBytes;
    device: StoredBytes;
    sequence: number;
    size: number;
    bytes: StoredBytes;
  };
  /** A device's signature over its chain up to the entry at this place; most entries are vouched for by a later one's. */
  proofs: { org: StoredBytes; place: number; signature: StoredBytes };
  /** One per commit, at its last place (history.ts). */
  marks: { org: StoredBytes; place: number; mark: StoredBytes };
  /** `stream` is a device, or the organisation itself: what is for everybody. */
  stream_places: { org: StoredBytes; stream: StoredBytes; place: number; office_place: number };
  /** Devices whose own stream gets what is for everybody: all but the supervisors', which read the office's. */
  followers: { org: StoredBytes; device: StoredBytes };
  invitations: {
    org: StoredBytes;
    invitation: StoredBytes;
    guard: StoredBytes;
    card: StoredBytes;
    expires: number;
    wrong_keys: number;
    request: StoredBytes | null;
    asked: number | null;
    admitted: number;
  };
}

export const tableNames = [
  'meta',
  'locks',
  'migrations',
  'roster_links',
  'counters',
  'entries',
  'proofs',
  'marks',
  'stream_places',
  'followers',
  'invitations',
] as const;
