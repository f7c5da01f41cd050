/** Hostile requests against the log and the metrics: whatever a stranger puts into path, header or body must not come out here. */
import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { describeFault, linesTo } from '../../server/log.ts';
import { createMetrics } from '../../server/metrics.ts';
import { nodePrimitives } from '../../server/primitives.ts';
import { defaultLimits } from '../../server/settings.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { anOffice, random } from '../support/device.ts';
import { aServer, type TestServer } from '../support/server.ts';

const canary = () => `kanari${toHex(random(9))}`;

/** The same store behind an app whose log is written down whole. */
const overheard = (server: TestServer, format: 'text' | 'json', broken = false) => {
  const lines: string[] = [];
  const metrics = createMetrics();
  const written = linesTo((line) => lines.push(line), Date.now, format);
  const log = {
    ...written,
    request: (line: Parameters<typeof metrics.request>[0]) => {
      metrics.request(line);
      written.request(line);
    },
  };
  const planted = Array.from({ length: 12 }, canary);
  // A library that repeats in its message what it was given, and in lines that look like those of a stack.
  const store = broken
    ? {
        ...server.store,
        rosterLinks: async () => {
          throw Object.assign(new TypeError(`near "${planted.join('\n    at ')}"`), { code: planted[0] });
        },
      }
    : server.store;
  const app = createApp({
    store,
    log,
    primitives: nodePrimitives,
    now: server.now,
    random,
    count: metrics.receipts,
    settings: { founding: 'open', trustProxy: true, limits: defaultLimits },
  });
  return { app, lines, metrics, planted };
};

const ask = (path: string, init: RequestInit = {}) => new Request(`http://localhost${path}`, init);

const hostileRequests = ([a, b, c, d, e, f, g, h]: readonly string[]): Request[] => {
  const cbor = { 'content-type': 'application/cbor' };
  const body = encodeCbor({ org: random(16), device: random(16), challenge: `${a}`, signature: `${b}` });
  return [
    ask(`/api/${a}?${b}=${c}#${d}`),
    ask(`/${a}/../${b}%0a%0d${c}`, { headers: { referer: `http://${d}/`, 'user-agent': `${e}`, 'x-forwarded-for': `${f}` } }),
    ask('/api/sync', { method: 'POST', body, headers: { ...cbor, authorization: `Bearer ${g}` } }),
    ask('/api/login', { method: 'POST', body, headers: { ...cbor, cookie: `${h}`, 'x-forwarded-for': `${f}, ${g}` } }),
    ask('/api/login', { method: 'POST', body: `${a}${b}`, headers: { 'content-type': `${c}` } }),
    ask('/api/found', { method: 'POST', body: encodeCbor({ link: encodeCbor([`${a}`, `${b}`]) }), headers: cbor }),
    ask('/api/challenge', { method: 'POST', body: encodeCbor({ org: random(16), device: random(16) }), headers: cbor }),
    ask(`/api/health?${a}`, { method: 'PUT', headers: { origin: `http://${b}.example` } }),
  ];
};

test.each(['text', 'json'] as const)('nothing a stranger sends comes out in the log (%s) or in metrics', async (format) => {
  const server = await aServer({ founding: 'open' });
  for (const broken of [false, true]) {
    const { app, lines, metrics, planted } = overheard(server, format, broken);
    const requests = hostileRequests(planted);
    const { supervisor } = await anOffice(server);
    await supervisor.logsIn(server);
    const path = `/api/sync?${planted[0]}`;
    requests.push(
      ask(path, {
        method: 'POST',
        body: random(9),
        headers: { 'content-type': 'application/cbor', authorization: `Bearer ${supervisor.token}` },
      }),
    );
    for (const request of requests) await app(request, { address: `${planted[9]}` });
    const page = await metrics.text({ traffic: () => ({ open: 0, received: 0, sent: 0 }), databaseBytes: async () => 1 });
    const said = `${lines.join('\n')}\n${page}`;
    expect(lines.length).toBeGreaterThanOrEqual(requests.length);
    for (const secret of [...planted, toHex(supervisor.org), toHex(supervisor.device), supervisor.token])
      expect(said).not.toContain(secret);
    if (broken) expect(said).toMatch(/fault.*TypeError/);
    if (format === 'json')
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: expect.stringMatching(/^(request|fault)$/) });
  }
  await server.close();
});

test('a fault is told by its name, its code and where it was, and by nothing that was said', () => {
  const fault = Object.assign(new RangeError('Invalid value: Mina\n    at Mina (file:///home/mina:1:1)\n    at secret'), {
    code: 'SQLITE_FULL',
  });
  const said = describeFault(fault);
  expect(said).toMatch(/^RangeError SQLITE_FULL \| at /);
  expect(said).toContain('log.test.ts');
  expect(said).not.toMatch(/mina|secret|Invalid/i);
  // Its message was changed since, so it no longer tells where the one in the stack ends.
  const changed = new Error('no\n    at Mina');
  expect(changed.stack).toContain('at Mina');
  changed.message = 'no';
  expect(describeFault(changed)).not.toMatch(/Mina/);
  expect(describeFault('Mina')).toBe('string');
  expect(describeFault(Object.assign(new Error('x'), { name: 'Mina said so', code: 'no code: Mina' }))).not.toMatch(/Mina/);
});
