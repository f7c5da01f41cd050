/** Invitations as they are kept: a guard, a card nobody here can open, and at most one request. */
import type { Kysely } from 'kysely';
import { type Bytes, sameBytes } from '../../src/protocol/bytes.ts';
import { asBytes } from './bytes.ts';
import type { Asking, Invitation, ServerStore } from './store.ts';
import type { Tables } from './tables.ts';

export const findInvitation = async (db: Kysely<Tables>, invitation: Bytes): Promise<Invitation | null> => {
  const row = await db.selectFrom('invitations').selectAll().where('invitation', '=', invitation).executeTakeFirst();
  if (!row) return null;
  return {
    org: asBytes(row.org),
    invitation: asBytes(row.invitation),
    guard: asBytes(row.guard),
    card: asBytes(row.card),
    expires: Number(row.expires),
    wrongKeys: Number(row.wrong_keys),
    request: row.request ? asBytes(row.request) : null,
  };
};

export const leaveInvitation = (
  db: Kysely<Tables>,
  left: Parameters<ServerStore['leaveInvitation']>[0],
  forgetBefore: number,
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await trx.deleteFrom('invitations').where('org', '=', left.org).where('expires', '<', forgetBefore).execute();
    await trx
      .insertInto('invitations')
      .values({ ...left, wrong_keys: 0, request: null, asked: null, admitted: 0 })
      .onConflict((at) => at.doNothing())
      .execute();
    const standing = await findInvitation(trx, left.invitation);
    return !!standing && sameBytes(standing.org, left.org) && sameBytes(standing.guard, left.guard) && sameBytes(standing.card, left.card);
  });

export const countWrongKey = async (db: Kysely<Tables>, invitation: Bytes): Promise<void> => {
  await db
    .updateTable('invitations')
    .set(({ eb }) => ({ wrong_keys: eb('wrong_keys', '+', 1) }))
    .where('invitation', '=', invitation)
    .execute();
};

export const closeInvitation = async (db: Kysely<Tables>, org: Bytes, invitation: Bytes, wrongKeys: number): Promise<void> => {
  await db.updateTable('invitations').set({ wrong_keys: wrongKeys }).where('org', '=', org).where('invitation', '=', invitation).execute();
};

export const ask = (db: Kysely<Tables>, invitation: Bytes, request: Bytes, at: number): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await trx
      .updateTable('invitations')
      .set({ request, asked: at })
      .where('invitation', '=', invitation)
      .where('request', 'is', null)
      .execute();
    const standing = await findInvitation(trx, invitation);
    return !!standing?.request && sameBytes(standing.request, request);
  });

export const asking = async (db: Kysely<Tables>, org: Bytes, limits: Parameters<ServerStore['asking']>[1]): Promise<Asking[]> => {
  const rows = await db
    .selectFrom('invitations')
    .select(['invitation', 'request'])
    .where('org', '=', org)
    .where('request', 'is not', null)
    .where('admitted', '=', 0)
    .where('wrong_keys', '<', limits.wrongKeys)
    .where('expires', '>=', limits.forgetBefore)
    .orderBy('asked')
    .limit(limits.most)
    .execute();
  return rows.flatMap(({ invitation, request }) => (request ? [{ invitation: asBytes(invitation), request: asBytes(request) }] : []));
};
