/** Opens the notebook over an open vault: reads and opens every row, then follows what this tab, other tabs and the exchange add. */
import type { OpenedEntry } from '../domain/entry.ts';
import type { RecordState } from '../domain/fold.ts';
import type { Id } from '../domain/id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { toHex } from '../protocol/bytes.ts';
import { signingKeyFrom } from '../vault/keys.ts';
import type { OpenVault } from '../vault/vault.ts';
import { belongsApart, createApart } from './apart.ts';
import { createAsideWork } from './asideWork.ts';
import { reachable } from './audiences.ts';
import { createChain, type Once, type Saved } from './chain.ts';
import { type EntryRow, type FieldbookDatabase, readState } from './database.ts';
import { openDrafts } from './drafts.ts';
import { forgetDelivered } from './forgetting.ts';
import { formerEntries } from './former.ts';
import { createIds } from './freshId.ts';
import { createHanding } from './handing.ts';
import { deviceToAnswer, membersIn } from './members.ts';
import type { NewEntry, Notebook, SaveFailure, Standing } from './notebook.ts';
import { dayNumber, type OpenedNotebook } from './openedNotebook.ts';
import { createOpener } from './opening.ts';
import { finishRenewal } from './renewing.ts';
import { signAgain } from './reoffering.ts';
import { loadRoster } from './rosterRows.ts';
import { type AsideRow, readSetAside, toldOf } from './setAside.ts';
import { createShelf } from './shelf.ts';
import { watchRows } from './watching.ts';

export interface NotebookDeps {
  readonly db: FieldbookDatabase;
  readonly vault: OpenVault;
  /** The instant, ISO 8601 with this device's offset. */
  readonly now: () => string;
}

export type { OpenedNotebook };
export const openNotebook = async ({ db, vault, now }: NotebookDeps): Promise<OpenedNotebook> => {
  await finishRenewal(db, vault);
  const { org, person, name, device, role, organisation, sign } = vault.contents();
  const me = { person: toHex(person), name, device: toHex(device), role };
  // Where one reading needs nothing of another they go side by side: each costs a slow phone a turn of its own.
  const [roster, signingKey] = await Promise.all([loadRoster(db), signingKeyFrom(sign.pkcs8)]);
  const granted = new Set<string>();
  const shelf = createShelf();
  const newId = createIds(device, shelf.bears);
  const opener = createOpener({ vault, roster: roster.current, granted });
  const apart = createApart(db, opener.openRow);
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };

  let readUpTo = 0;
  let outbox = new Map<number, string | undefined>();
  let aside: readonly AsideRow[] = [];
  let twin = false;
  const rowOf = new Map<Id, number>();
  let ownRows = 0;

  const isKnown = (id: Id): boolean => shelf.recordOfEntry(id) !== null || apart.isKnown(id);
  const put = (opened: readonly OpenedEntry[]): void => {
    apart.found(opened.filter(belongsApart));
    shelf.put(opened.filter((entry) => !belongsApart(entry)));
  };
  const takeIn = async (all: readonly EntryRow[]): Promise<void> => {
    // Of a chain that was given up, what lost its number to a twin's and was written anew is said by the new entry alone.
    const said = new Set(aside.flatMap(({ n, isResolved, device: writer }) => (isResolved && writer !== me.device ? [n] : [])));
    const rows = all.filter(({ n = 0 }) => !said.has(n));
    for (const { n, id } of rows) if (n !== undefined && outbox.has(n)) rowOf.set(id, n);
    apart.seen(rows);
    await opener.open(rows, put, isKnown);
    readUpTo = all.reduce((most, { n = 0 }) => Math.max(most, n), readUpTo);
  };
  /**
   * Everything at one moment: an entry saved between two readings would be taken for one that has reached the office. And in
   * one transaction, because each costs a slow phone more than what it reads.
   */
  const readDisk = () =>
    db.transaction('r', [db.entries, db.outbox, db.state], async () => {
      const [rows, waiting, setAsideRows, head, links, twinned] = await Promise.all([
        db.entries.where('n').above(readUpTo).toArray(),
        db.outbox.toCollection().primaryKeys(),
        readSetAside(db),
        readState(db, 'head'),
        readState(db, 'roster'),
        readState(db, 'twin'),
      ]);
      const again = await db.entries.bulkGet(waiting.filter((n) => n <= readUpTo && !outbox.has(n)));
      for (const row of again) if (row?.n !== undefined) rowOf.set(row.id, row.n);
      outbox = new Map(waiting.map((n) => [n, undefined]));
      aside = setAsideRows;
      for (const { n, reason } of aside) outbox.set(n, reason);
      for (const { n, isResolved } of aside) if (isResolved) outbox.delete(n);
      twin = twinned !== null;
      ownRows = (head?.sequence ?? 0) + (await formerEntries(db));
      return { rows, links: links?.links.length ?? 0 };
    });

  /** What the office may have lost and no kept signature proves. */
  const vouchAgain = () => signAgain({ db, org, device, signingKey });
  const openShelf = async (): Promise<void> => {
    await vouchAgain();
    await forgetDelivered(db, vault, dayNumber(now()));
    await takeIn((await readDisk()).rows);
    await apart.settle();
  };
  const [drafts] = await Promise.all([openDrafts(db, vault, now, changed), openShelf()]);
  const chain = createChain({ db, vault, signingKey, roster: roster.current, granted, day: () => dayNumber(now()) });

  const { handKeysTo, handWhatIsMissing } = createHanding({ vault, roster: roster.current, chain, opener });

  let queue: Promise<unknown> = Promise.resolve();
  const readNew = async (): Promise<void> => {
    if (!vault.isOpen()) return;
    const { rows, links } = await readDisk();
    if (links > roster.current().links) await roster.refresh(); // before opening: an entry of a device just let in is vouched for by its link
    if (rows.length > 0) {
      if (!rows.every(({ id }) => isKnown(id))) await vault.refresh(); // another tab may have made the key these are sealed with
      if (vault.isOpen()) await takeIn(rows);
    }
    await apart.settle();
    await asideWork.settle();
    await handWhatIsMissing();
    await vouchAgain();
    changed();
  };
  /** One that has not begun yet will see everything that is on disk by then, so nobody needs another behind it. */
  let next: Promise<void> | null = null;
  const follow = (): Promise<void> => {
    next ??= queue.then(() => {
      next = null;
      return readNew();
    });
    queue = next.catch(() => undefined);
    return next.catch((problem: unknown) => {
      // Locked in the middle: there is nobody left to show it to, and the next unlock reads everything.
      if (vault.isOpen()) throw problem;
    });
  };
  const rowsWatched = watchRows(db, follow);

  const bodyOf = ({ kind, record, says, after = [] }: NewEntry) => ({
    kind,
    record,
    says,
    writtenAt: now(),
    by: { person: me.person, name: me.name },
    after: [...new Set([...(shelf.record(record)?.heads ?? []), ...after])].slice(0, 64),
  });

  /** They are on disk, so they are on the shelf: locking at this very moment must not make them look unsaved. */
  const putOwn = (saved: readonly Saved[]): void => {
    for (const { id, n } of saved) {
      rowOf.set(id, n);
      outbox.set(n, undefined);
    }
    put(saved.map(({ id, body }) => ({ id, device: me.device, role, body })));
    changed();
  };

  const writeNow = async (entries: readonly NewEntry[], draftRow?: string, once?: Once): Promise<Result<void, SaveFailure>> => {
    if (!vault.isOpen()) return failed({ type: 'locked' });
    if (new Set(entries.map(({ record }) => record)).size < entries.length)
      throw new Error('of one record, the second entry must see the first');
    if (role !== 'supervisor' && entries.some(({ audience }) => audience.everybody))
      throw new Error('only a supervisor writes to everybody');
    const saved = await chain.save(
      entries.map((entry) => ({ body: bodyOf(entry), audience: reachable(entry.audience, roster.current(), me.device) })),
      draftRow,
      once,
    );
    if (!saved.ok) return saved;
    putOwn(saved.value);
    return ok(undefined);
  };

  /** One after the other, so that the second of two quick writes has seen the first and does not disagree with it. */
  let writing: Promise<unknown> = Promise.resolve();
  const writeTogether: Notebook['writeTogether'] = async (entries) => {
    const draft = entries.find((entry) => entry.draft !== undefined)?.draft;
    const leaving = draft === undefined ? null : await drafts.handOver(draft);
    let kept = false;
    try {
      const turn = writing.then(() => writeNow(entries, leaving?.row));
      writing = turn.catch(() => undefined);
      const saved = await turn;
      kept = saved.ok;
      return saved;
    } finally {
      leaving?.done(kept);
    }
  };
  const write: Notebook['write'] = async (entry) => {
    const saved = await writeTogether([entry]);
    return saved.ok ? ok(shelf.record(entry.record) as RecordState) : saved;
  };

  const standingOf = (record: Id): Standing => {
    const history = shelf.record(record)?.history ?? [];
    if (history.some(({ id }) => outbox.has(rowOf.get(id) ?? -1))) return 'on-this-phone';
    return history.some(isSupervisorsLook) ? 'seen' : 'at-the-office';
  };
  const isSupervisorsLook = ({ role: by, body }: OpenedEntry) => by === 'supervisor' && (body.kind === 'seen' || body.kind === 'review');

  const findEntry = (id: Id): OpenedEntry | undefined => {
    const record = shelf.recordOfEntry(id);
    return record === null ? undefined : shelf.record(record)?.history.find((entry) => entry.id === id);
  };
  const asideWork = createAsideWork({
    db,
    vault,
    signingKey,
    roster: roster.current,
    chain,
    find: findEntry,
    openRow: opener.openRow,
    granted,
    handAll: handKeysTo,
    me,
    newId,
    recordsOf: shelf.recordsOf,
    rows: () => aside,
    twin: () => twin,
    write: (entry, once) => writeNow([entry], undefined, once),
    takeNew: async () => {
      if (vault.isOpen()) await takeIn((await readDisk()).rows);
    },
  });
  const atFirst = asideWork.settle().then(handWhatIsMissing);
  queue = atFirst.catch(() => undefined); // what follows waits its turn: two at once would hand out the same keys twice
  await atFirst;
  const entryOfRow = (n: number): OpenedEntry | undefined => {
    for (const [id, row] of rowOf) if (row === n) return findEntry(id);
    return undefined;
  };
  const followed = async <F>(done: Result<void, F>): Promise<Result<void, F>> => {
    if (done.ok) await follow();
    return done;
  };

  const leave = (): void => {
    rowsWatched.unsubscribe();
    watchers.clear();
  };

  return {
    me,
    organisation: { id: toHex(org), name: organisation },
    roster: roster.current,
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    record: shelf.record,
    recordsOf: shelf.recordsOf,
    aboutPerson: shelf.aboutPerson,
    write,
    writeTogether,
    handKeysTo,
    awaitsKeys: (to) => opener.newcomers().includes(to),
    hasPart: apart.has,
    openPart: async (record) => (vault.isOpen() ? apart.open(record) : failed({ type: 'locked' })),
    standingOf,
    delivery: () => {
      const open = aside.filter(({ isResolved }) => !isResolved).map((row) => toldOf(row, entryOfRow(row.n)?.body));
      const resolved = aside.length - open.length;
      return {
        waiting: outbox.size - open.length,
        delivered: ownRows - outbox.size - resolved,
        setAside: open,
        resolved,
        carriedOut: asideWork.carriedOut(),
      };
    },
    tryAgain: async (n) => followed(await asideWork.tryAgain(n)),
    writeAnew: async (n) => followed(await asideWork.writeAnew(n)),
    twin: () => twin,
    unopened: opener.unopened,
    // A worker's device receives only what is for it, so only the office can tell what is missing.
    missing: () => (role === 'supervisor' ? opener.missing() : 0),
    members: () => membersIn(roster.current(), shelf, me),
    writerDeviceOf: (record) => {
      const writer = shelf.record(record)?.history.find(({ body }) => body.by.person !== me.person);
      return writer && deviceToAnswer(roster.current(), shelf, writer);
    },
    drafts,
    newId,
    today: () => now().slice(0, 10),
    now,
    catchUp: follow,
    leave,
    close: () => {
      leave();
      vault.close();
    },
  };
};
