/** Composition of the exchange: endpoint, session, outbox and pace, over one database. */
import { type Signal, signal } from '@preact/signals';
import { ok } from '../domain/result.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import { findDevice } from '../store/deviceRow.ts';
import { createOutbox, type Outbox } from '../store/outbox.ts';
import { loadRoster } from '../store/rosterRows.ts';
import { tellFounding } from '../sync/enrolling.ts';
import { createExchange, type Exchange, type ExchangeView } from '../sync/exchange.ts';
import { keepPace } from '../sync/pace.ts';
import { createPost, type Post } from '../sync/post.ts';
import { createSession, type PostInSession } from '../sync/session.ts';
import { localNow } from './clock.ts';

export interface Exchanging {
  readonly post: Post;
  readonly inSession: PostInSession;
  readonly asking: Signal<SyncAnswer['asking']>;
  readonly now: () => Promise<void>;
  readonly saved: () => void;
  /** Starts exchanging, once this device belongs somewhere. */
  readonly start: () => Promise<void>;
}

/** The founding's link waits in a row until the endpoint has it, so that founding survives a cut connection. */
const tellFoundingFirst = async (db: FieldbookDatabase, post: Post) => {
  const founding = await readState(db, 'founding');
  if (!founding) return ok(undefined);
  const told = await tellFounding(post, founding.link);
  if (told.ok) await db.state.delete('founding');
  return told;
};

const oneTab = <T>(work: () => Promise<T>): Promise<T | null> =>
  navigator.locks
    ? (navigator.locks.request('fieldbook exchange', { ifAvailable: true }, (lock) => (lock ? work() : null)) as Promise<T | null>)
    : work();

export const createExchanging = (db: FieldbookDatabase, view: Signal<ExchangeView>): Exchanging => {
  const post = createPost({ fetch: fetch.bind(globalThis), origin: location.origin });
  const inSession = createSession({ post, device: () => findDevice(db), milliseconds: () => performance.now() });
  const asking = signal<SyncAnswer['asking']>([]);
  let exchange: Exchange | null = null;
  let pace: ReturnType<typeof keepPace> | null = null;

  const build = (outbox: Outbox): Exchange =>
    createExchange({
      outbox,
      post: inSession,
      now: localNow,
      alone: oneTab,
      first: () => tellFoundingFirst(db, post),
      tell: (shown) => {
        view.value = shown;
      },
      asking: (requests) => {
        asking.value = requests;
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
      exchange = build(createOutbox({ db, roster: await loadRoster(db) }));
      await exchange.count();
      const askedToWait = () => {
        const failure = view.peek().failure;
        return failure?.type === 'refused' ? (failure.waitSeconds ?? 0) : 0;
      };
      pace = keepPace({
        exchange: exchange.now,
        failed: () => view.peek().failure !== null,
        askedToWait,
        window,
        document,
        random: Math.random,
      });
    },
  };
};
