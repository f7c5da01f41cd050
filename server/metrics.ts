/**
 * What can be counted about a running endpoint, in the words of Prometheus. Every label comes from a list of ours: routes,
 * statuses, reasons. Nothing names an organisation, a device or a person, and nothing counts what one of them does.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Receipt } from '../src/protocol/exchange.ts';
import type { Traffic } from './listen.ts';
import type { LogLine } from './log.ts';

export interface MetricsDeps {
  readonly traffic: () => Traffic;
  /** `null` when this database does not say. */
  readonly databaseBytes: () => Promise<number | null>;
}

export interface Metrics {
  request(line: LogLine): void;
  receipts(receipts: readonly Receipt[]): void;
  /** What Prometheus reads. */
  text(deps: MetricsDeps): Promise<string>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

type Labels = Readonly<Record<string, string | number>>;
const line = (name: string, labels: Labels, value: number): string => {
  const said = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `${name}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}`;
};
const family = (name: string, type: string, help: string, lines: readonly string[]): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...lines,
];
const alone = (name: string, type: string, help: string, value: number | null): string[] =>
  value === null ? [] : family(name, type, help, [line(name, {}, value)]);

const histogramLines = (name: string, route: string, { buckets, sum, count }: Histogram): string[] => [
  ...seconds.map((le, at) => line(`${name}_bucket`, { route, le }, buckets[at] ?? 0)),
  line(`${name}_bucket`, { route, le: '+Inf' }, count),
  line(`${name}_sum`, { route }, sum),
  line(`${name}_count`, { route }, count),
];

/** How late the event loop comes to a timer that is due this often. */
const lagResolutionMs = 10;

const createLag = () => {
  const delay = monitorEventLoopDelay({ resolution: lagResolutionMs });
  delay.enable();
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - lagResolutionMs / 1000);
  /** Since it was last asked. */
  return (): string[] => {
    const name = 'fieldbook_event_loop_lag_seconds';
    const lines = [0.5, 0.99, 1].map((quantile) => line(name, { quantile }, late(delay.percentile(quantile * 100)) || 0));
    delay.reset();
    return family(name, 'gauge', 'How late the event loop was since the last scrape.', lines);
  };
};

export const createMetrics = (): Metrics => {
  const requests = new Map<string, { readonly labels: Labels; count: number }>();
  const durations = new Map<string, Histogram>();
  const entries = new Map<string, { readonly labels: Labels; count: number }>();
  const lag = createLag();

  const countIn = (counts: typeof requests, labels: Labels): void => {
    const key = JSON.stringify(labels);
    const there = counts.get(key) ?? { labels, count: 0 };
    counts.set(key, there);
    there.count += 1;
  };
  const time = (route: string, took: number): void => {
    const histogram = durations.get(route) ?? { buckets: seconds.map(() => 0), sum: 0, count: 0 };
    durations.set(route, histogram);
    seconds.forEach((most, at) => {
      if (took <= most) histogram.buckets[at] = (histogram.buckets[at] ?? 0) + 1;
    });
    histogram.sum += took;
    histogram.count += 1;
  };
  const linesOf = (name: string, counts: typeof requests): string[] =>
    [...counts.values()].map(({ labels, count }) => line(name, labels, count));

  return {
    request: ({ method, route, status, ms }) => {
      countIn(requests, { method, route, status });
      time(route, ms / 1000);
    },
    receipts: (receipts) => {
      for (const receipt of receipts)
        countIn(
          entries,
          receipt.is === 'set-aside' ? { outcome: receipt.is, reason: receipt.reason } : { outcome: receipt.is, reason: '' },
        );
    },
    text: async ({ traffic, databaseBytes }) => {
      const { open, received, sent } = traffic();
      const { rss, heapUsed } = process.memoryUsage();
      const duration = 'fieldbook_request_duration_seconds';
      return [
        ...family('fieldbook_requests_total', 'counter', 'Requests answered.', linesOf('fieldbook_requests_total', requests)),
        ...family(
          duration,
          'histogram',
          'Time from a request to its answer.',
          [...durations].flatMap(([route, all]) => histogramLines(duration, route, all)),
        ),
        ...family(
          'fieldbook_entries_total',
          'counter',
          'Entries judged: kept, had already, or set aside and why.',
          linesOf('fieldbook_entries_total', entries),
        ),
        ...alone('fieldbook_received_bytes_total', 'counter', 'Bytes that came in by the network.', received),
        ...alone('fieldbook_sent_bytes_total', 'counter', 'Bytes that went out by the network.', sent),
        ...alone('fieldbook_open_connections', 'gauge', 'Connections open now.', open),
        ...alone('fieldbook_database_bytes', 'gauge', 'Size of the database.', await databaseBytes()),
        ...alone('process_resident_memory_bytes', 'gauge', 'Memory of this process.', rss),
        ...alone('nodejs_heap_used_bytes', 'gauge', 'Memory that its objects take.', heapUsed),
        ...alone('process_uptime_seconds', 'gauge', 'Seconds since the start.', process.uptime()),
        ...lag(),
        '',
      ].join('\n');
    },
  };
};
