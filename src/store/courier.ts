/** Getting entries to the office, and the office's receipts back, in files and codes: what is here to hand on, and taking in what comes. */
import { liveQuery } from 'dexie';
import { failed, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import { type CourierFileFailure, openCourier, spellCourier } from '../protocol/courier.ts';
import { createReceiver, createSeries, type Receiver, type Series } from '../protocol/fountain.ts';
import { primitives } from '../vault/primitives.ts';
import { type TakenEntries, takeEntries } from './courierIn.ts';
import { type CourierWay, entriesIn, isOpen, type Packed, packReceipts, packWaiting, receiptsIn } from './courierOut.ts';
import { type TakenReceipts, takeReceipts } from './courierReceipts.ts';
import { type FieldbookDatabase, readState } from './database.ts';
import type { SaveFailure } from './notebook.ts';
import { loadRoster } from './rosterRows.ts';
import { attempt } from './saving.ts';

/** What this device could hand on just now, in entries. */
export interface CourierView {
  readonly own: number;
  /** Of others, and not yet known to be at the office. */
  readonly carried: number;
  /** Of others, that the endpoint has signed for. */
  readonly receipts: number;
  /** Of others, that the endpoint did not take. */
  readonly refused: number;
}

export type TakenIn = TakenEntries | TakenReceipts;
export type TakeInFailure = CourierFileFailure | SaveFailure | { readonly type: 'other-organisation' | 'unproven' | 'unknown-endpoint' };

const lookAt = async (db: FieldbookDatabase): Promise<CourierView> => {
  const [outbox, rows] = await Promise.all([db.outbox.toArray(), db.carried.toArray()]);
  return {
    own: outbox.filter(({ setAside }) => setAside === undefined).length,
    carried: rows.filter(isOpen).reduce((sum, { bytes }) => sum + entriesIn(bytes), 0),
    refused: rows.reduce((sum, { bytes, refused }) => sum + (refused === undefined ? 0 : entriesIn(bytes)), 0),
    receipts: rows.reduce((sum, { answer }) => sum + (answer ? receiptsIn(answer) : 0), 0),
  };
};

export const createCourier = (db: FieldbookDatabase, now: () => string) => {
  /** A device that belongs nowhere has nothing to hand on and nobody to take from. */
  const here = async () => {
    const device = await readState(db, 'device');
    if (!device) throw new Error('this device belongs to no organisation');
    return device;
  };

  const take = async (file: Uint8Array): Promise<Result<TakenIn, TakeInFailure>> => {
    const opened = await openCourier(primitives, file);
    if (!opened.ok) return opened;
    const { org, holds, parts } = opened.value;
    const me = await here();
    if (toHex(org) !== me.org) return failed({ type: 'other-organisation' });
    if (holds === 'receipts')
      return takeReceipts({ db, org: me.org, endpoint: (await readState(db, 'endpoint'))?.key ?? null, at: now() }, parts);
    return takeEntries({ db, roster: (await loadRoster(db)).current(), device: me.device }, parts);
  };

  return {
    /** Tells at once and after every change. Returns how to stop. */
    watch: (tell: (view: CourierView) => void): (() => void) => {
      const watching = liveQuery(() => lookAt(db)).subscribe({ next: tell });
      return () => watching.unsubscribe();
    },
    packWaiting: (way: CourierWay): Promise<Result<Packed, SaveFailure>> =>
      attempt(async () => packWaiting(db, fromHex((await here()).org), way)),
    packReceipts: (way: CourierWay): Promise<Result<Packed, SaveFailure>> =>
      attempt(async () => packReceipts(db, fromHex((await here()).org), way)),
    /** What a packed file looks like on a disk or in a message. */
    spell: spellCourier,
    takeIn: async (file: Uint8Array): Promise<Result<TakenIn, TakeInFailure>> => {
      const taken = await attempt(() => take(file));
      return taken.ok ? taken.value : taken;
    },
    show: (file: Bytes): Promise<Series> => createSeries(primitives, file),
    look: (): Receiver => createReceiver(primitives),
  };
};
export type Courier = ReturnType<typeof createCourier>;
