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
  const held = new Map<string, Draft>();
  /** Where each that was written lies. */
  const rows = new Map<string, string>();
  /** Writes of one draft follow one another, so that an older one cannot overtake a newer. */
  let queue: Promise<unknown> = Promise.resolve();
  const beingSaved = new Set<string>();

  for (const { row, sealed } of await db.drafts.toArray()) {
    const plain = await openWith(key, sealed, binding(row));
    const value = plain.ok ? decodeCbor(plain.value) : null;
    const draft = value?.ok ? v.safeParse(KeptDraft, value.value) : null;
    if (!draft?.success) continue;
    const { id, keptAt } = draft.output;
    const other = held.get(id);
    // Two tabs may each have kept one under the same name: the newer is shown first, the other is not thrown away.
    if (other && other.keptAt >= keptAt) continue;
    held.set(id, draft.output);
    rows.set(id, row);
  }

  const sealedFor = (row: string, draft: Draft) => sealWith(key, encodeCbor(draft), binding(row));

  /** In a row that no other draft has, of this tab or another, also where randomness repeats itself: to overwrite one is to lose it. */
  const addRow = async (draft: Draft, row = toHex(randomBytes(16))): Promise<string> => {
    try {
      return await db.drafts.add({ row, sealed: await sealedFor(row, draft) });
    } catch (problem) {
      if (!(problem instanceof Error) || problem.name !== 'ConstraintError') throw problem;
      return addRow(draft, `${row}-`);
    }
  };

  const dropRow = async (id: string): Promise<void> => {
    const row = rows.get(id);
    if (row === undefined) return;
    await db.drafts.delete(row);
    rows.delete(id);
  };
  const forget = (id: string): void => {
    held.delete(id);
    rows.delete(id);
  };

  const write = async (id: string): Promise<Result<void, SaveFailure>> => {
    const draft = held.get(id);
    if (!draft || beingSaved.has(id)) return ok(undefined);
    if (!vault.isOpen()) return failed({ type: 'locked' });
    const row = rows.get(id);
    return attempt(async () => {
      if (row === undefined) rows.set(id, await addRow(draft));
      else await db.drafts.put({ row, sealed: await sealedFor(row, draft) });
    });
  };

  const writeNext = (id: string): Promise<Result<void, SaveFailure>> => {
    const turn = queue.then(() => write(id));
    queue = turn;
    return turn;
  };

  return {
    all: () => [...held.values()].sort((a, b) => (a.keptAt < b.keptAt ? 1 : a.keptAt > b.keptAt ? -1 : 0)),
    find: (id) => held.get(id),
    handOver: async (id) => {
      beingSaved.add(id);
      await queue;
      return {
        row: rows.get(id),
        done: (kept) => {
          beingSaved.delete(id);
          if (kept) forget(id);
          else void writeNext(id);
          changed();
        },
      };
    },
    keep: (id, value) => {
      const isNew = !held.has(id);
      held.set(id, { id, value, keptAt: now() });
      // What is typed further is shown by the screen that types it: telling everyone would draw that screen twice for every word.
      if (isNew) changed();
      return writeNext(id);
    },
    drop: async (id) => {
      held.delete(id);
      changed();
      const turn = queue.then(() => dropRow(id));
      queue = turn.catch(() => undefined);
      await turn;
    },
  };
};
