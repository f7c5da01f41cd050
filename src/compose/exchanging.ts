/** Composition of the exchange in a page: when it is done, and what the screens see of it. */
import { type Signal, signal } from '@preact/signals';
import type { SyncAnswer } from '../protocol/exchange.ts';
import type { FieldbookDatabase } from '../store/database.ts';
import type { Exchange } from '../sync/exchange.ts';
import { keepPace } from '../sync/pace.ts';
import type { Post } from '../sync/post.ts';
import type { PostInSession } from '../sync/session.ts';
import { askForBackground } from './askForBackground.ts';
import { createSending } from './sending.ts';
import type { ShownState } from './shownState.ts';

export interface Exchanging {
  readonly post: Post;
  readonly inSession: PostInSession;
  readonly asking: Signal<SyncAnswer['asking']>;
  readonly now: () => Promise<void>;
  readonly saved: () => void;
  /** Starts exchanging, once this device belongs somewhere. */
  readonly start: () => Promise<void>;
}

export const createExchanging = (
  db: FieldbookDatabase,
  { exchange: view, nextTryAt }: Pick<ShownState, 'exchange' | 'nextTryAt'>,
): Exchanging => {
  const { post, inSession, exchange: createExchange } = createSending(db);
  const asking = signal<SyncAnswer['asking']>([]);
  let exchange: Exchange | null = null;
  let pace: ReturnType<typeof keepPace> | null = null;

  /** Whoever leaves the app, or fails, with something in the outbox, leaves it to the worker. */
  const leaveToTheWorker = () => {
    if (view.peek().waiting > 0) void askForBackground();
  };
  const tryNow = (running: Exchange) => async (): Promise<void> => {
    await running.now();
    if (running.view().failure) leaveToTheWorker();
  };
  const keptPace = (running: Exchange) =>
    keepPace({
      exchange: tryNow(running),
      failure: () => running.view().failure,
      window,
      document,
      network: (navigator as { readonly connection?: EventTarget }).connection,
      random: Math.random,
      milliseconds: () => performance.now(),
      planned: (pause) => {
        nextTryAt.value = pause === null ? null : Date.now() + pause;
      },
    });

  return {
    post,
    inSession,
    asking,
    now: async () => {
      await pace?.now();
    },
    saved: () => {
      void exchange?.saved();
      pace?.saved();
    },
    start: async () => {
      if (exchange) return;
      exchange = await createExchange({
        tell: (shown) => {
          view.value = shown;
        },
        asking: (requests) => {
          asking.value = requests;
        },
      });
      await exchange.count();
      pace = keptPace(exchange);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leaveToTheWorker());
    },
  };
};
