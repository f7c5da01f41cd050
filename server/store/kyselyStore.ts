/** The one store, written in the SQL that SQLite and PostgreSQL share; a dialect brings the connection and the bulk insert. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { ok, type Result } from '../../src/domain/result.ts';
import { type Bytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { takeCopy } from '../copy/takeCopy.ts';
import { type InsertEntries, keep, known } from './entries.ts';
import { lastMark, newestOf, stands } from './history.ts';
import { ask, asking, closeInvitation, countWrongKey, findInvitation, leaveInvitation } from './invitations.ts';
import { type MigrateFailure, migrate } from './migrations.ts';
import { lastPlace, page } from './pages.ts';
import type { Again } from './retry.ts';
import { addRosterLink, found, foundWhole, rosterLinks } from './rosterLinks.ts';
import { DiskFull, type Kept, type NewEntry, type ServerStore } from './store.ts';
import { type Tables, tableNames } from './tables.ts';

export interface DialectParts {
  readonly kind: ServerStore['kind'];
  readonly db: Kysely<Tables>;
  readonly insertEntries: InsertEntries;
  /** The usual batch by a shorter way; `null` when it has to be the long one. */
  readonly keepAtOnce: (db: Kysely<Tables>, org: Bytes, entries: readonly NewEntry[]) => Promise<Kept[] | null>;
  readonly isDiskFull: (error: unknown) => boolean;
  /** Does the whole of it once more when the database says that it was in another's way. SQLite has one connection and never says so. */
  readonly again?: Again;
  readonly againAtOpening?: Again;
}

const once: Again = (work) => work();

export const openKyselyStore = async (parts: DialectParts): Promise<Result<ServerStore, MigrateFailure>> => {
  const { kind, db, insertEntries, keepAtOnce, isDiskFull, again = once, againAtOpening = once } = parts;
  /** A full disk is told apart at every write, wherever in the transaction it shows. */
  const writing = <T>(work: () => Promise<T>): Promise<T> =>
    again(work).catch((error: unknown) => {
      throw isDiskFull(error) ? new DiskFull() : error;
    });
  const migrated = await againAtOpening(() => writing(() => migrate(db)));
  if (!migrated.ok) {
    await db.destroy();
    return migrated;
  }
  const { generation, secret, receiptKey } = await againAtOpening(() => writing(() => aboutThis(db)));

  return ok({
    kind,
    generation,
    secret: fromHex(secret),
    receiptKey: fromHex(receiptKey),
    found: (org, link, rule) => writing(() => found(db, org, link, rule)),
    foundWhole: (org, links, rule) => writing(() => foundWhole(db, org, links, rule)),
    rosterLinks: (org, from) => again(() => rosterLinks(db, org, from)),
    addRosterLink: (org, n, link, admitted) => writing(() => addRosterLink(db, { org, n }, link, admitted)),
    known: (org, keys) => again(() => known(db, org, keys)),
    keepNew: (org, entries) => writing(() => keepAtOnce(db, org, entries)),
    keep: (org, entries) => writing(async () => (await keepAtOnce(db, org, entries)) ?? keep(db, insertEntries, org, entries)),
    lastPlace: (org, stream) => again(() => lastPlace(db, org, stream)),
    page: (org, pageAsk) => again(() => page(db, org, pageAsk)),
    lastMark: (org) => again(() => lastMark(db, org)),
    stands: (org, mark) => again(() => stands(db, org, mark)),
    newestOf: (org, device) => again(() => newestOf(db, org, device)),
    leaveInvitation: (left, forgetBefore) => writing(() => leaveInvitation(db, left, forgetBefore)),
    findInvitation: (invitation) => again(() => findInvitation(db, invitation)),
    countWrongKey: (invitation) => writing(() => countWrongKey(db, invitation)),
    closeInvitation: (org, invitation, wrongKeys) => writing(() => closeInvitation(db, org, invitation, wrongKeys)),
    ask: (invitation, request, at) => writing(() => ask(db, invitation, request, at)),
    asking: (org, limits) => again(() => asking(db, org, limits)),
    isAlive: async () => {
      await db.selectFrom('meta').select('key').limit(1).execute();
    },
    counts: () => counts(db),
    copy: (now) => takeCopy(db, now),
    close: () => db.destroy(),
  });
};

interface AboutThis {
  readonly generation: string;
  readonly secret: string;
  readonly receiptKey: string;
}

/**
 * Whoever comes first writes them; everybody reads what stands. A database that had a generation and no key was written by an older
 * version, and may be put back to that: its next key would be another one, so with each key a new generation begins.
 */
const aboutThis = (db: Kysely<Tables>): Promise<AboutThis> =>
  db.transaction().execute(async (trx) => {
    const generation = toHex(randomBytes(16));
    const fresh = [
      { key: 'generation', value: generation },
      { key: 'secret', value: toHex(randomBytes(32)) },
      { key: 'receipt-key', value: toHex(newSigningKey()) },
    ];
    const written = await trx
      .insertInto('meta')
      .values(fresh)
      .onConflict((at) => at.doNothing())
      .returning('key')
      .execute();
    if (written.some(({ key }) => key === 'receipt-key'))
      await trx.updateTable('meta').set({ value: generation }).where('key', '=', 'generation').execute();
    const rows = new Map((await trx.selectFrom('meta').selectAll().execute()).map(({ key, value }) => [key, value]));
    return { generation: rows.get('generation') ?? '', secret: rows.get('secret') ?? '', receiptKey: rows.get('receipt-key') ?? '' };
  });

const newSigningKey = (): Uint8Array =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' });

const counts = async (db: Kysely<Tables>): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const table of tableNames) {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('rows'))
      .executeTakeFirst();
    counted[table] = Number(row?.rows ?? 0);
  }
  return counted;
};
