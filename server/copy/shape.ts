/**
 * What a copy of a database holds, table by table and column by column: the one shape that is written into a backup, read back,
 * checked and put into a database of either kind. Locks are not copied, nor what every database makes for itself.
 */
import type { Bytes } from '../../src/protocol/bytes.ts';

export type Kind = 'text' | 'number' | 'bytes' | 'bytes?' | 'number?';
export type Value = string | number | Bytes | null;
export type Row = readonly Value[];

/** In the order in which they are written for each organisation: whatever a later table points at has come before. */
export const copiedTables = {
  meta: { key: 'text', value: 'text' },
  roster_links: { org: 'bytes', n: 'number', link: 'bytes' },
  counters: { org: 'bytes', stream: 'text', last: 'number' },
  followers: { org: 'bytes', device: 'bytes' },
  invitations: {
    org: 'bytes',
    invitation: 'bytes',
    guard: 'bytes',
    card: 'bytes',
    expires: 'number',
    wrong_keys: 'number',
    request: 'bytes?',
    asked: 'number?',
    admitted: 'number',
  },
  proofs: { org: 'bytes', place: 'number', signature: 'bytes' },
  marks: { org: 'bytes', place: 'number', mark: 'bytes' },
  entries: { org: 'bytes', place: 'number', id: 'bytes', device: 'bytes', sequence: 'number', size: 'number', bytes: 'bytes' },
  stream_places: { org: 'bytes', stream: 'bytes', place: 'number', office_place: 'number' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>;

export type CopiedTable = keyof typeof copiedTables;
export const tableNames = Object.keys(copiedTables) as readonly CopiedTable[];
export const columnsOf = (table: CopiedTable): readonly string[] => Object.keys(copiedTables[table]);
export const kindsOf = (table: CopiedTable): readonly Kind[] => Object.values(copiedTables[table]);

/** Rows were looked at when they were read (format.ts) or come from a database of ours, so another kind here is a bug. */
export const bytesAt = (row: Row, at: number): Bytes => {
  const value = row[at];
  if (value instanceof Uint8Array) return value;
  throw new Error(`no bytes in column ${at}`);
};
export const numberAt = (row: Row, at: number): number => {
  const value = row[at];
  if (typeof value === 'number') return value;
  throw new Error(`no number in column ${at}`);
};
export const textAt = (row: Row, at: number): string => {
  const value = row[at];
  if (typeof value === 'string') return value;
  throw new Error(`no text in column ${at}`);
};

/** By which migration a table came that was not there from the beginning. */
const cameWith: Partial<Record<CopiedTable, string>> = { followers: '002-everybody', proofs: '003-proofs', marks: '003-proofs' };
export const tableIsThere = (table: CopiedTable, migrations: readonly string[]): boolean => {
  const migration = cameWith[table];
  return migration === undefined || migrations.includes(migration);
};

/** In `meta`, but never in a copy: a generation names one history only, and whoever has the secret can pass for any device. */
export const neverCopied: readonly string[] = ['generation', 'secret'];

export interface CopyHead {
  readonly is: 'head';
  /** Milliseconds since 1970 when the copying began. */
  readonly at: number;
  /** Names of the migrations that the database had been through. */
  readonly migrations: readonly string[];
}
export interface Chunk {
  readonly is: 'rows';
  readonly table: CopiedTable;
  readonly rows: readonly Row[];
}
export interface CopyEnd {
  readonly is: 'end';
  readonly rows: Readonly<Record<string, number>>;
}
/** A copy is a head, rows, and an end that counts them. */
export type CopyItem = CopyHead | Chunk | CopyEnd;
