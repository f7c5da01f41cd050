/** One exchange, read top to bottom: open the batch, judge, keep, and only when that is on disk answer with receipts and what is new. */
import { ok } from '../src/domain/result.ts';
import type { Bytes } from '../src/protocol/bytes.ts';
import { encodeSyncAnswer, parseSyncBatch, type Receipt, type SyncBatch } from '../src/protocol/exchange.ts';
import { maxEntriesPerBatch, protocolNumber } from '../src/protocol/numbers.ts';
import { type UnpackedEntry, unpackRuns } from '../src/protocol/runs.ts';
import { type Answer, refuse } from './answers.ts';
import type { Room, Session } from './deps.ts';
import { askingOf } from './joining.ts';
import { judge } from './judge.ts';
import { pageFor } from './page.ts';

export const exchange = async (room: Room, body: Bytes, session: Session): Promise<Answer> => {
  const batch = parseSyncBatch(body);
  if (!batch.ok) return refuse(batch.failure.type);
  const entries = await unpackRuns(room.primitives, batch.value.runs, maxEntriesPerBatch);
  if (!entries.ok) return refuse('too-large');
  if (batch.value.proofs.some(([index]) => index >= entries.value.length)) return refuse('malformed');

  const receipts = await takeIn(room, session, entries.value, batch.value.proofs);
  if (receipts.some(({ is }) => is === 'kept')) await room.afterCommit?.();

  return ok(
    encodeSyncAnswer({
      protocol: protocolNumber,
      generation: room.store.generation,
      receipts,
      roster: session.seen.links.slice(batch.value.rosterLinks),
      page: await pageFor(room.store, session, batch.value),
      asking: await askingOf(room, session),
    }),
  );
};

/** One receipt per entry, in order. When this resolves, what is called kept is on disk. */
const takeIn = async (room: Room, session: Session, entries: readonly UnpackedEntry[], proofs: SyncBatch['proofs']): Promise<Receipt[]> => {
  const { org } = session;
  const keys = entries.map(({ entry: { header } }) => header);
  const standing = await room.store.known(org, keys);
  const verdicts = await judge({ session, entries, standing, proofs, verify: room.primitives.verify });

  const fit = entries.filter((_, at) => verdicts[at]?.is === 'fit');
  const kept =
    fit.length > 0
      ? await room.store.keep(
          org,
          fit.map(({ id, bytes, entry: { header } }) => ({
            id,
            bytes,
            device: header.device,
            sequence: header.sequence,
            stream: header.stream,
          })),
        )
      : [];
  const outcomes = kept.values();
  return verdicts.map((verdict): Receipt => {
    if (verdict.is !== 'fit') return verdict;
    const outcome = outcomes.next().value;
    return outcome && outcome.is !== 'fork' ? outcome : { is: 'set-aside', reason: 'fork' };
  });
};
