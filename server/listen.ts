/** The app behind a real socket. Also used by tests and measurements that need one. */

import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { failed, ok, type Result } from '../src/domain/result.ts';
import type { App } from './app.ts';

/** Of the network, and of all connections since the start. */
export interface Traffic {
  readonly open: number;
  readonly received: number;
  readonly sent: number;
}
export interface Listening {
  readonly url: string;
  traffic(): Traffic;
  /** Lets requests under way finish, for a while. */
  stop(): Promise<void>;
}
export type ListenFailure = { readonly type: 'port-taken' | 'not-allowed' | 'no-such-host' | 'other' };

/** A batch of a megabyte over the slowest link we think of, 5 kB/s, and some. */
const longestRequestMs = 600_000;
const patienceMs = 10_000;
const mostConnections = 2000;

export const listen = async (
  app: App,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Result<Listening, ListenFailure>> => {
  const server = createAdaptorServer({
    fetch: (request, env) => app(request, { address: (env as HttpBindings).incoming.socket.remoteAddress ?? '' }),
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: longestRequestMs, headersTimeout: 30_000, keepAliveTimeout: 30_000 },
  }) as Server;
  server.maxConnections = mostConnections;
  const traffic = countTraffic(server);
  const failure = await new Promise<ListenFailure | null>((resolve) => {
    server.once('error', (error) => resolve({ type: failureType(error) }));
    server.listen(port, host, () => resolve(null));
  });
  if (failure) return failed(failure);
  const shown = host.includes(':') ? `[${host}]` : host;
  return ok({ url: `http://${shown}:${(server.address() as AddressInfo).port}/`, traffic, stop: () => stopServer(server) });
};

const countTraffic = (server: Server): (() => Traffic) => {
  const open = new Set<Socket>();
  let [received, sent] = [0, 0];
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      received += socket.bytesRead;
      sent += socket.bytesWritten;
    });
  });
  return () => {
    const now = [...open];
    return {
      open: now.length,
      received: now.reduce((sum, { bytesRead }) => sum + bytesRead, received),
      sent: now.reduce((sum, { bytesWritten }) => sum + bytesWritten, sent),
    };
  };
};

const failureType = (error: NodeJS.ErrnoException): ListenFailure['type'] => {
  switch (error.code) {
    case 'EADDRINUSE':
      return 'port-taken';
    case 'EACCES':
      return 'not-allowed';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no-such-host';
    default:
      return 'other';
  }
};

const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
