/** Drafts: what is being typed, sealed at every pause, so that a lock, a crash or a dead battery loses nothing. */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import { toHex } from '../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../protocol/cbor.ts';
import { randomBytes } from '../vault/primitives.ts';
import { aesKeyFrom, openWith, sealWith } from '../vault/seal.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { FieldbookDatabase } from './database.ts';
import type { Draft, Drafts, SaveFailure } from './notebook.ts';
import { attempt } from './saving.ts';

const KeptDraft = v.strictObject({ id: v.string(), value: v.unknown(), keptAt: v.string() });
const binding = (row: string) => encodeCbor(['fieldbook draft', 1, row]);

export interface DraftBook extends Drafts {
  /**
   * Before the transaction that turns a draft into an entry: waits for its last write, holds back new ones, and says
   * which row to delete. Then `done(true)` when the entry was kept and took the row with it, or `done(false)`.
   */
  readonly handOver: (id: string) => Promise<{ readonly row: string | undefined; readonly done: (kept: boolean) => void }>;
}

export const openDrafts = async (db: FieldbookDatabase, vault: OpenVault, now: () => string, changed: () => void): Promise<DraftBook> => {
  const key = await aesKeyFrom(vault.contents().drafts);
  const held = new Map<string, { readonly row: string; readonly draft: Draft }>();
  /** Writes of one draft follow one another, so that an older one cannot overtake a newer. */
  let queue: Promise<unknown> = Promise.resolve();
  const beingSaved = new Set<string>();

  for (const { row, sealed } of await db.drafts.toArray()) {
    const plain = await openWith(key, sealed, binding(row));
    const value = plain.ok ? decodeCbor(plain.value) : null;
    const draft = value?.ok ? v.safeParse(KeptDraft, value.value) : null;
    if (!draft?.success) continue;
    const other = held.get(draft.output.id)?.draft;
    // Two tabs may each have kept one under the same name: the newer is shown first, the other is not thrown away.
    if (!other || other.keptAt < draft.output.keptAt) held.set(draft.output.id, { row, draft: draft.output });
  }

  const write = async (id: string): Promise<Result<void, SaveFailure>> => {
    const there = held.get(id);
    if (!there || beingSaved.has(id)) return ok(undefined);
    if (!vault.isOpen()) return failed({ type: 'locked' });
    return attempt(async () => {
      const sealed = await sealWith(key, encodeCbor(there.draft), binding(there.row));
      await db.drafts.put({ row: there.row, sealed });
    });
  };

  const writeNext = (id: string): Promise<Result<void, SaveFailure>> => {
    const turn = queue.then(() => write(id));
    queue = turn;
    return turn;
  };

  return {
    all: () => [...held.values()].map(({ draft }) => draft).sort((a, b) => (a.keptAt < b.keptAt ? 1 : a.keptAt > b.keptAt ? -1 : 0)),
    find: (id) => held.get(id)?.draft,
    handOver: async (id) => {
      beingSaved.add(id);
      await queue;
      return {
        row: held.get(id)?.row,
        done: (kept) => {
          beingSaved.delete(id);
          if (kept) held.delete(id);
          else void writeNext(id);
          changed();
        },
      };
    },
    keep: (id, value) => {
      const before = held.get(id);
      held.set(id, { row: before?.row ?? toHex(randomBytes(16)), draft: { id, value, keptAt: now() } });
      // What is typed further is shown by the screen that types it: telling everyone would draw that screen twice for every word.
      if (!before) changed();
      return writeNext(id);
    },
    drop: async (id) => {
      const row = held.get(id)?.row;
      held.delete(id);
      changed();
      const turn = queue.then(() => (row === undefined ? undefined : db.drafts.delete(row)));
      queue = turn.catch(() => undefined);
      await turn;
    },
  };
};
