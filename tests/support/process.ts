/**
 * The built endpoint as a process of its own: stopped, killed and started again on the same port with the same data,
 * as it happens in an office. `npm run build` comes first; `npm test` does that.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './source.ts';

export const program = resolve(root, 'dist/server/main.js');
/** A small machine that does much else at the same time needs long for a start; nothing is waited for that has come. */
const startMs = 90_000;
/** Whichever way a test run ends, no server stays behind: when we are gone its input ends, and it goes too. */
const endWithUs = ['--import', `data:text/javascript,process.stdin.on('end',()=>process.kill(process.pid,'SIGKILL')).resume().unref()`];

export interface ServerOptions {
  readonly port?: number;
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServerProcess {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  /** Everything the process ever printed, over all its lives. */
  log(): string;
  pid(): number | undefined;
  running(): boolean;
  /** Also after stop or kill: same port, same data. Resolves when it listens. What `more` sets is for this life only. */
  start(more?: Readonly<Record<string, string>>): Promise<void>;
  /** As a person would: asks it to end, and waits. Gives the exit code. */
  stop(): Promise<number | null>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Ends it and removes the data, if the folder was made here. */
  dispose(): Promise<void>;
}

/** Where no system takes the ports of outgoing connections from: one of those could sit on a port whose endpoint is stopped just now. */
const ports = { from: 20_000, to: 32_000 } as const;
const somePort = (): number => randomInt(ports.from, ports.to);

const isFree = (port: number): Promise<boolean> =>
  new Promise((told) => {
    const probe = createServer().once('error', () => told(false));
    probe.listen(port, 'localhost', () => probe.close(() => told(true)));
  });

export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = somePort();
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
};

export const startServer = async (options: ServerOptions = {}): Promise<ServerProcess> => {
  const server = await prepareServer(options);
  await server.start();
  return server;
};

/** Not started yet. */
export const prepareServer = async ({ port: wished, dataDir: given, env = {} }: ServerOptions): Promise<ServerProcess> => {
  if (!existsSync(program)) throw new Error(`${program} is not built: run npm run build first`);
  const port = wished ?? (await freePort());
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'fieldbook-data-'));
  const origin = `http://localhost:${port}`;
  const settings = { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port), HOST: 'localhost', DATA_DIR: dataDir };
  const lines: string[] = [];
  let child: ChildProcess | undefined;

  const running = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    if (!ending || !running()) return ending?.exitCode ?? null;
    const gone = new Promise<number | null>((done) => ending.once('exit', done));
    ending.kill(signal);
    return gone;
  };

  return {
    origin,
    port,
    dataDir,
    running,
    log: () => lines.join(''),
    pid: () => child?.pid,
    start: async (more = {}) => {
      if (running()) return;
      const said = lines.length;
      child = spawn(process.execPath, [...endWithUs, program], { env: { ...settings, ...more }, stdio: ['pipe', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => lines.push(bytes.toString('utf8')));
      await listening(running, () => lines.slice(said).join(''));
    },
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
    dispose: async () => {
      await end('SIGKILL');
      if (!given) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** It says so itself. An answer could come from another server that has the port, and is one more thing the endpoint has done. */
const listening = async (running: () => boolean, said: () => string): Promise<void> => {
  const until = Date.now() + startMs;
  while (Date.now() < until && running()) {
    if (said().includes('is ready')) return;
    await new Promise((wait) => setTimeout(wait, 10));
  }
  throw new Error(`the endpoint ${running() ? 'does not answer' : 'ended'}:\n${said()}`);
};
