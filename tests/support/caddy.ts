/** The real Caddy with a file of deploy/, on ports of its own and with an authority of its own, as in an office without internet. */
import { spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findCaddy } from '../../scripts/caddy.mjs';
import { freePort } from './process.ts';
import { root } from './source.ts';

export interface Caddy {
  /** https://localhost and a port. */
  readonly origin: string;
  /** Where phones fetch the authority's certificate. */
  readonly trust: string;
  /** The authority's certificate, as the office has it. */
  readonly certificate: () => string;
  /** What a browser is told so that it trusts this authority and no other, as a phone that was told to. */
  readonly trusted: () => string;
  readonly dispose: () => Promise<void>;
}

/** `endpoint`: host and port of what stands behind it. */
export const startCaddy = async (file: string, endpoint: string): Promise<Caddy> => {
  const command = findCaddy();
  if (!command) throw new Error('Caddy was not found: install it, or set CADDY_PATH to its program');
  const [port, httpPort, trustPort] = [await freePort(), await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-caddy-'));
  const authority = join(folder, 'caddy', 'pki', 'authorities', 'local');
  const origin = `https://localhost:${port}`;
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    FIELDBOOK_ADDRESS: origin,
    FIELDBOOK_ENDPOINT: endpoint,
    FIELDBOOK_HTTP_PORT: String(httpPort),
    FIELDBOOK_TRUST_PORT: String(trustPort),
    FIELDBOOK_AUTHORITY: authority,
  };
  const child = spawn(command, ['run', '--adapter', 'caddyfile', '--config', resolve(root, 'deploy', file)], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const pem = (name: string): string => readFileSync(join(authority, name), 'utf8');
  await answering(
    origin,
    () => child.exitCode === null,
    () => pem('root.crt'),
  ).catch((problem: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`Caddy does not answer: ${problem instanceof Error ? problem.message : ''}\n${said}`);
  });
  return {
    origin,
    trust: `http://localhost:${trustPort}`,
    certificate: () => pem('root.crt'),
    trusted: () => `--ignore-certificate-errors-spki-list=${keyHash(pem('intermediate.crt'))}`,
    dispose: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const keyHash = (pem: string): string =>
  createHash('sha256')
    .update(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

/** The status of the health page, by a client that trusts this authority alone. */
export const statusOver = (origin: string, ca: string): Promise<number> =>
  new Promise((answered, failed) => {
    const asked = request(new URL('/api/health', origin), { ca, agent: false }, (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    });
    asked.once('error', failed);
    asked.end();
  });

const waitMs = 20_000;
const answering = async (origin: string, lives: () => boolean, ca: () => string): Promise<void> => {
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      await statusOver(origin, ca());
      return;
    } catch (problem) {
      if (Date.now() > until || !lives()) throw problem;
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }
};
