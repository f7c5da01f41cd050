/**
 * Long entries that no screen needs until somebody asks (the sound of recordings). Opened once when they come, to know what they
 * are; from then on their bodies lie in a table of their own, so that unlocking neither reads nor opens them, and memory never
 * holds them. What stays among the entries is the header, for the chain, and the record's random id.
 */
import type { OpenedEntry, Says } from '../domain/entry.ts';
import type { Id } from '../domain/id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { parseEntry, withoutBody } from '../protocol/sealedEntry.ts';
import type { EntryRow, FieldbookDatabase } from './database.ts';
import type { PartFailure } from './notebook.ts';
import { attempt } from './saving.ts';

const kind = 'recording-part';

/** A part is all there is of its record; only supervisors write one. */
export const belongsApart = ({ role, body }: Pick<OpenedEntry, 'role' | 'body'>): boolean => body.kind === kind && role === 'supervisor';

/** Opens one row as it would be opened at unlock. */
type OpenRow = (row: Pick<EntryRow, 'id' | 'bytes'>) => Promise<OpenedEntry | null>;

export const createApart = (db: FieldbookDatabase, openRow: OpenRow) => {
  /** The entry that holds a record's part. */
  const entryOf = new Map<Id, Id>();
  const known = new Set<Id>();
  /** Still whole among the entries. */
  let toMove = new Set<Id>();

  const note = (record: Id, id: Id): void => {
    if (!entryOf.has(record)) entryOf.set(record, id);
    known.add(id);
  };

  const move = async (row: EntryRow, record: Id): Promise<void> => {
    const entry = parseEntry(row.bytes);
    if (row.apart !== undefined || row.n === undefined || !entry.ok) return;
    await db.apart.put({ n: row.n, bytes: row.bytes });
    await db.entries.put({ n: row.n, id: row.id, bytes: withoutBody(entry.value), apart: record });
  };

  /** Own ones that still wait for the office stay whole: the outbox sends them from where they are. */
  const moveDelivered = (ids: readonly Id[]) =>
    db.transaction('rw', [db.entries, db.apart, db.outbox], async () => {
      const rows = await db.entries.where('id').anyOf(ids).toArray();
      const waiting = new Set(
        await db.outbox
          .where('n')
          .anyOf(rows.map(({ n = 0 }) => n))
          .primaryKeys(),
      );
      const ready = rows.filter(({ n = 0 }) => !waiting.has(n));
      const records = new Map([...entryOf].map(([record, id]) => [id, record]));
      for (const row of ready) await move(row, records.get(row.id) ?? '');
      return ready.map(({ id }) => id);
    });

  const bytesOf = async (record: Id): Promise<Pick<EntryRow, 'id' | 'bytes'> | null> => {
    const id = entryOf.get(record);
    const row = id === undefined ? undefined : await db.entries.where('id').equals(id).first();
    if (!row) return null;
    if (row.apart === undefined) return row;
    const apart = row.n === undefined ? undefined : await db.apart.get(row.n);
    return apart ? { id: row.id, bytes: apart.bytes } : null;
  };

  return {
    /** Of rows as they are read: which are here and closed. */
    seen: (rows: readonly EntryRow[]): void => {
      for (const { id, apart } of rows) if (apart !== undefined) note(apart, id);
    },
    found: (entries: readonly { readonly id: Id; readonly body: Pick<OpenedEntry['body'], 'record'> }[]): void => {
      for (const { id, body } of entries) {
        note(body.record, id);
        toMove.add(id);
      }
    },
    /** What cannot be moved now is opened and moved at the next unlock. */
    settle: async (): Promise<void> => {
      if (toMove.size === 0) return;
      const moved = await attempt(() => moveDelivered([...toMove]));
      if (moved.ok) toMove = new Set([...toMove].filter((id) => !moved.value.includes(id)));
    },
    isKnown: (id: Id): boolean => known.has(id),
    has: (record: Id): boolean => entryOf.has(record),
    open: async (record: Id): Promise<Result<Says, PartFailure>> => {
      const row = await attempt(() => bytesOf(record));
      if (!row.ok) return failed({ type: 'storage-failed' });
      if (!row.value) return failed({ type: 'not-here' });
      const opened = await openRow(row.value);
      const isIt = opened !== null && belongsApart(opened) && opened.body.record === record;
      return isIt ? ok(opened.body.says) : failed({ type: 'damaged' });
    },
  };
};
