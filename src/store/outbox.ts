/**
 * The sealed side of the store: what an exchange takes and settles. It needs no vault, so a locked phone can still send.
 */
import { failed, type Result } from '../domain/result.ts';
import { type Bytes, fromHex } from '../protocol/bytes.ts';
import { parseCarried, type SignedReceipts } from '../protocol/carried.ts';
import type { Receipt, SyncAnswer, SyncBatch } from '../protocol/exchange.ts';
import { maxEntriesPerBatch, protocolNumber } from '../protocol/numbers.ts';
import { packRuns, unpackRuns } from '../protocol/runs.ts';
import { parseEntry } from '../protocol/sealedEntry.ts';
import { primitives } from '../vault/primitives.ts';
import { type Arrived, keepArrived, unpackPage } from './arriving.ts';
import { type CarriedRow, type EntryRow, type FieldbookDatabase, keepState, type OutboxRow, readState } from './database.ts';
import { settleForks } from './former.ts';
import type { SaveFailure } from './notebook.ts';
import { proofsOf, provableWithin, type Ready, stayingBehind } from './proving.ts';
import { answerFor, keepReceipts, signedFor } from './receipts.ts';
import { endReading, listAll, strikeOff, takeOffers } from './reoffering.ts';
import { grow, type HeldRoster } from './rosterRows.ts';
import { attempt } from './saving.ts';
import { confirm } from './settling.ts';
import { isTwinIn, noticeTwin } from './twin.ts';

/** What was taken for one exchange: the batch, its entries' ids, and the rows it stands for, in order. */
export interface Taken {
  readonly batch: SyncBatch;
  readonly ids: readonly Bytes[];
  readonly from: 'outbox' | 'offers' | 'carried';
  /** Under which name it was taken: an answer to another is not this device's any more. */
  readonly as: string;
  readonly ns: readonly number[];
  /** Which of them bear a signature that vouches for those before. */
  readonly signed: readonly boolean[];
}

/** What settling an answer has moved, and what is to be done next. */
export interface Settled {
  /** Own entries that the office has or has set aside. */
  readonly own: number;
  /** Whether anything moved at all, so that another exchange may move more. */
  readonly moved: boolean;
  /** Links that this roster has and the endpoint's has not: a supervisor's device hands them in. */
  readonly links: readonly Bytes[];
}

export type SettleFailure = SaveFailure | { readonly type: 'not-our-server' };

export interface OutboxDeps {
  readonly db: FieldbookDatabase;
  readonly roster: HeldRoster;
  /** The instant, ISO 8601. */
  readonly now?: () => string;
}

const waits = ({ setAside }: OutboxRow): boolean => setAside === undefined;
const isOpen = ({ answer, refused }: CarriedRow): boolean => answer === undefined && refused === undefined;

const readyFrom = ({ n, signature }: OutboxRow, row: EntryRow | undefined): Ready | null => {
  const entry = row ? parseEntry(row.bytes) : null;
  return row && entry?.ok ? { n, signature, id: fromHex(row.id), entry: entry.value, size: row.bytes.length } : null;
};

export const createOutbox = ({ db, roster, now = () => new Date().toISOString() }: OutboxDeps) => {
  /** A filter makes the database step from row to row; a plain stretch comes in one go. Rows set aside are few, so that is tried first. */
  const firstWaiting = async (limit: number): Promise<readonly OutboxRow[]> => {
    const rows = await db.outbox.orderBy('n').limit(limit).toArray();
    return rows.every(waits) ? rows : db.outbox.orderBy('n').filter(waits).limit(limit).toArray();
  };

  /** Own entries mostly stand side by side, and then one reading brings them all. */
  const entriesOf = async (rows: readonly OutboxRow[]): Promise<readonly (EntryRow | undefined)[]> => {
    const [first, last] = [rows[0]?.n ?? 0, rows[rows.length - 1]?.n ?? 0];
    if (last - first > rows.length * 2) return db.entries.bulkGet(rows.map(({ n }) => n));
    const stretch = new Map((await db.entries.where('n').between(first, last, true, true).toArray()).map((row) => [row.n, row]));
    return rows.map(({ n }) => stretch.get(n));
  };

  /** The first `limit` that wait. One that does not read could never be sent and would hold up all others: it is set aside, and stays. */
  const take = async (limit: number): Promise<readonly Ready[]> => {
    const rows = await firstWaiting(limit);
    const entries = await entriesOf(rows);
    const ready = rows.map((row, at) => readyFrom(row, entries[at]));
    const unreadable = rows.filter((_, at) => !ready[at]);
    if (unreadable.length > 0) await db.outbox.bulkPut(unreadable.map((row) => ({ ...row, setAside: 'malformed', since: now() })));
    return ready.flatMap((row) => row ?? []);
  };

  const takeOwn = async (limit: number): Promise<readonly Ready[]> => {
    const few = provableWithin(await take(limit), limit);
    return few.length > 0 || limit >= maxEntriesPerBatch ? few : provableWithin(await take(maxEntriesPerBatch), limit);
  };

  const nameNow = async (): Promise<string> => (await readState(db, 'device'))?.device ?? '';

  const greeting = async () => {
    const [cursor, links, told] = await Promise.all([readState(db, 'cursor'), readState(db, 'roster'), readState(db, 'told')]);
    return {
      protocol: protocolNumber,
      generation: cursor?.generation ?? '',
      seenUpTo: cursor?.seenUpTo ?? 0,
      rosterLinks: links?.links.length ?? 0,
      told: told?.top ?? null,
    } as const;
  };

  /** Own entries go first; then what the endpoint may have lost of others'. A device that has a twin sends nothing of its own. */
  const nextBatch = (limit: number): Promise<Result<Taken, SaveFailure>> =>
    attempt(async () => {
      const as = await nameNow();
      const own = (await readState(db, 'twin')) ? [] : await takeOwn(limit);
      const rows = own.length > 0 ? own : await takeOffers(db, limit);
      return {
        batch: { ...(await greeting()), runs: packRuns(rows), proofs: proofsOf(rows) },
        ids: rows.map(({ id }) => id),
        from: own.length > 0 || rows.length === 0 ? 'outbox' : 'offers',
        ns: rows.map(({ n }) => n),
        signed: rows.map(({ signature }) => signature !== undefined),
        as,
      };
    });

  /** The next batch of another device that lies here; `null` when there is none. One that does not read is refused here and now. */
  const nextCarried = (): Promise<Result<Taken | null, SaveFailure>> =>
    attempt(async () => {
      for (;;) {
        const row = await db.carried.orderBy('n').filter(isOpen).first();
        if (row?.n === undefined) return null;
        const parts = parseCarried(row.bytes);
        const entries = parts.ok ? await unpackRuns(primitives, parts.value.runs, maxEntriesPerBatch) : parts;
        if (parts.ok && entries.ok)
          return {
            batch: { ...(await greeting()), ...parts.value },
            ids: entries.value.map(({ id }) => id),
            from: 'carried',
            ns: [row.n],
            signed: [],
            as: await nameNow(),
          };
        await db.carried.update(row.n, { refused: 'malformed' });
      }
    });

  /** The endpoint refused a whole carried batch: it steps aside for the others. */
  const refuseCarried = ({ ns }: Taken, code: string): Promise<Result<void, SaveFailure>> =>
    attempt(async () => {
      for (const n of ns) await db.carried.update(n, { refused: code });
    });

  /** Keeps the answer in one transaction: receipts, what arrived, the cursor and the roster move together or not at all. */
  const settle = async (taken: Taken, answer: SyncAnswer): Promise<Result<Settled, SettleFailure>> => {
    const word = await attempt(() => signedFor(db, taken.ids, answer));
    if (!word.ok) return word;
    if (!word.value) return failed({ type: 'not-our-server' });
    const signed = word.value;
    return attempt(async () => {
      const arrived = await unpackPage(answer);
      await roster.refresh();
      const before = roster.current();
      const links = (await grow(before, answer.roster)).taken;
      const moved = await db.transaction(
        'rw',
        [db.entries, db.outbox, db.state, db.proofs, db.offers, db.receipts, db.carried],
        async () => {
          if ((await nameNow()) !== taken.as) return { own: 0, moved: true };
          const isCurrent = await isWhereItWas(taken);
          if (isCurrent && answer.history === 'other') await listAll(db, now());
          const settled = await settleReceipts(taken, answer, signed);
          await keepReceipts(db, signed, now());
          if (isCurrent) await keepPage(arrived, answer);
          if (await isTwinIn(db, answer)) await noticeTwin(db, now());
          const held = (await readState(db, 'roster'))?.links ?? [];
          if (links > 0 && held.length === before.links)
            await keepState(db, 'roster', { links: [...held, ...answer.roster.slice(0, links)] });
          return settled;
        },
      );
      return { ...moved, links: await linksFor(answer) };
    });
  };

  /** A tab that slept with an answer in its hands, while another went on, must not put the cursor back with it. */
  const isWhereItWas = async ({ batch: { generation, seenUpTo } }: Taken): Promise<boolean> => {
    const cursor = await readState(db, 'cursor');
    return (cursor?.generation ?? '') === generation && (cursor?.seenUpTo ?? 0) === seenUpTo;
  };

  const keepPage = async (arrived: Arrived, { generation, page, told, history }: SyncAnswer): Promise<void> => {
    const rereading = history === 'other' || (await readState(db, 'rereading')) !== null;
    if (rereading) await strikeOff(db, [...arrived.own, ...arrived.entries.map(({ id }) => id)]);
    await keepArrived(db, arrived);
    const seenUpTo = arrived.count > 0 ? page.from + arrived.count - 1 : Math.max(0, page.from - 1);
    await keepState(db, 'cursor', { generation, seenUpTo });
    await keepState(db, 'told', { top: told });
    if (rereading && !page.more) await endReading(db);
  };

  const settleReceipts = async (taken: Taken, answer: SyncAnswer, signed: SignedReceipts): Promise<Omit<Settled, 'links'>> => {
    if (taken.from === 'carried') return settleCarried(taken, answer, signed);
    const stays = stayingBehind(answer.receipts.map(await notYetJudged(answer)), taken.signed);
    const done = taken.ns.flatMap((n, at) => {
      const receipt = answer.receipts[at];
      return receipt && !stays[at] ? [{ n, receipt }] : [];
    });
    await (taken.from === 'outbox' ? settleOwn(done) : db.offers.bulkDelete(done.map(({ n }) => n)));
    return { own: taken.from === 'outbox' ? done.length : 0, moved: done.length > 0 };
  };

  const settleOwn = async (done: readonly { readonly n: number; readonly receipt: Receipt }[]): Promise<void> => {
    await confirm(
      db,
      done.flatMap(({ n, receipt }) => (receipt.is === 'set-aside' ? [] : [n])),
    );
    for (const { n, receipt } of done)
      if (receipt.is === 'set-aside') await db.outbox.update(n, { setAside: receipt.reason, since: now() });
    const isForked = done.some(({ receipt }) => receipt.is === 'set-aside' && receipt.reason === 'fork');
    if (isForked && (await settleForks(db)) === 'twin') await noticeTwin(db, now());
  };

  const settleCarried = async ({ ns }: Taken, { receipts }: SyncAnswer, signed: SignedReceipts): Promise<Omit<Settled, 'links'>> => {
    const reason = receipts.find((receipt) => receipt.is === 'set-aside')?.reason ?? 'malformed';
    const outcome = signed.places.length > 0 ? { answer: answerFor(signed) } : { refused: reason };
    for (const n of ns) await db.carried.update(n, outcome);
    return { own: 0, moved: true };
  };

  /** An endpoint whose roster is behind ours cannot yet know who may write to whom: what it says of that is not its last word. */
  const notYetJudged = async ({ links }: SyncAnswer): Promise<(receipt: Receipt) => boolean> => {
    const held = (await readState(db, 'roster'))?.links.length ?? 0;
    return (receipt) =>
      links < held && receipt.is === 'set-aside' && (receipt.reason === 'unknown-stream' || receipt.reason === 'not-yours');
  };

  const linksFor = async ({ links }: SyncAnswer): Promise<readonly Bytes[]> => {
    const held = (await readState(db, 'roster'))?.links ?? [];
    const me = (await readState(db, 'device'))?.device ?? '';
    return links < held.length && roster.current().devices.get(me)?.role === 'supervisor' ? held.slice(links) : [];
  };

  return {
    nextBatch,
    nextCarried,
    refuseCarried,
    settle,
    waiting: async (): Promise<number> => (await db.outbox.toArray()).filter(waits).length,
  };
};
export type Outbox = ReturnType<typeof createOutbox>;
