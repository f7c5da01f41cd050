/** The page that Prometheus reads, on a port of its own: what it says is for whoever runs the endpoint, and phones never see it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failed, ok, type Result } from '../src/domain/result.ts';

export interface MetricsPage {
  readonly port: number;
  stop(): Promise<void>;
}

const paths = ['/api/metrics', '/metrics'];

export const openMetricsPage = async (
  { port, host }: { readonly port: number; readonly host: string },
  text: () => Promise<string>,
): Promise<Result<MetricsPage, { readonly sentence: string }>> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || !paths.includes(request.url ?? '')) response.writeHead(404).end();
    else
      text().then(
        (page) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(page),
        () => response.writeHead(503).end(),
      );
  });
  const listens = await new Promise<boolean>((done) => {
    server.once('error', () => done(false));
    server.listen(port, host, () => done(true));
  });
  if (!listens) return failed({ sentence: `Metrics cannot be shown at ${host}, port ${port}; set METRICS_PORT to another one.` });
  return ok({
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  });
};
