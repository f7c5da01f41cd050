import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesTo } from '../../server/log.ts';
import { readStaticFiles } from '../../server/staticFiles.ts';
import { anOffice } from '../support/device.ts';
import { aServer, outcomeOf, type TestServer } from '../support/server.ts';

const inPage = { style: 'body{color:#2a251f}', script: "import('/assets/index-a1b2.js');\n" };
const page = `<!doctype html><title>Notebook</title><style data-look="1">${inPage.style}</style>
<script type="module" src="/assets/index-a1b2.js"></script><script type="module">${inPage.script}</script>`;
const script = 'export const words = "many words ".repeat(99);';
const secret = 'outside the folder';

let folder: string;
let server: TestServer;
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => server.fetch(path, { headers, method });
const asPage = { accept: 'text/html,application/xhtml+xml' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
  mkdirSync(join(folder, 'app', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), secret);
  const files = { 'index.html': page, 'assets/index-a1b2.js': script, 'sw.js': script, 'manifest.webmanifest': '{}', 'a b.txt': 'spaced' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'app', name), text);
  writeFileSync(join(folder, 'app/assets/index-a1b2.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'app/assets/index-a1b2.js.gz'), gzipSync(script));
  server = await aServer({ staticFiles: readStaticFiles(join(folder, 'app')) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the built app', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['', null],
    ['br;q=0.000', null],
  ])('goes out as its build made it: %s', async (accepted, encoding) => {
    const response = await get('/assets/index-a1b2.js', { 'accept-encoding': accepted });
    expect([response.status, response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
      200,
      encoding,
      'Accept-Encoding',
    ]);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(Number(response.headers.get('content-length'))).toBe((await response.arrayBuffer()).byteLength);
  });

  test('hashed files stay for good, the others are asked for again', async () => {
    expect((await get('/assets/index-a1b2.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest']) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      const etag = response.headers.get('etag') ?? '';
      const again = await get(path, { 'if-none-match': `"other", W/${etag}` });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
  });

  test('each compression has an ETag of its own', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (accepted) =>
        (await get('/assets/index-a1b2.js', { 'accept-encoding': accepted })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test('HEAD says the same without the body', async () => {
    const response = await get('/', {}, 'HEAD');
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, String(page.length), '']);
  });

  test('any page somebody opens is the app; files and the API are not', async () => {
    for (const path of ['/', '/contacts', '/join', '/contacts/0f3a/edit?x=1']) expect(await (await get(path, asPage)).text()).toBe(page);
    for (const path of ['/assets/gone-ffff.js', '/favicon.ico', '/api/nothing', '/api/sync'])
      expect((await get(path, asPage)).status).toBe(404);
    expect((await get('/contacts', { accept: '*/*' })).status).toBe(404);
    expect(await (await get('/a%20b.txt')).text()).toBe('spaced');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets//../../secret.txt',
    '//secret.txt',
    '/secret.txt%00.html',
    '/assets/index-a1b2.js.br',
    '/.env',
  ])('no path leads out of the folder: %s', async (path) => {
    const response = await server.app(new Request(`https://office.example${path}`), { address: '' });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(secret);
  });

  test('what stands in its page may run there, by its digest, and nothing else that anybody writes into a page', async () => {
    const digests = (text: string) => [...(text.match(/'sha256-[^']+'/g) ?? [])];
    const of = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = async (path: string) => (await get(path, asPage)).headers.get('content-security-policy') ?? '';
    for (const path of ['/', '/contacts']) {
      const said = await policy(path);
      expect(digests(/script-src [^;]*/.exec(said)?.[0] ?? '')).toEqual([of(inPage.script)]);
      expect(digests(/style-src [^;]*/.exec(said)?.[0] ?? '')).toEqual([of(inPage.style)]);
      expect(said).not.toContain('unsafe-inline');
    }
    for (const path of ['/assets/index-a1b2.js', '/sw.js', '/api/health', '/api/nothing']) expect(digests(await policy(path))).toEqual([]);
  });

  test('without a built app there is the API and nothing else', async () => {
    const bare = await aServer();
    expect((await bare.fetch('/', { headers: asPage })).status).toBe(404);
    expect((await bare.fetch('/api/health')).status).toBe(200);
    await bare.close();
  });
});

describe('every answer', () => {
  const answers = (): Promise<Response>[] => [
    get('/'),
    get('/assets/index-a1b2.js'),
    get('/nowhere.js'),
    get('/api/health'),
    get('/api/nothing'),
    server.post('/api/sync', {}),
    server.post('/api/challenge', {}),
  ];

  test('carries the strict headers', async () => {
    for (const response of await Promise.all(answers())) {
      const { headers } = response;
      // The page's own parts are told apart above.
      const policy = (headers.get('content-security-policy') ?? '').replaceAll(/ 'sha256-[\w+/=]+'/g, '');
      for (const rule of [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types fieldbook',
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self), geolocation=()');
      for (const name of ['strict-transport-security', 'access-control-allow-origin', 'x-powered-by', 'server', 'set-cookie'])
        expect(headers.get(name)).toBeNull();
    }
  });

  test('of the API is never stored', async () => {
    for (const response of [await get('/api/health'), await server.post('/api/sync', {}), await server.post('/api/challenge', {})]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('asks for HTTPS only where the visitor came by it', async () => {
    const byHttps = { 'x-forwarded-proto': 'https' };
    expect((await get('/', byHttps)).headers.get('strict-transport-security')).toBeNull();
    const behind = await aServer({ trustProxy: true });
    expect((await behind.fetch('/api/health', { headers: byHttps })).headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect((await behind.fetch('/api/health')).headers.get('strict-transport-security')).toBeNull();
    await behind.close();
  });

  test('leaves one line without path, id or address', async () => {
    const before = server.lines.length;
    await get('/contacts/0f3a?name=somebody', asPage);
    await get('/api/0f3a');
    await server.post('/api/sync', {});
    expect(server.lines.slice(before)).toEqual(['GET app 200', 'GET /api/? 404', 'POST /api/sync 401']);
  });
});

test('health speaks JSON', async () => {
  const response = await get('/api/health');
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await response.json()).toEqual({ status: 'ok', store: 'sqlite', protocol: 2 });
});

test('a full disk is told as such, nothing of the batch is kept, and reading goes on', async () => {
  const full = await aServer({ mostPages: 60 });
  const { supervisor } = await anOffice(full);
  const response = await full.post('/api/sync', await supervisor.batch(supervisor.writes(400, { length: 1000 })), {
    token: supervisor.token,
  });
  expect(await outcomeOf(response)).toBe('507 disk-full');
  expect((await full.store.counts()).entries).toBe(0);
  expect((await supervisor.syncs(full)).page.items).toEqual([]);
  await full.close();
});

test('the log names a fault and where it was, never its message', () => {
  const lines: string[] = [];
  const log = linesTo(
    (line) => lines.push(line),
    () => 0,
  );
  log.fault(Object.assign(new TypeError('somebody said this'), { code: 'E_WORD' }));
  log.fault('somebody said this');
  log.request({ method: 'POST', route: '/api/sync', status: 200, ms: 3.4 });
  expect(lines[0]).toMatch(/^1970-01-01T00:00:00\.000Z fault TypeError E_WORD \| at /);
  expect(lines.slice(1)).toEqual(['1970-01-01T00:00:00.000Z fault string', '1970-01-01T00:00:00.000Z POST /api/sync 200 3ms']);
  expect(lines.join()).not.toContain('somebody');
});

test('a fault of ours is told as such: no stack, no content', async () => {
  const broken = await aServer();
  await broken.close();
  const response = await broken.fetch('/api/health');
  expect(await outcomeOf(response)).toBe('500 internal');
});
