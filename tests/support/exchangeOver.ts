/** An exchange over one tab's outbox, with whatever answers, and all that it told; and a tab with something to send. */
import { ok } from '../../src/domain/result.ts';
import type { SyncAnswer } from '../../src/protocol/exchange.ts';
import { createExchange, type ExchangeAllDeps, type ExchangeView } from '../../src/sync/exchange.ts';
import type { PostInSession } from '../../src/sync/session.ts';
import { aContact, aPhone, must, outboxOf, type Tab } from './phone.ts';

export const withContacts = async (count: number): Promise<Tab> => {
  const tab = await (await aPhone()).tab();
  must(await tab.notebook.writeTogether(Array.from({ length: count }, (_, at) => aContact(tab, `note ${at}`))));
  return tab;
};

export const exchangeOver = async (tab: Tab, post: PostInSession, changes: Partial<ExchangeAllDeps> = {}) => {
  const views: ExchangeView[] = [];
  const asked: SyncAnswer['asking'][] = [];
  const exchange = createExchange({
    outbox: await outboxOf(tab),
    post,
    now: () => '2026-03-02T09:00:00-06:00',
    alone: (work) => work(),
    first: async () => ok(undefined),
    tell: (view) => views.push(view),
    asking: (requests) => asked.push(requests),
    ...changes,
  });
  return { exchange, views, asked };
};
