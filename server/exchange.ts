/** One exchange, read top to bottom: open the batch, judge, keep, and only when that is on disk answer with receipts and what is new. */
import { ok } from '../src/domain/result.ts';
import type { Bytes } from '../src/protocol/bytes.ts';
import { type AnySyncBatch, encodeSyncAnswer, parseSyncBatch, type Receipt, type SyncAnswer } from '../src/protocol/exchange.ts';
import { maxEntriesPerBatch } from '../src/protocol/numbers.ts';
import { placesOf } from '../src/protocol/receipts.ts';
import { type UnpackedEntry, unpackRuns } from '../src/protocol/runs.ts';
import { type Answer, refuse } from './answers.ts';
import type { Room, Session } from './deps.ts';
import { askingOf } from './joining.ts';
import { judge, type Verdict } from './judge.ts';
import { type History, historyOf, pageFor } from './page.ts';
import type { Kept, Known } from './store/store.ts';

export const exchange = async (room: Room, body: Bytes, session: Session): Promise<Answer> => {
  const batch = parseSyncBatch(body);
  if (!batch.ok) return refuse(batch.failure.type);
  const entries = await unpackRuns(room.primitives, batch.value.runs, maxEntriesPerBatch);
  if (!entries.ok) return refuse('too-large');
  if (batch.value.proofs.some(([index]) => index >= entries.value.length)) return refuse('malformed');

  const history = await historyOf(room.store, session, batch.value);
  const receipts = await takeIn(room, session, entries.value, batch.value);
  room.count?.(receipts);
  if (receipts.some(({ is }) => is === 'kept')) await room.afterCommit?.();

  const answer = await answerTo(room, session, batch.value, { history, receipts });
  const ids = entries.value.map(({ id }) => id);
  return ok(encodeSyncAnswer(batch.value.protocol === 1 ? asBefore(answer) : await withWord(room, session, ids, { ...answer, history })));
};

const answerTo = async (
  room: Room,
  session: Session,
  batch: AnySyncBatch,
  { history, receipts }: { readonly history: History; readonly receipts: Receipt[] },
) => ({
  generation: room.store.generation,
  receipts,
  roster: session.seen.links.slice(batch.rosterLinks),
  page: await pageFor(room.store, session, history === 'same' ? batch.seenUpTo : 0),
  asking: await askingOf(room, session),
});
type Told = Awaited<ReturnType<typeof answerTo>>;

/** What protocol 1 was told, and nothing more: a phone that comes back after months reads it strictly. */
const asBefore = ({ page: { from, items, more }, ...answer }: Told) => ({ protocol: 1 as const, ...answer, page: { from, items, more } });

/** The mark is read last: nothing in the answer may be younger than what it vouches for. */
const withWord = async (
  { store, receipts }: Room,
  { org, device, seen }: Session,
  ids: readonly Bytes[],
  answer: Told & { readonly history: History },
): Promise<SyncAnswer> => {
  const newest = await store.newestOf(org, device);
  const top = await store.lastMark(org);
  return {
    protocol: 2,
    ...answer,
    told: top && [top.place, top.mark],
    head: newest && [newest.sequence, newest.id],
    links: seen.links.length,
    endpoint: receipts.endpoint,
    signature: receipts.sign({ org, generation: answer.generation, places: placesOf(ids, answer.receipts) }),
  };
};

/** One receipt per entry, in order. When this resolves, what is called kept is on disk. */
const takeIn = async (room: Room, session: Session, entries: readonly UnpackedEntry[], batch: AnySyncBatch): Promise<Receipt[]> =>
  (await takeInNew(room, session, entries, batch)) ?? takeInWithStanding(room, session, entries, batch);

type TakeIn<R> = (...given: Parameters<typeof takeIn>) => Promise<R>;

/** The usual batch: nothing of it is here yet, and all of it is in order. Then nobody has to ask first what stands; the keeping finds out. */
const takeInNew: TakeIn<Receipt[] | null> = async (room, session, entries, batch) => {
  if (entries.length === 0) return [];
  const verdicts = await judgeAll(
    room,
    session,
    entries,
    batch,
    entries.map(() => null),
  );
  const fit = entries.flatMap((unpacked, at) => toKeep(unpacked, verdicts[at]));
  const kept = fit.length === entries.length ? await room.store.keepNew(session.org, fit) : null;
  return kept?.map(toReceipt) ?? null;
};

const takeInWithStanding: TakeIn<Receipt[]> = async (room, session, entries, batch) => {
  const { org } = session;
  const keys = entries.map(({ entry: { header } }) => header);
  const verdicts = await judgeAll(room, session, entries, batch, await room.store.known(org, keys));
  const fit = entries.flatMap((unpacked, at) => toKeep(unpacked, verdicts[at]));
  const outcomes = (fit.length > 0 ? await room.store.keep(org, fit) : []).values();
  return verdicts.map((verdict): Receipt => (verdict.is === 'fit' ? toReceipt(outcomes.next().value) : verdict));
};

const judgeAll = (
  { primitives }: Room,
  session: Session,
  entries: readonly UnpackedEntry[],
  { protocol, proofs }: AnySyncBatch,
  standing: readonly (Known | null)[],
): Promise<Verdict[]> => judge({ session, carries: protocol !== 1, entries, standing, proofs, verify: primitives.verify });

const toReceipt = (outcome: Kept | undefined): Receipt =>
  outcome && outcome.is !== 'fork' ? outcome : { is: 'set-aside', reason: 'fork' };

const toKeep = ({ id, bytes, entry: { header } }: UnpackedEntry, verdict: Verdict | undefined) => {
  if (verdict?.is !== 'fit') return [];
  const { device, sequence, stream } = header;
  return [{ id, bytes, device, sequence, stream, ...(verdict.proof ? { proof: verdict.proof } : {}) }];
};
