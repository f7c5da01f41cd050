/**
 * A line to the endpoint that behaves as lines in the field do: cut at a byte, reset, slow, late, losing packets, or carrying
 * everything twice. It knows nothing of HTTP: it counts bytes.
 */
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What becomes of all that passes from now on; bytes are counted from the moment it is said. */
export interface Weather {
  /** So many bytes go up and not one more. */
  readonly upEndsAfter?: number;
  /** So many bytes come down and not one more. */
  readonly downEndsAfter?: number;
  /** It ends with a reset, not in order. */
  readonly abruptly?: boolean;
  readonly bytesPerSecond?: number;
  /** Answers set out so much later. */
  readonly lateMs?: number;
  /** Asked for every packet, either way. What is lost the sender sends again, later each time, and all behind it waits. */
  readonly loses?: () => boolean;
  /** How long a sender waits before it sends the first time again. */
  readonly againMs?: number;
  /** Of so many connections the last is reset in the middle of what it sends. */
  readonly resetsEvery?: number;
  /** Each connection's upload reaches the endpoint twice at the same time; the second's answers are lost. */
  readonly twice?: boolean;
}

export interface BadLink {
  readonly origin: string;
  readonly be: (weather: Weather) => void;
  /** What passed since the weather was said. */
  readonly passed: () => { readonly up: number; readonly down: number };
  /** Connections that were reset in the middle of what they sent. */
  readonly resets: () => number;
  /** Everything that is open breaks off now. */
  readonly breakAll: () => void;
  readonly close: () => Promise<void>;
}

type Way = 'up' | 'down';

const packetBytes = 1400;
const longestAgainMs = 3000;
/** Enough for the head of a request and some of its body. */
const resetAfter = 700;

const untilNotLost = async ({ loses, againMs = 200 }: Weather): Promise<void> => {
  for (let wait = againMs; loses?.(); wait = Math.min(wait * 2, longestAgainMs)) await pause(wait);
};

const sliceOf = ({ bytesPerSecond, loses }: Weather, bytes: Buffer): number => {
  if (bytesPerSecond) return Math.max(1, Math.round(bytesPerSecond / 20));
  return loses ? packetBytes : bytes.length;
};

export const layBadLink = async (toPort: number): Promise<BadLink> => {
  let weather: Weather = {};
  let passed = { up: 0, down: 0 };
  let connections = 0;
  let resets = 0;
  const open = new Set<Socket>();

  const allowed = (way: Way): number =>
    ((way === 'up' ? weather.upEndsAfter : weather.downEndsAfter) ?? Number.POSITIVE_INFINITY) - passed[way];

  const breakOff = (...sockets: readonly Socket[]): void => {
    for (const socket of sockets) {
      if (weather.abruptly) socket.resetAndDestroy();
      else socket.destroy();
    }
  };

  /** Passes on what may pass; `false` when the line ended with it. */
  const pass = async (bytes: Buffer, to: Socket, way: Way): Promise<boolean> => {
    if (way === 'down' && weather.lateMs) await pause(weather.lateMs);
    const slice = sliceOf(weather, bytes);
    for (let at = 0; at < bytes.length; at += slice) {
      const piece = bytes.subarray(at, at + Math.min(slice, Math.max(0, allowed(way))));
      await untilNotLost(weather);
      passed = { ...passed, [way]: passed[way] + piece.length };
      if (piece.length > 0) await new Promise((written) => to.write(piece, written));
      if (allowed(way) <= 0) return false;
      if (weather.bytesPerSecond) await pause(50);
    }
    return true;
  };

  /** `most`: so many bytes go that way over this connection, and then it is reset. */
  const carry = (from: Socket, to: Socket, way: Way, most = Number.POSITIVE_INFINITY): void => {
    let before: Promise<unknown> = Promise.resolve();
    let left = most;
    from.on('data', (bytes: Buffer) => {
      before = before.then(async () => {
        const may = bytes.subarray(0, left);
        left -= may.length;
        if (!(await pass(may, to, way))) return breakOff(from, to);
        if (may.length === bytes.length) return;
        resets += 1;
        from.resetAndDestroy();
        to.destroy();
      });
    });
    from.on('end', () => void before.then(() => to.end()));
    // Whichever end breaks, the other hears of it.
    from.on('close', () => void before.then(() => to.destroy()));
    from.on('error', () => undefined);
  };

  const server = createServer((phone) => {
    const endpoint = connect(toPort, 'localhost');
    for (const socket of [phone, endpoint]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    connections += 1;
    const isReset = weather.resetsEvery !== undefined && connections % weather.resetsEvery === 0;
    if (weather.twice) carry(phone, echoOf(toPort, open), 'up');
    carry(phone, endpoint, 'up', isReset ? resetAfter : undefined);
    carry(endpoint, phone, 'down');
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();

  return {
    origin: `http://localhost:${address && typeof address === 'object' ? address.port : 0}`,
    be: (next) => {
      weather = next;
      passed = { up: 0, down: 0 };
    },
    passed: () => passed,
    resets: () => resets,
    breakAll: () => breakOff(...open),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};

const echoOf = (toPort: number, open: Set<Socket>): Socket => {
  const echo = connect(toPort, 'localhost');
  open.add(echo);
  echo.on('error', () => undefined);
  echo.once('close', () => open.delete(echo));
  return echo.resume();
};
