/**
 * The service worker: keeps the app's own files so that it opens without a connection. It knows no records; when the browser wakes
 * it because there is a network, it loads what sends the sealed outbox (docs/decisions/0025-background-sync.md).
 */
import { cacheNames, clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, getCacheKeyForURL, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/**
 * A language other than English is a pack (docs/decisions/0021-language-packs.md): its files lie in a cache of their own on
 * phones where it was chosen, all of them or none. The build's list, which is this version's, says which files those are.
 */
const packOf = (path: string): string | undefined => /^\/?assets\/words\/([\w-]+)\//.exec(path)?.[1];
const built = self.__WB_MANIFEST.map((entry) => (typeof entry === 'string' ? { url: entry, revision: null } : entry));
const filesOf = (tag: string): string[] =>
  built.filter(({ url }) => packOf(url) === tag).map(({ url }) => new URL(url, self.registration.scope).href);

const own = built.filter(({ url }) => packOf(url) === undefined);
precacheAndRoute(own);
cleanupOutdatedCaches();

// Every address of the app is the same page; the API is not a page.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/licenses\.txt$/] }));

const packCaches = 'words-';
const kept = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(packCaches)).map((name) => name.slice(packCaches.length));

const lacking = async (tag: string): Promise<string[]> => {
  // Opening a cache makes it, and a cache that is there says that the language is kept.
  if (!(await caches.has(packCaches + tag))) return filesOf(tag);
  const here = new Set((await (await caches.open(packCaches + tag)).keys()).map(({ url }) => url));
  return filesOf(tag).filter((url) => !here.has(url));
};

const bringNow = async (tag: string): Promise<void> => {
  const files = await lacking(tag);
  if (files.length === 0) return;
  const isNew = !(await caches.has(packCaches + tag));
  try {
    // Keeps nothing when one of them does not come.
    await (await caches.open(packCaches + tag)).addAll(files);
  } catch (problem) {
    if (isNew) await caches.delete(packCaches + tag);
    throw problem;
  }
};

const coming = new Map<string, Promise<void>>();
const bring = (tag: string): Promise<void> => {
  const started = coming.get(tag) ?? bringNow(tag).finally(() => coming.delete(tag));
  coming.set(tag, started);
  return started;
};

/** A new version takes over with every language that is kept, or not at all: then the old one goes on, whole. */
self.addEventListener('install', (event) => event.waitUntil(kept().then((tags) => Promise.all(tags.map(bring)))));

const dropOldFiles = async (tag: string): Promise<void> => {
  const files = new Set(filesOf(tag));
  if (files.size === 0) return void (await caches.delete(packCaches + tag));
  const cache = await caches.open(packCaches + tag);
  const old = (await cache.keys()).filter(({ url }) => !files.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
};
self.addEventListener('activate', (event) => event.waitUntil(kept().then((tags) => Promise.all(tags.map(dropOldFiles)))));

// Words that are not kept go by: a supervisor's library looks into languages that this phone need not keep.
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && packOf(url.pathname) !== undefined,
  async ({ request, url }) => (await caches.match(url.href, { ignoreVary: true })) ?? fetch(request),
);

interface Listed {
  readonly packs: readonly { readonly tag: string; readonly gzip: number }[];
}
const listPacks = async () => {
  const list = (await (await matchPrecache('/packs.json'))?.json()) as Listed | undefined;
  return Promise.all((list?.packs ?? []).map(async ({ tag, gzip }) => ({ tag, bytes: gzip, here: (await lacking(tag)).length === 0 })));
};

/**
 * What a phone in the field never needs (vite.config.ts names it) is not fetched beforehand, and is kept from its first use on. Names
 * carry a hash of the content, so what is kept is never out of date; with a new version it is fetched anew.
 */
const keptWhenUsed = 'kept-when-used';
registerRoute(({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: keptWhenUsed }));
self.addEventListener('activate', (event) => event.waitUntil(caches.delete(keptWhenUsed)));

/**
 * A browser may clear this cache alone, and a worker that is installed already does not fill it again: then the app would need a
 * connection at each start. All of what is missing or nothing of it: beside a newer version on the server there must be no mixture.
 */
const mend = async (): Promise<void> => {
  const cache = await caches.open(cacheNames.precache);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const missing = own.flatMap(({ url }) => getCacheKeyForURL(url) ?? []).filter((key) => !here.has(key));
  if (missing.length > 0) await cache.addAll(missing);
};

/** What the page asks of the packs (src/compose/packKeeper.ts); it is answered through the port that came along. */
const answerTo = async ({ type, tag }: { readonly type?: unknown; readonly tag?: unknown }): Promise<unknown> => {
  if (type === 'packs') return listPacks();
  if (typeof tag !== 'string') return null;
  if (type === 'bring-pack') {
    return bring(tag).then(
      () => true,
      () => false,
    );
  }
  return type === 'remove-pack' ? caches.delete(packCaches + tag) : null;
};

/**
 * A file of its own, because every start of the app waits for this one. A worker may load only what it loaded when it was
 * installed; from then on the browser keeps it with the worker.
 */
interface Sending {
  readonly sendWhatWaits?: () => Promise<void>;
}
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}
const { trustedTypes } = self as { readonly trustedTypes?: PolicyFactory };
const background =
  trustedTypes?.createPolicy('fieldbook', { createScriptURL: (url) => url }).createScriptURL('/background.js') ?? '/background.js';
const hasBackground = 'sync' in self.registration;

self.addEventListener('install', () => {
  if (hasBackground) importScripts(background);
});
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
const send = (event: SyncEvent): void => {
  if (event.tag !== 'send') return;
  const here = self as Sending;
  if (!here.sendWhatWaits) importScripts(background);
  event.waitUntil(here.sendWhatWaits?.() ?? Promise.resolve());
};
self.addEventListener('sync', (event) => send(event as SyncEvent));

// No skipWaiting on install: an open page keeps the version it was loaded with until somebody says so.
self.addEventListener('message', (event) => {
  const type: unknown = event.data?.type;
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'CLAIM') clientsClaim();
  if (type === 'MEND') event.waitUntil(mend().catch(() => undefined));
  const [port] = event.ports;
  if (port) event.waitUntil(answerTo(event.data).then((answer) => port.postMessage(answer)));
});
