/** The roster's chain as it is kept. Whether a link may be added was judged before (src/protocol/roster.ts); here only its place is guarded. */
import type { Kysely, Transaction } from 'kysely';
import { type Bytes, sameBytes } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import type { Admitted, FoundingRule, WholeRoster } from './store.ts';
import { follow, lockCounter, office } from './streams.ts';
import type { Tables } from './tables.ts';

const linkAt = async (db: Kysely<Tables>, org: Bytes, n: number): Promise<Bytes | null> => {
  const row = await db.selectFrom('roster_links').select('link').where('org', '=', org).where('n', '=', n).executeTakeFirst();
  return row ? asBytes(row.link) : null;
};

export const found = (db: Kysely<Tables>, org: Bytes, link: Bytes, rule: FoundingRule): Promise<'done' | 'closed'> =>
  db.transaction().execute(async (trx) => {
    await lockFounding(trx);
    if (await linkAt(trx, org, 0)) return 'done';
    if (rule === 'closed' || (rule === 'first' && (await anyOrganisation(trx)))) return 'closed';
    await trx.insertInto('roster_links').values({ org, n: 0, link }).execute();
    return 'done';
  });

/** The whole chain at once, or nothing of it. `admitted` is what each link but the first does. */
export const foundWhole = (
  db: Kysely<Tables>,
  org: Bytes,
  [first, ...rest]: WholeRoster,
  rule: FoundingRule,
): Promise<'done' | 'closed' | 'already-there'> =>
  db.transaction().execute(async (trx) => {
    await lockFounding(trx);
    if (await linkAt(trx, org, 0)) return 'already-there';
    if (rule === 'closed' || (rule === 'first' && (await anyOrganisation(trx)))) return 'closed';
    await trx.insertInto('roster_links').values({ org, n: 0, link: first }).execute();
    await lockCounter(trx, org, office);
    for (const [at, [link, { follower }]] of rest.entries()) {
      await trx
        .insertInto('roster_links')
        .values({ org, n: at + 1, link })
        .execute();
      if (follower) await follow(trx, org, follower);
    }
    return 'done';
  });

/** Two first founders at once: the second waits here and then sees the first. */
const lockFounding = (trx: Transaction<Tables>) =>
  trx.updateTable('locks').set({ name: 'founding' }).where('name', '=', 'founding').execute();

const anyOrganisation = async (db: Kysely<Tables>): Promise<boolean> =>
  (await db.selectFrom('roster_links').select('n').limit(1).executeTakeFirst()) !== undefined;

export const rosterLinks = async (db: Kysely<Tables>, org: Bytes, from: number): Promise<Bytes[]> => {
  const rows = await db.selectFrom('roster_links').select('link').where('org', '=', org).where('n', '>=', from).orderBy('n').execute();
  return rows.map(({ link }) => asBytes(link));
};

export const addRosterLink = (
  db: Kysely<Tables>,
  at: { readonly org: Bytes; readonly n: number },
  link: Bytes,
  { invitation, follower }: Admitted,
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await lockCounter(trx, at.org, office);
    await trx
      .insertInto('roster_links')
      .values({ ...at, link })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const standing = await linkAt(trx, at.org, at.n);
    if (!standing || !sameBytes(standing, link)) return false;
    await trx.updateTable('invitations').set({ admitted: 1 }).where('org', '=', at.org).where('invitation', '=', invitation).execute();
    if (follower) await follow(trx, at.org, follower);
    return true;
  });
