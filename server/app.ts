/** The endpoint as a function from Request to Response, made from what it is handed; main.ts and the tests hand it different things. */
import { Hono } from 'hono';
import type { Bytes } from '../src/protocol/bytes.ts';
import { maxBatchBytes, protocolNumber } from '../src/protocol/numbers.ts';
import type { Primitives } from '../src/protocol/primitives.ts';
import { type Answer, refuse, toResponse } from './answers.ts';
import { perQuarterHour } from './buckets.ts';
import type { Room, Session } from './deps.ts';
import { type Caller, networkOf } from './door.ts';
import { exchange } from './exchange.ts';
import { createGate, type Demands, smallBody } from './gate.ts';
import { withStrictHeaders } from './headers.ts';
import { askToJoin, closeInvitation, leaveInvitation, lookForAdmission, openInvitation } from './joining.ts';
import type { Log } from './log.ts';
import { challenge, login } from './login.ts';
import { extendRoster, found, foundAgain } from './membership.ts';
import { createReceiptSigner } from './receipts.ts';
import { createRosters } from './rosters.ts';
import { createSessions } from './sessions.ts';
import type { AppSettings } from './settings.ts';
import type { StaticFiles } from './staticFiles.ts';
import { DiskFull, type ServerStore } from './store/store.ts';

export interface AppDeps {
  readonly store: ServerStore;
  readonly settings: AppSettings;
  readonly primitives: Primitives;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (length: number) => Bytes;
  readonly log: Log;
  readonly staticFiles?: StaticFiles | undefined;
  /** The organisation here is made up, for trying things out: /api/health says so, and every screen. */
  readonly invented?: boolean | undefined;
  /** True once it was asked to stop: it still answers, and says to whoever asks about its health that others should be turned to. */
  readonly isStopping?: (() => boolean) | undefined;
  readonly count?: Room['count'];
  readonly afterCommit?: (() => void | Promise<void>) | undefined;
}

export type App = (request: Request, caller: Caller) => Promise<Response>;

/** A batch of the largest size and the names around it. */
const batchBody = maxBatchBytes + (64 << 10);

type OpenHandler = (room: Room, body: Bytes, network: string) => Promise<Answer>;
const openRoutes: Readonly<Record<string, OpenHandler>> = {
  '/api/found': found,
  '/api/found/again': foundAgain,
  '/api/challenge': challenge,
  '/api/login': login,
  '/api/join/open': openInvitation,
  '/api/join/ask': askToJoin,
  '/api/join/look': lookForAdmission,
};

/** A whole roster. */
const largeOpenBodies: Readonly<Record<string, number>> = { '/api/found/again': batchBody };

interface DeviceRoute extends Demands {
  readonly handle: (room: Room, body: Bytes, session: Session) => Promise<Answer>;
}
const deviceRoutes: Readonly<Record<string, DeviceRoute>> = {
  '/api/sync': { most: batchBody, supervisorsOnly: false, handle: exchange },
  '/api/roster': { most: smallBody, supervisorsOnly: true, handle: extendRoster },
  '/api/invitations': { most: smallBody, supervisorsOnly: true, handle: leaveInvitation },
  '/api/invitations/close': { most: smallBody, supervisorsOnly: true, handle: closeInvitation },
};

export const createApp = (deps: AppDeps): App => {
  const { store, settings, log } = deps;
  const room = makeRoom(deps);
  const gate = createGate(room);

  const hono = new Hono<{ Bindings: Caller }>();
  hono.get('/api/health', async (c) => {
    if (deps.isStopping?.()) return c.json({ status: 'stopping' }, 503, { 'cache-control': 'no-store', connection: 'close' });
    await store.isAlive();
    return c.json({ status: 'ok', store: store.kind, protocol: protocolNumber, ...(deps.invented ? { invented: true } : {}) }, 200, {
      'cache-control': 'no-store',
    });
  });
  for (const [path, handle] of Object.entries(openRoutes)) {
    hono.post(path, async (c) => {
      const body = await gate.openBody(c.req.raw, largeOpenBodies[path]);
      return toResponse(body.ok ? await handle(room, body.value, networkOf(c.req.raw, c.env, settings.trustProxy)) : body);
    });
  }
  for (const [path, route] of Object.entries(deviceRoutes)) {
    hono.post(path, async (c) => {
      const came = await gate.deviceBody(c.req.raw, route);
      return toResponse(came.ok ? await route.handle(room, came.value.body, came.value.session) : came);
    });
  }
  hono.get('*', (c) => deps.staticFiles?.(c.req.raw) ?? toResponse(refuse('not-found')));
  hono.notFound(() => toResponse(refuse('not-found')));
  hono.onError((error) => {
    log.fault(error);
    return toResponse(refuse(error instanceof DiskFull ? 'disk-full' : 'internal'));
  });

  return async (request, caller) => {
    const began = performance.now();
    const byHttps = settings.trustProxy && request.headers.get('x-forwarded-proto') === 'https';
    const response = withStrictHeaders(await hono.fetch(request, caller), byHttps);
    log.request({ method: knownMethod(request.method), route: routeOf(request), status: response.status, ms: performance.now() - began });
    return response;
  };
};

const makeRoom = ({ store, settings, primitives, now, random, count, afterCommit }: AppDeps): Room => ({
  store,
  settings,
  primitives,
  now,
  count,
  afterCommit,
  rosters: createRosters(store, primitives),
  receipts: createReceiptSigner(store.receiptKey),
  sessions: createSessions({ secret: store.secret, now, random }),
  loginFailures: perQuarterHour(settings.limits.loginFailures, now),
  joinFailures: perQuarterHour(settings.limits.joinFailures, now),
});

const knownMethod = (method: string): string => (['GET', 'HEAD', 'POST'].includes(method) ? method : 'OTHER');

/** The route's own name, or what kind of path it was: a path as it came may hold anything. */
const routeOf = (request: Request): string => {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/health' || pathname in openRoutes || pathname in deviceRoutes) return pathname;
  return pathname.startsWith('/api/') ? '/api/?' : 'app';
};
