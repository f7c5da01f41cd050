/**
 * The floor that the endpoint is compared with, as a process of its own: takes JSON, puts it into the same embedded
 * database with the same promises about the disk, checks nothing and asks nobody who they are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openBareDatabase } from './bareDatabase.ts';

const [dataDir = '.', pageDir = '.'] = process.argv.slice(2);
const rows = openBareDatabase(join(dataDir, 'bare.db'));
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
};

const answer = (response: ServerResponse, type: string, body: string | Buffer): void => {
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
};

const keep = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const records = JSON.parse(await readBody(request)) as { readonly id: string }[];
  rows.keep(records.map((record) => ({ id: record.id, text: JSON.stringify(record) })));
  answer(response, 'application/json', JSON.stringify({ kept: records.length }));
};

const page = (url: URL, response: ServerResponse): void => {
  const found = rows.after(Number(url.searchParams.get('after')), Number(url.searchParams.get('limit')));
  const next = found[found.length - 1]?.place ?? 0;
  answer(response, 'application/json', `{"next":${next},"rows":[${found.map(({ text }) => text).join(',')}]}`);
};

const file = (url: URL, response: ServerResponse): void => {
  const name = url.pathname === '/' ? 'index.html' : basename(url.pathname);
  const path = [join(pageDir, name), join(pageDir, 'assets', name)].find((each) => existsSync(each));
  if (path) answer(response, types[extname(name)] ?? 'application/octet-stream', readFileSync(path));
  else response.writeHead(404).end();
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname !== '/plain') file(url, response);
  else if (request.method === 'POST') void keep(request, response);
  else if (request.method === 'DELETE') answer(response, 'application/json', String(rows.clear()));
  else page(url, response);
});
server.listen(0, 'localhost', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`listening on ${address.port}\n`);
});
