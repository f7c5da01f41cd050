/** What sends: endpoint, session and exchange over one database. A page has it, and so has the service worker when no page is open. */
import { ok } from '../domain/result.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import { findDevice } from '../store/deviceRow.ts';
import { createOutbox } from '../store/outbox.ts';
import { loadRoster } from '../store/rosterRows.ts';
import { tellFounding } from '../sync/enrolling.ts';
import { createExchange, type Exchange, type ExchangeAllDeps } from '../sync/exchange.ts';
import { createPost, type Post } from '../sync/post.ts';
import { createSession } from '../sync/session.ts';
import { localNow } from './clock.ts';
import { oneOfUs } from './tabs.ts';

/** The founding's link waits in a row until the endpoint has it, so that founding survives a cut connection. */
const tellFoundingFirst = async (db: FieldbookDatabase, post: Post) => {
  const founding = await readState(db, 'founding');
  if (!founding) return ok(undefined);
  const told = await tellFounding(post, founding.link);
  if (told.ok) await db.state.delete('founding');
  return told;
};

export const createSending = (db: FieldbookDatabase) => {
  const post = createPost({ fetch: fetch.bind(globalThis), origin: location.origin });
  const inSession = createSession({ post, device: () => findDevice(db), milliseconds: () => performance.now() });
  const exchange = async (told: Pick<ExchangeAllDeps, 'tell' | 'asking'>): Promise<Exchange> =>
    createExchange({
      ...told,
      outbox: createOutbox({ db, roster: await loadRoster(db) }),
      post: inSession,
      now: localNow,
      alone: oneOfUs('fieldbook exchange'),
      first: () => tellFoundingFirst(db, post),
    });
  return { post, inSession, exchange };
};
