/**
 * What a person on this machine may ask a running endpoint: a copy of everything. SQLite lets nobody else read the file meanwhile,
 * so the endpoint makes the copy itself. It listens on the loopback alone, and whoever asks must show what stands in a file
 * beside the database that only the endpoint's own account can read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { toBytes } from './copy/format.ts';
import type { CopyItem } from './copy/shape.ts';

const loopback = '127.0.0.1';
export const copyPath = '/copy';
export const controlFileFor = (databaseFile: string): string => `${databaseFile}.control`;

/** What stands in the file. */
export const ControlFile = v.strictObject({ port: v.number(), token: v.pipe(v.string(), v.minLength(20)) });

export interface ControlDeps {
  readonly file: string;
  readonly copy: () => AsyncIterable<CopyItem>;
  readonly fault: (error: unknown) => void;
}
export interface Control {
  stop(): Promise<void>;
}

export const openControl = async ({ file, copy, fault }: ControlDeps): Promise<Control> => {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    if (!shows(request, token)) refuse(response, 403);
    else if (request.method !== 'GET' || request.url !== copyPath) refuse(response, 404);
    else send(response, copy()).catch(fault);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, loopback, listening);
  });
  leave(file, JSON.stringify({ port: (server.address() as AddressInfo).port, token }));
  return {
    stop: async () => {
      takeAway(file);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

const shows = ({ headers }: IncomingMessage, token: string): boolean => {
  const [said, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return said.length === wanted.length && timingSafeEqual(said, wanted);
};

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'cache-control': 'no-store' }).end();
};

const send = async (response: ServerResponse, items: AsyncIterable<CopyItem>): Promise<void> => {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  try {
    await pipeline(Readable.from(toBytes(items), { objectMode: true, highWaterMark: 1 }), response);
  } catch (error) {
    // Whoever asked has gone away; nothing here is the matter.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  }
};

const takeAway = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // On a disk that can no longer be written to it stays, and leads to nobody. That must not keep the endpoint from stopping in order.
  }
};

/** Never half-written, and never for a moment readable by others. */
const leave = (file: string, text: string): void => {
  const beside = `${file}.${process.pid}`;
  rmSync(beside, { force: true });
  writeFileSync(beside, text, { mode: 0o600, flag: 'wx' });
  renameSync(beside, file);
};
