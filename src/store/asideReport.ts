/**
 * Tells the office what it could not take of this phone, in a sealed entry, once per change: a hash of what was said last lies in
 * the database and is compared in the transaction that keeps the next. A report that is itself set aside is told of in no report,
 * so this comes to an end whatever the endpoint refuses.
 */
import { type EntryBody, office } from '../domain/entry.ts';
import { spelled } from '../domain/fold.ts';
import type { Id } from '../domain/id.ts';
import type { Result } from '../domain/result.ts';
import { type Ability, mostCarriedOut, mostTold, reportKind, type SetAsideReport, type ToldEntry } from '../domain/setAside.ts';
import { toHex } from '../protocol/bytes.ts';
import { primitives } from '../vault/primitives.ts';
import type { Once } from './chain.ts';
import { type FieldbookDatabase, keepState, readState, type StateRows } from './database.ts';
import type { NewEntry, SaveFailure } from './notebook.ts';
import { type AsideRow, readSetAside, toldOf } from './setAside.ts';

export interface AsideReportDeps {
  readonly db: FieldbookDatabase;
  readonly device: Id;
  readonly newId: () => Id;
  readonly abilityOf: (n: number) => Promise<Ability>;
  /** Among what stands may be the key that the report itself is sealed with. */
  readonly grantAgain: (rows: readonly AsideRow[]) => Promise<void>;
  readonly bodyOf: (id: Id) => EntryBody | undefined;
  readonly write: (entry: NewEntry, once: Once) => Promise<Result<void, SaveFailure>>;
}

type Told = StateRows['asideTold'];
interface Now {
  readonly told: Told | null;
  readonly standing: readonly AsideRow[];
  readonly isBeingTried: boolean;
  readonly carriedOut: readonly Id[];
  readonly settled: number;
}

export const createAsideReport = ({ db, device, newId, abilityOf, grantAgain, bodyOf, write }: AsideReportDeps) => {
  /** Almost every phone: then the disk is not asked at each change. */
  let neverTold = false;

  const toldEntry = async (row: AsideRow): Promise<ToldEntry> => {
    const { reason, record, kind } = toldOf(row, bodyOf(row.id));
    const can = await abilityOf(row.n);
    return {
      id: row.id,
      reason,
      can,
      ...(kind ? { kind } : {}),
      ...(record ? { record } : {}),
      ...(row.since ? { since: row.since } : {}),
    };
  };

  const reportOf = async ({ standing, carriedOut, settled }: Now): Promise<SetAsideReport> => ({
    count: standing.length,
    // A row that has lost its entry altogether has no name either; it is counted.
    entries: await Promise.all(
      standing
        .filter(({ id }) => id !== '')
        .slice(0, mostTold)
        .map(toldEntry),
    ),
    settled,
    carriedOut: [...carriedOut],
  });

  /**
   * What makes it another report: which, why, what was carried out, and under which name. All of it lies in the database, so that two
   * tabs agree; what one of them can open and the other cannot would have them tell in turn for ever.
   */
  const hashOf = async ({ standing, carriedOut }: Now): Promise<string> => {
    const said = spelled([device, carriedOut, standing.map(({ n, id, reason }) => [n, id, reason])]);
    return toHex(await primitives.sha256(new TextEncoder().encode(said)));
  };

  /** What was told and what stands, of one moment. Should another tab tell after it, this one's turn is over. */
  const look = (): Promise<Now> =>
    db.transaction('r', [db.state, db.outbox, db.entries], async () => {
      const [told, noted, rows] = await Promise.all([readState(db, 'asideTold'), readState(db, 'asideDone'), readSetAside(db)]);
      const again = told ? await db.outbox.bulkGet([...told.rows]) : [];
      return {
        told,
        standing: rows.filter(({ n, isResolved }) => !isResolved && !told?.reports.includes(n)).sort((a, b) => a.n - b.n),
        isBeingTried: again.some((row) => row !== undefined && row.setAside === undefined),
        carriedOut: (noted?.decisions ?? []).slice(-mostCarriedOut),
        settled: rows.filter(({ isResolved, device: writer }) => isResolved && writer === device).length,
      };
    });

  const once = (told: Told | null, telling: Pick<Told, 'said' | 'record' | 'rows'>): Once => ({
    // A phone with a twin sends nothing more of its own: that may have been found out a moment ago.
    isDue: async () => (await readState(db, 'twin')) === null && (await readState(db, 'asideTold'))?.last === told?.last,
    note: async ({ id, n }) => {
      const earlier = (await db.outbox.bulkGet([...(told?.reports ?? [])])).flatMap((row) => row ?? []);
      // What a refused report said is said by this one.
      for (const row of earlier) if (row.setAside !== undefined) await db.outbox.update(row.n, { resolved: true, anew: id });
      await keepState(db, 'asideTold', { ...telling, last: id, reports: [...earlier.map((row) => row.n), n] });
    },
  });

  return {
    /** `rows`: what is known to be set aside. What cannot be told now is told with the next change. */
    tell: async (rows: readonly AsideRow[]): Promise<void> => {
      if (neverTold && rows.length === 0) return;
      const now = await look();
      const { told, standing } = now;
      neverTold = told === null && standing.length === 0;
      // Offered again: what becomes of it is told, not that it is being tried.
      if (neverTold || now.isBeingTried) return;
      const said = await hashOf(now);
      if (said === told?.said) return;
      const record = told?.record ?? newId();
      const entry = { kind: reportKind, record, says: { ...(await reportOf(now)) }, audience: office, after: told ? [told.last] : [] };
      await grantAgain(standing);
      await write(entry, once(told, { said, record, rows: standing.map(({ n }) => n) }));
    },
  };
};
