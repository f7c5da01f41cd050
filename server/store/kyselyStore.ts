/** The one store, written in the SQL that SQLite and PostgreSQL share; a dialect brings the connection and the bulk insert. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { type InsertEntries, keep, known } from './entries.ts';
import { ask, asking, closeInvitation, countWrongKey, findInvitation, leaveInvitation } from './invitations.ts';
import { migrate } from './migrations.ts';
import { lastPlace, page } from './pages.ts';
import { addRosterLink, found, rosterLinks } from './rosterLinks.ts';
import { DiskFull, type ServerStore } from './store.ts';
import { type Tables, tableNames } from './tables.ts';

export interface DialectParts {
  readonly kind: ServerStore['kind'];
  readonly db: Kysely<Tables>;
  readonly insertEntries: InsertEntries;
  readonly isDiskFull: (error: unknown) => boolean;
}

export const openKyselyStore = async ({ kind, db, insertEntries, isDiskFull }: DialectParts): Promise<ServerStore> => {
  /** A full disk is told apart at every write, wherever in the transaction it shows. */
  const writing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw isDiskFull(error) ? new DiskFull() : error;
    });
  await writing(migrate(db));
  const { generation, secret } = await writing(aboutThis(db));

  return {
    kind,
    generation,
    secret: fromHex(secret),
    found: (org, link, rule) => writing(found(db, org, link, rule)),
    rosterLinks: (org, from) => rosterLinks(db, org, from),
    addRosterLink: (org, n, link, admitted) => writing(addRosterLink(db, { org, n }, link, admitted)),
    known: (org, keys) => known(db, org, keys),
    keep: (org, entries) => writing(keep(db, insertEntries, org, entries)),
    lastPlace: (org, stream) => lastPlace(db, org, stream),
    page: (org, pageAsk) => page(db, org, pageAsk),
    leaveInvitation: (left, forgetBefore) => writing(leaveInvitation(db, left, forgetBefore)),
    findInvitation: (invitation) => findInvitation(db, invitation),
    countWrongKey: (invitation) => writing(countWrongKey(db, invitation)),
    closeInvitation: (org, invitation, wrongKeys) => writing(closeInvitation(db, org, invitation, wrongKeys)),
    ask: (invitation, request, at) => writing(ask(db, invitation, request, at)),
    asking: (org, limits) => asking(db, org, limits),
    isAlive: async () => {
      await db.selectFrom('meta').select('key').limit(1).execute();
    },
    counts: () => counts(db),
    close: () => db.destroy(),
  };
};

/** Whoever comes first writes them; everybody reads what stands. */
const aboutThis = async (db: Kysely<Tables>): Promise<{ readonly generation: string; readonly secret: string }> => {
  const fresh = [
    { key: 'generation', value: toHex(randomBytes(16)) },
    { key: 'secret', value: toHex(randomBytes(32)) },
  ];
  await db
    .insertInto('meta')
    .values(fresh)
    .onConflict((at) => at.doNothing())
    .execute();
  const rows = new Map((await db.selectFrom('meta').selectAll().execute()).map(({ key, value }) => [key, value]));
  return { generation: rows.get('generation') ?? '', secret: rows.get('secret') ?? '' };
};

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
