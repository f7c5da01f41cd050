/** What is new for one device: supervisors follow the office's stream, everybody else their own. */
import type { Bytes } from '../src/protocol/bytes.ts';
import type { AnySyncBatch, PageItem, SyncAnswer } from '../src/protocol/exchange.ts';
import { maxEntriesPerPage, maxPageBytes } from '../src/protocol/numbers.ts';
import { type NumberedEntry, packRuns } from '../src/protocol/runs.ts';
import { parseEntry } from '../src/protocol/sealedEntry.ts';
import type { Session } from './deps.ts';
import type { Placed, ServerStore } from './store/store.ts';

type WirePage = SyncAnswer['page'];
export type History = SyncAnswer['history'];

/** From the beginning when the cursor belongs to another history: going on from there would skip entries without a word. */
export const pageFor = async (store: ServerStore, { org, device, member }: Session, after: number): Promise<WirePage> => {
  const stream = member.role === 'supervisor' ? null : device;
  const { entries, more } = await store.page(org, {
    stream,
    after,
    reader: device,
    mostEntries: maxEntriesPerPage,
    mostBytes: maxPageBytes,
  });
  const foreign = entries.filter(({ bytes }) => bytes !== null);
  const proofs = foreign.flatMap(({ proof }, at) => (proof ? [[at, proof] as [number, Bytes]] : []));
  return { from: entries[0]?.place ?? after + 1, items: toItems(entries), more, proofs };
};

/** Whether all that this device was told of still stands. What was told last vouches for everything before. */
export const historyOf = async (store: ServerStore, session: Session, batch: AnySyncBatch): Promise<History> => {
  if (batch.protocol === 1 || !batch.told) return historyWithoutMark(store, session, batch);
  const [place, mark] = batch.told;
  return (await store.stands(session.org, { place, mark })) ? 'same' : 'other';
};

/** A device that was never told of a mark: another generation, or a place this stream has never reached. */
const historyWithoutMark = async (store: ServerStore, { org, device, member }: Session, batch: AnySyncBatch): Promise<History> => {
  if (batch.generation === '') return 'same';
  if (batch.generation !== store.generation) return 'other';
  const stream = member.role === 'supervisor' ? null : device;
  return batch.seenUpTo <= (await store.lastPlace(org, stream)) ? 'same' : 'other';
};

/** In place order: rows of the device's own ids, and runs of what others wrote. */
const toItems = (entries: readonly Placed[]): PageItem[] => {
  const items: PageItem[] = [];
  let others: NumberedEntry[] = [];
  let own: Bytes[] = [];
  const flush = () => {
    if (own.length > 0) items.push({ own });
    items.push(...packRuns(others));
    others = [];
    own = [];
  };
  for (const { id, bytes } of entries) {
    if (bytes ? own.length > 0 : others.length > 0) flush();
    if (bytes) others.push({ id, entry: reopened(bytes) });
    else own.push(id);
  }
  flush();
  return items;
};

const reopened = (bytes: Bytes): NumberedEntry['entry'] => {
  const entry = parseEntry(bytes);
  // It parsed when it was kept, so this is a damaged database.
  if (!entry.ok) throw new Error(`a kept entry cannot be read: ${entry.failure.type}`);
  return entry.value;
};
