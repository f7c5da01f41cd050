/** What is new for one device: supervisors follow the office's stream, everybody else their own. */
import type { Bytes } from '../src/protocol/bytes.ts';
import type { PageItem, SyncAnswer, SyncBatch } from '../src/protocol/exchange.ts';
import { maxEntriesPerPage, maxPageBytes } from '../src/protocol/numbers.ts';
import { type NumberedEntry, packRuns } from '../src/protocol/runs.ts';
import { parseEntry } from '../src/protocol/sealedEntry.ts';
import type { Session } from './deps.ts';
import type { Placed, ServerStore } from './store/store.ts';

type WirePage = SyncAnswer['page'];
interface StreamName {
  readonly org: Bytes;
  readonly stream: Bytes | null;
}

export const pageFor = async (store: ServerStore, { org, device, member }: Session, batch: SyncBatch): Promise<WirePage> => {
  const stream = member.role === 'supervisor' ? null : device;
  const after = await startOf(store, { org, stream }, batch);
  const page = await store.page(org, { stream, after, reader: device, mostEntries: maxEntriesPerPage, mostBytes: maxPageBytes });
  return { from: page.entries[0]?.place ?? after + 1, items: toItems(page.entries), more: page.more };
};

/**
 * From the beginning when the cursor belongs to another history: another generation, or a place this stream has never
 * reached, as after a backup put back without telling. Going on from there would skip entries without a word.
 */
const startOf = async (store: ServerStore, { org, stream }: StreamName, batch: SyncBatch): Promise<number> => {
  if (batch.generation !== store.generation || batch.seenUpTo === 0) return 0;
  return batch.seenUpTo <= (await store.lastPlace(org, stream)) ? batch.seenUpTo : 0;
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
