/**
 * A slow link between a page and a server: bytes wait their turn on one line each way and arrive half a round trip later.
 * Unlike the browser's own throttling it also holds back workers, and counts what really goes over the wire.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  readonly rttMs: number;
  readonly upKbps: number;
  readonly downKbps: number;
}
/** As Chromium means it. */
export const slow4G: Line = { rttMs: 150, upKbps: 750, downKbps: 1600 };
const packet = 1400;

export interface SlowLink {
  readonly origin: string;
  /** Off until switched on, so that the page itself is there first. */
  readonly setSlow: (slow: boolean) => void;
  readonly bytesUp: () => number;
  readonly close: () => void;
}

export const layLink = async (toPort: number, { rttMs, upKbps, downKbps }: Line): Promise<SlowLink> => {
  let slow = false;
  let up = 0;
  const sockets = new Set<Socket>();

  /** One direction of the line, shared by all connections. */
  const direction = (kbps: number) => {
    let freeAt = 0;
    return (chunk: Buffer, deliver: (piece: Buffer) => void): void => {
      for (let at = 0; at < chunk.length; at += packet) {
        const piece = chunk.subarray(at, at + packet);
        if (!slow) {
          deliver(piece);
          continue;
        }
        freeAt = Math.max(freeAt, performance.now()) + (piece.length * 8) / kbps;
        setTimeout(() => deliver(piece), freeAt + rttMs / 2 - performance.now());
      }
    };
  };
  const [upward, downward] = [direction(upKbps), direction(downKbps)];

  const server = createServer((client) => {
    const upstream = connect(toPort, 'localhost');
    const write = (socket: Socket) => (piece: Buffer) => {
      if (!socket.destroyed) socket.write(piece);
    };
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk: Buffer) => {
      up += chunk.length;
      upward(chunk, write(upstream));
    });
    upstream.on('data', (chunk: Buffer) => downward(chunk, write(client)));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => setTimeout(() => client.destroy(), slow ? rttMs : 0));
  });
  const port = await new Promise<number>((found) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      found(address && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    origin: `http://localhost:${port}`,
    setSlow: (value) => {
      slow = value;
    },
    bytesUp: () => up,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};
