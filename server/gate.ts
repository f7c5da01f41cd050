/** Who may come in, and with how much. Nothing is read of a body before its sender may send it. */
import { ok, type Result } from '../src/domain/result.ts';
import { type Bytes, toHex } from '../src/protocol/bytes.ts';
import { type Refused, refuse, refuseFor } from './answers.ts';
import { perHour, perMinute } from './buckets.ts';
import type { Room, Session } from './deps.ts';
import { comesFromElsewhere, isPlainCbor, readBody } from './door.ts';

/** What a body may weigh where no batch is expected. */
export const smallBody = 8 << 10;

export interface Demands {
  readonly most: number;
  readonly supervisorsOnly: boolean;
}

export interface Gate {
  /** For requests anybody may make. */
  openBody(request: Request, most?: number): Promise<Result<Bytes, Refused>>;
  /** For requests of devices that have logged in. */
  deviceBody(request: Request, demands: Demands): Promise<Result<{ readonly body: Bytes; readonly session: Session }, Refused>>;
}

export const createGate = (room: Room): Gate => {
  const { settings, now } = room;
  const { limits, trustProxy } = settings;
  const requests = perMinute(limits.devicePerMinute, now);
  const traffic = perHour(limits.deviceBytesPerHour, now);

  const wellFormed = (request: Request): Result<null, Refused> => {
    if (comesFromElsewhere(request, trustProxy)) return refuse('foreign-origin');
    return isPlainCbor(request) ? ok(null) : refuse('wrong-content');
  };

  return {
    openBody: async (request, most = smallBody) => {
      const welcome = wellFormed(request);
      return welcome.ok ? readBody(request, { most, idleMs: limits.bodyIdleMs }) : welcome;
    },
    deviceBody: async (request, { most, supervisorsOnly }) => {
      const welcome = wellFormed(request);
      if (!welcome.ok) return welcome;
      const session = await findSession(room, request);
      if (!session) return refuse('no-session');
      if (supervisorsOnly && session.member.role !== 'supervisor') return refuse('not-a-supervisor');
      const key = `${toHex(session.org)} ${toHex(session.device)}`;
      const wait = requests.take(key) || traffic.wait(key);
      if (wait > 0) return refuseFor(wait);
      const body = await readBody(request, { most, idleMs: limits.bodyIdleMs });
      if (!body.ok) return body;
      const full = traffic.take(key, body.value.length);
      return full > 0 ? refuseFor(full) : ok({ body: body.value, session });
    },
  };
};

/** The roster is asked each time: a token says who logged in, not who still belongs. */
const findSession = async ({ sessions, rosters }: Room, request: Request): Promise<Session | null> => {
  const token = /^Bearer ([\w-]{1,400})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const name = token === undefined ? null : sessions.read(token);
  if (!name) return null;
  const seen = await rosters.find(toHex(name.org));
  const member = seen?.roster.devices.get(toHex(name.device));
  return seen && member ? { ...name, seen, member } : null;
};
