/** The endpoint as a function from Request to Response, made from what it is handed; main.ts and the tests hand it different things. */
import { Hono } from 'hono';
import { ok, type Result } from '../src/domain/result.ts';
import { type Bytes, toHex } from '../src/protocol/bytes.ts';
import { maxBatchBytes, protocolNumber } from '../src/protocol/numbers.ts';
import type { Primitives } from '../src/protocol/primitives.ts';
import { type Answer, type Refused, refuse, refuseFor, toResponse } from './answers.ts';
import { perHour, perMinute, perQuarterHour } from './buckets.ts';
import type { Room, Session } from './deps.ts';
import { type Caller, comesFromElsewhere, isPlainCbor, networkOf, readBody } from './door.ts';
import { exchange } from './exchange.ts';
import { withStrictHeaders } from './headers.ts';
import { askToJoin, leaveInvitation, lookForAdmission, openInvitation } from './joining.ts';
import type { Log } from './log.ts';
import { challenge, login } from './login.ts';
import { extendRoster, found } from './membership.ts';
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
  readonly afterCommit?: (() => void | Promise<void>) | undefined;
}

export type App = (request: Request, caller: Caller) => Promise<Response>;

/** What a body may weigh where no batch is expected. */
const smallBody = 8 << 10;
/** A batch of the largest size and the names around it. */
const batchBody = maxBatchBytes + (64 << 10);

type OpenHandler = (room: Room, body: Bytes, network: string) => Promise<Answer>;
const openRoutes: Readonly<Record<string, OpenHandler>> = {
  '/api/found': found,
  '/api/challenge': challenge,
  '/api/login': login,
  '/api/join/open': openInvitation,
  '/api/join/ask': askToJoin,
  '/api/join/look': lookForAdmission,
};

interface DeviceRoute {
  readonly most: number;
  readonly supervisorsOnly: boolean;
  readonly handle: (room: Room, body: Bytes, session: Session) => Promise<Answer>;
}
const deviceRoutes: Readonly<Record<string, DeviceRoute>> = {
  '/api/sync': { most: batchBody, supervisorsOnly: false, handle: exchange },
  '/api/roster': { most: smallBody, supervisorsOnly: true, handle: extendRoster },
  '/api/invitations': { most: smallBody, supervisorsOnly: true, handle: leaveInvitation },
};

export const createApp = (deps: AppDeps): App => {
  const { store, settings, primitives, now, log } = deps;
  const { limits, trustProxy } = settings;
  const room: Room = {
    store, settings, primitives, now, afterCommit: deps.afterCommit,
    rosters: createRosters(store, primitives),
    sessions: createSessions({ secret: store.secret, now, random: deps.random }),
    loginFailures: perQuarterHour(limits.loginFailures, now),
    joinFailures: perQuarterHour(limits.joinFailures, now),
  };
  const requests = perMinute(limits.devicePerMinute, now);
  const traffic = perHour(limits.deviceBytesPerHour, now);

  const sessionOf = async (request: Request): Promise<Session | null> => {
    const token = /^Bearer ([\w-]{1,400})$/.exec(request.headers.get('authorization') ?? '')?.[1];
    const name = token === undefined ? null : room.sessions.read(token);
    const seen = name && (await room.rosters.find(toHex(name.org)));
    const member = seen?.roster.devices.get(toHex(name?.device ?? new Uint8Array()));
    return name && seen && member ? { ...name, seen, member } : null;
  };

  const checked = (request: Request): Result<null, Refused> => {
    if (comesFromElsewhere(request, trustProxy)) return refuse('foreign-origin');
    return isPlainCbor(request) ? ok(null) : refuse('wrong-content');
  };

  const answerOpen = async (request: Request, caller: Caller, handle: OpenHandler): Promise<Answer> => {
    const welcome = checked(request);
    if (!welcome.ok) return welcome;
    const body = await readBody(request, { most: smallBody, idleMs: limits.bodyIdleMs });
    return body.ok ? handle(room, body.value, networkOf(request, caller, trustProxy)) : body;
  };

  const answerDevice = async (request: Request, { most, supervisorsOnly, handle }: DeviceRoute): Promise<Answer> => {
    const welcome = checked(request);
    if (!welcome.ok) return welcome;
    const session = await sessionOf(request);
    if (!session) return refuse('no-session');
    if (supervisorsOnly && session.member.role !== 'supervisor') return refuse('not-a-supervisor');
    const key = `${toHex(session.org)} ${toHex(session.device)}`;
    const wait = requests.take(key) || traffic.wait(key);
    if (wait > 0) return refuseFor(wait);
    const body = await readBody(request, { most, idleMs: limits.bodyIdleMs });
    if (!body.ok) return body;
    const full = traffic.take(key, body.value.length);
    return full > 0 ? refuseFor(full) : handle(room, body.value, session);
  };

  const hono = new Hono<{ Bindings: Caller }>();
  hono.get('/api/health', async (c) => {
    await store.isAlive();
    return c.json({ status: 'ok', store: store.kind, protocol: protocolNumber, ...(deps.invented ? { invented: true } : {}) }, 200, { 'cache-control': 'no-store' });
  });
  for (const [path, handle] of Object.entries(openRoutes)) hono.post(path, async (c) => toResponse(await answerOpen(c.req.raw, c.env, handle)));
  for (const [path, route] of Object.entries(deviceRoutes)) hono.post(path, async (c) => toResponse(await answerDevice(c.req.raw, route)));
  hono.get('*', (c) => deps.staticFiles?.(c.req.raw) ?? toResponse(refuse('not-found')));
  hono.notFound(() => toResponse(refuse('not-found')));
  hono.onError((error) => {
    log.fault(error);
    return toResponse(refuse(error instanceof DiskFull ? 'disk-full' : 'internal'));
  });

  return async (request, caller) => {
    const began = performance.now();
    const byHttps = trustProxy && request.headers.get('x-forwarded-proto') === 'https';
    const response = withStrictHeaders(await hono.fetch(request, caller), byHttps);
    log.request({ method: knownMethod(request.method), route: routeOf(request), status: response.status, ms: performance.now() - began });
    return response;
  };
};

const knownMethod = (method: string): string => (['GET', 'HEAD', 'POST'].includes(method) ? method : 'OTHER');

/** The route's own name, or what kind of path it was: a path as it came may hold anything. */
const routeOf = (request: Request): string => {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/health' || pathname in openRoutes || pathname in deviceRoutes) return pathname;
  return pathname.startsWith('/api/') ? '/api/?' : 'app';
};
