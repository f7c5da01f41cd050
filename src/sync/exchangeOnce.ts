/**
 * The exchange, read top to bottom: take, send, settle. Nothing is held open while the network thinks; settling is one
 * transaction; a batch is safe to send twice because ids are made on the device.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { encodeSyncBatch, parseSyncAnswer, type SyncAnswer } from '../protocol/exchange.ts';
import { maxEntriesPerBatch, maxEntriesPerPage } from '../protocol/numbers.ts';
import type { SaveFailure } from '../store/notebook.ts';
import type { Outbox } from '../store/outbox.ts';
import { answered } from './post.ts';
import type { PostInSession, SessionFailure } from './session.ts';

export interface ExchangeDeps {
  readonly outbox: Outbox;
  readonly post: PostInSession;
}
export type ExchangeFailure = SessionFailure | SaveFailure;
/** What one exchange did. `more`: another should follow at once. */
export interface Exchanged {
  readonly sent: number;
  readonly arrived: number;
  readonly more: boolean;
  readonly asking: SyncAnswer['asking'];
}

export const exchangeOnce = async (deps: ExchangeDeps, limit = maxEntriesPerBatch): Promise<Result<Exchanged, ExchangeFailure>> => {
  const taken = await deps.outbox.nextBatch(limit);
  if (!taken.ok) return taken;
  const answer = answered(await deps.post('/api/sync', encodeSyncBatch(taken.value.batch)), parseSyncAnswer);
  if (!answer.ok && answer.failure.type === 'refused' && answer.failure.code === 'too-large' && limit > 1)
    return exchangeOnce(deps, limit >> 1);
  if (!answer.ok) return answer;
  if (answer.value.receipts.length !== taken.value.ns.length || countIn(answer.value.page) > maxEntriesPerPage)
    return failed({ type: 'not-our-server' });
  const settled = await deps.outbox.settle(taken.value, answer.value);
  if (!settled.ok) return settled;
  const sent = taken.value.ns.length;
  const { page, asking } = answer.value;
  const arrived = countIn(page);
  // An empty page that promises more would keep the phone asking until its battery is empty.
  return ok({ sent, arrived, more: (page.more && arrived > 0) || sent > 0, asking });
};

const countIn = ({ items }: SyncAnswer['page']): number =>
  items.reduce((count, item) => count + ('own' in item ? item.own.length : item[8].length), 0);
