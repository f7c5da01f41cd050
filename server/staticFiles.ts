/**
 * The built app, read once at the start into a map: what is not in the map does not exist, so no path can lead
 * out of the folder. Compressed versions are made by the build and lie beside each file (.br, .gz).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { toHex } from '../src/protocol/bytes.ts';
import { contentSecurityPolicy } from './headers.ts';
import { sha256 } from './primitives.ts';

interface Variant {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: 'br' | 'gzip' | null;
  readonly etag: string;
}
interface StaticFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly variants: readonly Variant[];
}

/** `null` when there is no such file and no page to fall back to. */
export type StaticFiles = (request: Request) => Response | null;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};
const forAYear = 'public, max-age=31536000, immutable';

export const readStaticFiles = (folder: string): StaticFiles => {
  const files = readTree(folder);
  return (request) => {
    const path = new URL(request.url).pathname;
    const file = files.get(path) ?? (isPage(request, path) ? files.get('/index.html') : undefined);
    return file ? answerWith(file, request) : null;
  };
};

/** A page somebody opens: the app finds its own way from there. What looks like a file and is not there is missing. */
const isPage = (request: Request, path: string): boolean =>
  !path.startsWith('/api/') && !(path.split('/').pop() ?? '').includes('.') && (request.headers.get('accept') ?? '').includes('text/html');

const readTree = (folder: string): ReadonlyMap<string, StaticFile> => {
  const paths = listFiles(folder);
  const plain = paths.filter((path) => !/\.(br|gz)$/.test(path));
  const files = new Map(plain.map((path) => [path, readFile(folder, path, new Set(paths))]));
  const index = files.get('/index.html');
  return index ? files.set('/', index) : files;
};

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`);

const readFile = (folder: string, path: string, all: ReadonlySet<string>): StaticFile => {
  const onDisk = join(folder, ...path.split('/').map(decodeURIComponent));
  const plain = readFileSync(onDisk);
  const hash = toHex(sha256(plain)).slice(0, 24);
  const variant = (bytes: Uint8Array<ArrayBuffer>, encoding: Variant['encoding']): Variant => ({
    bytes,
    encoding,
    etag: `"${hash}${encoding ? `-${encoding}` : ''}"`,
  });
  const variants = [variant(plain, null)];
  if (all.has(`${path}.gz`)) variants.unshift(variant(readFileSync(`${onDisk}.gz`), 'gzip'));
  if (all.has(`${path}.br`)) variants.unshift(variant(readFileSync(`${onDisk}.br`), 'br'));
  const extension = extname(path).toLowerCase();
  const headers = {
    'content-type': types[extension] ?? 'application/octet-stream',
    // Only files whose name carries a hash of what is in them may be kept without asking.
    'cache-control': path.startsWith('/assets/') ? forAYear : 'no-cache',
    ...(extension === '.html' && { 'content-security-policy': contentSecurityPolicy(plain.toString('utf8')) }),
  };
  return { headers, variants };
};

const answerWith = ({ headers: own, variants }: StaticFile, request: Request): Response => {
  const chosen = variants.find(({ encoding }) => encoding === null || accepts(request, encoding));
  if (!chosen) return new Response(null, { status: 406 });
  const headers = new Headers({ ...own, etag: chosen.etag, vary: 'Accept-Encoding' });
  if (chosen.encoding) headers.set('content-encoding', chosen.encoding);
  if (matches(request.headers.get('if-none-match'), chosen.etag)) return new Response(null, { status: 304, headers });
  headers.set('content-length', String(chosen.bytes.length));
  return new Response(request.method === 'HEAD' ? null : chosen.bytes, { headers });
};

const accepts = (request: Request, encoding: string): boolean =>
  (request.headers.get('accept-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .some(([name, quality]) => name === encoding && !/^q=0(\.0*)?$/.test(quality ?? ''));

const matches = (asked: string | null, etag: string): boolean =>
  (asked ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
