/**
 * The exchange, read top to bottom: take, send, settle. Nothing is held open while the network thinks; settling is one
 * transaction; a batch is safe to send twice because ids are made on the device.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { encodeSyncBatch, parseSyncAnswer, type SyncAnswer } from '../protocol/exchange.ts';
import { maxEntriesPerPage } from '../protocol/numbers.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { SaveFailure } from '../store/notebook.ts';
import type { Outbox, Taken } from '../store/outbox.ts';
import { type BatchSize, createBatchSize } from './batchSize.ts';
import { addToRoster } from './enrolling.ts';
import { answered } from './post.ts';
import type { PostInSession, SessionFailure } from './session.ts';

export interface ExchangeDeps {
  readonly outbox: Outbox;
  readonly post: PostInSession;
  /** Remembers from one exchange to the next how much gets through. */
  readonly size?: BatchSize;
}
export type ExchangeFailure = SessionFailure | SaveFailure;
/** What one exchange did. `more`: another should follow at once. */
export interface Exchanged {
  readonly sent: number;
  readonly arrived: number;
  readonly more: boolean;
  /** The endpoint said that its history is another one: everything held here was listed, and the stream is read from its beginning. */
  readonly other: boolean;
  readonly asking: SyncAnswer['asking'];
}

export const exchangeOnce = async (deps: ExchangeDeps): Promise<Result<Exchanged, ExchangeFailure>> => {
  const { size = createBatchSize() } = deps;
  const taken = await deps.outbox.nextBatch(size.limit());
  if (!taken.ok) return taken;
  const body = encodeSyncBatch(taken.value.batch);
  const answer = answered(await deps.post('/api/sync', body), parseSyncAnswer);
  if (!answer.ok && size.tryFewer(answer.failure, { entries: taken.value.ids.length, bytes: body.length }))
    return exchangeOnce({ ...deps, size });
  if (!answer.ok) return answer;
  size.gotThrough();
  return settle(deps, taken.value, answer.value);
};

const settle = async (deps: ExchangeDeps, taken: Taken, answer: SyncAnswer): Promise<Result<Exchanged, ExchangeFailure>> => {
  const { receipts, page, asking, history } = answer;
  const arrived = countIn(page);
  if (receipts.length !== taken.ids.length || arrived > maxEntriesPerPage) return failed({ type: 'not-our-server' });
  const settled = await deps.outbox.settle(taken, answer);
  if (!settled.ok) return settled;
  await handInLinks(deps, settled.value.links);
  // An empty page that promises more would keep the phone asking until its battery is empty.
  const more = (page.more && arrived > 0) || settled.value.moved || history === 'other';
  return ok({ sent: settled.value.own, arrived, more, other: history === 'other', asking });
};

/** What the endpoint has lost of the roster, before anybody can go on by it. What cannot be handed in now is missing the next time too. */
const handInLinks = async ({ post }: ExchangeDeps, links: readonly Bytes[]): Promise<void> => {
  for (const link of links) if (!(await addToRoster(post, link)).ok) return;
};

/** One batch of another device that lies here. Own entries and news come first; `more`: another lies here, or may. */
export const carryOnce = async (deps: ExchangeDeps): Promise<Result<Pick<Exchanged, 'more' | 'other'>, ExchangeFailure>> => {
  const taken = await deps.outbox.nextCarried();
  if (!taken.ok) return taken;
  if (!taken.value) return ok({ more: false, other: false });
  const answer = answered(await deps.post('/api/sync', encodeSyncBatch(taken.value.batch)), parseSyncAnswer);
  if (answer.ok) return settle(deps, taken.value, answer.value);
  if (answer.failure.type !== 'refused' || !isAboutTheBatch(answer.failure.code)) return answer;
  const refused = await deps.outbox.refuseCarried(taken.value, answer.failure.code);
  return refused.ok ? ok({ more: true, other: false }) : refused;
};

/** The same bytes would be refused for ever. */
const isAboutTheBatch = (code: RefusalCode): boolean => code === 'malformed' || code === 'too-large';

const countIn = ({ items }: SyncAnswer['page']): number =>
  items.reduce((count, item) => count + ('own' in item ? item.own.length : item[8].length), 0);
