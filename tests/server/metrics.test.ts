import { expect, test } from 'vitest';
import { createMetrics } from '../../server/metrics.ts';
import { openMetricsPage } from '../../server/metricsPage.ts';

const quiet = { traffic: () => ({ open: 3, received: 1000, sent: 2000 }), databaseBytes: async () => 4096 };

test('requests, durations, entries and the rest come out as Prometheus reads them', async () => {
  const metrics = createMetrics();
  metrics.request({ method: 'POST', route: '/api/sync', status: 200, ms: 30 });
  metrics.request({ method: 'POST', route: '/api/sync', status: 200, ms: 3000 });
  metrics.request({ method: 'POST', route: '/api/sync', status: 507, ms: 1 });
  metrics.receipts([
    { is: 'kept', place: 1 },
    { is: 'kept', place: 2 },
    { is: 'had', place: 1 },
    { is: 'set-aside', reason: 'fork' },
  ]);
  const lines = (await metrics.text(quiet)).split('\n');
  for (const line of [
    'fieldbook_requests_total{method="POST",route="/api/sync",status="200"} 2',
    'fieldbook_requests_total{method="POST",route="/api/sync",status="507"} 1',
    'fieldbook_request_duration_seconds_bucket{route="/api/sync",le="0.025"} 1',
    'fieldbook_request_duration_seconds_bucket{route="/api/sync",le="0.05"} 2',
    'fieldbook_request_duration_seconds_bucket{route="/api/sync",le="+Inf"} 3',
    'fieldbook_request_duration_seconds_count{route="/api/sync"} 3',
    'fieldbook_entries_total{outcome="kept",reason=""} 2',
    'fieldbook_entries_total{outcome="had",reason=""} 1',
    'fieldbook_entries_total{outcome="set-aside",reason="fork"} 1',
    'fieldbook_open_connections 3',
    'fieldbook_received_bytes_total 1000',
    'fieldbook_database_bytes 4096',
  ])
    expect(lines).toContain(line);
  for (const line of lines.filter((text) => text !== '' && !text.startsWith('#'))) expect(line).toMatch(/^[a-z_]+(\{[^{}]*\})? [\d.e+-]+$/);
  expect((await metrics.text({ ...quiet, databaseBytes: async () => null })).includes('fieldbook_database_bytes')).toBe(false);
});

test('the page is at its own port, and there is nothing else there', async () => {
  const page = await openMetricsPage({ port: 0, host: '127.0.0.1' }, async () => 'fieldbook_requests_total 1\n');
  if (!page.ok) throw new Error(page.failure.sentence);
  const at = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${page.value.port}${path}`, { method });
  expect(await (await at('/api/metrics')).text()).toBe('fieldbook_requests_total 1\n');
  expect((await at('/metrics')).headers.get('content-type')).toContain('text/plain');
  expect([(await at('/')).status, (await at('/metrics', 'POST')).status, (await at('/api/health')).status]).toEqual([404, 404, 404]);
  const again = await openMetricsPage({ port: page.value.port, host: '127.0.0.1' }, async () => '');
  expect(again).toEqual({ ok: false, failure: { sentence: expect.stringMatching(/set METRICS_PORT to another one\.$/) } });
  await page.value.stop();
});
