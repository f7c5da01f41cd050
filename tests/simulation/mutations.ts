/**
 * Each guard of the exchange, and what the code looks like without it. `npm run simulate -- --mutations` builds the code once per
 * line and expects a seed to fail; a line whose text no longer stands exactly once in its file is reported as outdated.
 */
import type { Change } from './bundle.ts';

export interface Mutation extends Change {
  /** The guard that is taken away. */
  readonly name: string;
  /** A seed that is known to notice, tried before all others, with so many steps. */
  readonly seed?: number;
  readonly steps?: number;
}

const inStore: readonly Mutation[] = [
  {
    name: 'the head of the chain is compared before it is set',
    file: 'src/store/chain.ts',
    text: 'if ((now?.sequence ?? 0) !== head.sequence) return null;',
    instead: 'void now;',
  },
  {
    name: 'a save is one transaction',
    file: 'src/store/chain.ts',
    text: "db.transaction('rw', [db.entries, db.outbox, db.state, db.drafts], async () => {",
    instead: '((work: () => Promise<readonly number[] | null>) => work())(async () => {',
  },
  {
    name: 'a key is granted before the first entry under it',
    file: 'src/store/chain.ts',
    text: 'if (!deps.granted.has(name) && !grantedHere.has(name)) {',
    instead: 'if (deps.granted.size < 0) {',
  },
  {
    name: 'a key whose grant did not reach the disk is granted again',
    file: 'src/store/chain.ts',
    text: 'if (held) return ok(held);',
    instead: 'if (held) {\n deps.granted.add(toHex(held.id));\n return ok(held);\n }',
  },
  {
    name: 'a save takes its draft with it',
    file: 'src/store/chain.ts',
    text: 'if (draftRow !== undefined) await db.drafts.delete(draftRow);',
    instead: 'void draftRow;',
  },
  {
    name: 'a draft stays when its save fails',
    file: 'src/store/drafts.ts',
    text: 'if (kept) forget(id);',
    instead: 'forget(id);\n if (kept) beingSaved.delete(id);',
  },
  {
    name: 'two devices that draw alike name differently',
    file: 'src/store/freshId.ts',
    text: 'byte ^ (device[at] ?? 0)',
    instead: 'byte ^ (device[at] === undefined ? 1 : 0)',
    seed: 5412,
    steps: 500,
  },
  {
    name: 'no nonce is used twice',
    file: 'src/vault/seal.ts',
    text: 'const iv = randomBytes(nonceLength);',
    instead: 'const iv = new Uint8Array(nonceLength);',
  },
  {
    name: 'a draft takes no other draft’s row',
    file: 'src/store/drafts.ts',
    text: 'return await db.drafts.add({ row,',
    instead: 'return await db.drafts.put({ row,',
    seed: 72,
    steps: 500,
  },
  {
    name: 'two records never go by one name',
    file: 'src/store/freshId.ts',
    text: 'while (isTaken(name)) name = next(name);',
    instead: 'if (name === "") name = isTaken(next(name)) ? name : name;',
    seed: 76,
    steps: 500,
  },
  {
    name: 'what is not delivered is not forgotten',
    file: 'src/store/forgetting.ts',
    text: 'isOver(key, today) && !undelivered.has(toHex(key.id))',
    instead: 'isOver(key, today) && undelivered.size >= 0',
    seed: 11,
    steps: 500,
  },
  {
    name: 'grants that came before the key to them are read when it comes',
    file: 'src/store/opening.ts',
    text: 'if (unread.length > 0 && vault.contents().orgKey) await learn(unread.splice(0));',
    instead: 'unread.splice(0);',
  },
];

const inExchange: readonly Mutation[] = [
  {
    name: 'an answer settles in one transaction',
    file: 'src/store/outbox.ts',
    text: 'const moved = await db.transaction(',
    instead: "const moved = await ((_mode: string, _tables: unknown, work: () => Promise<Omit<Settled, 'links'>>) => work())(",
  },
  {
    name: 'the cursor moves by what the page held',
    file: 'src/store/outbox.ts',
    text: 'const seenUpTo = arrived.count > 0 ? page.from + arrived.count - 1 :',
    instead: 'const seenUpTo = arrived.count > 0 ? page.from + arrived.count :',
  },
  {
    name: 'receipts are verified',
    file: 'src/store/receipts.ts',
    text: 'const fits = places.length === 0 || (await primitives.verify(endpoint, signature, statement));',
    instead: 'const fits = places.length >= 0 || statement.length > 0 || signature.length > 0;',
  },
  {
    name: 'an entry that is here already does not stop the page',
    file: 'src/store/arriving.ts',
    text: "if (!(problem instanceof Dexie.BulkError) || problem.failures.some(({ name }) => name !== 'ConstraintError')) throw problem;",
    instead: 'if (problem || Dexie) throw problem;',
  },
  {
    name: 'a row that cannot be read steps aside',
    file: 'src/store/outbox.ts',
    text: 'if (unreadable.length > 0) await db',
    instead: 'if (unreadable.length < 0) await db',
  },
  {
    name: 'a batch ends at a signed entry',
    file: 'src/store/proving.ts',
    text: 'if (signature) end = at + 1;',
    instead: 'end = at + (signature ? 1 : 1);',
  },
  {
    name: 'a link of the roster is verified',
    file: 'src/protocol/roster.ts',
    text: "if (!(await primitives.verify(signer.keys.sign, link.signature, linkStatement(link.bodyBytes)))) return failed({ type: 'bad-signature' });",
    instead: '',
  },
];

const atEndpoint: readonly Mutation[] = [
  {
    name: 'keeping is one transaction',
    file: 'server/store/sqliteKeepAtOnce.ts',
    text: 'const { begin, count, prove, mark, commit } = statements();',
    instead:
      'const { count, prove, mark } = statements();\n const [begin, commit] = [{ run: (_: never[]) => _ }, { run: (_: never[]) => _ }];',
  },
  {
    name: 'keeping for several streams is one transaction',
    file: 'server/store/entries.ts',
    text: 'Promise<Kept[]> =>\n  db.transaction().execute(async (trx) => {',
    instead:
      'Promise<Kept[]> =>\n  ((work: (trx: Transaction<Tables>) => Promise<Kept[]>) => work(db as Transaction<Tables>))(async (trx) => {',
  },
  {
    name: 'what was kept once is had the next time',
    file: 'server/judge.ts',
    text: "if (there && sameBytes(there.id, unpacked.id)) verdicts.push({ is: 'had', place: there.place });",
    instead: "if (there && unpacked.bytes.length === 0) verdicts.push({ is: 'had', place: there.place });",
  },
  {
    name: 'the same entry twice at once is kept once',
    file: 'server/store/entries.ts',
    text: "if (there) return sameBytes(there.id, id) ? { is: 'had', place: there.place } : { is: 'fork' };",
    instead: "if (there) return { is: sameBytes(there.id, there.id) ? 'fork' : 'fork' };",
  },
  {
    name: 'who is let in later gets what was for everybody',
    file: 'server/store/rosterLinks.ts',
    text: 'if (follower) await follow(trx, at.org, follower);',
    instead: 'void follow;\n void follower;',
  },
  {
    name: 'an endpoint that was put back is noticed',
    file: 'server/page.ts',
    text: "return (await store.stands(session.org, { place, mark })) ? 'same' : 'other';",
    instead: "return (await store.stands(session.org, { place, mark })) ? 'same' : 'same';",
  },
];

const afterRestore: readonly Mutation[] = [
  {
    name: 'signatures stay with what was delivered',
    file: 'src/store/settling.ts',
    text: 'row?.signature ? [{ n: row.n, signature: row.signature }] : []',
    instead: 'row?.signature && row.n < 0 ? [{ n: row.n, signature: row.signature }] : []',
  },
  {
    name: 'what is not judged yet stays with what vouches for it',
    file: 'src/store/proving.ts',
    text: 'const stays = isOpen || isBound;',
    instead: 'const stays = isOpen || (isBound && at < 0);',
    seed: 118,
    steps: 500,
  },
  {
    name: 'what vouches for the lost goes along, though it is not lost',
    file: 'src/store/reoffering.ts',
    text: '  await listWitnesses(db);\n',
    instead: '  void listWitnesses;\n',
    seed: 122,
    steps: 500,
  },
  {
    name: 'all that is held is listed when the endpoint was put back',
    file: 'src/store/outbox.ts',
    text: "if (isCurrent && answer.history === 'other') await listAll(db, now());",
    instead: 'void listAll;',
  },
];

export const mutations: readonly Mutation[] = [...inStore, ...inExchange, ...atEndpoint, ...afterRestore];
