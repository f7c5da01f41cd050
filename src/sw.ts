/** The service worker: keeps the app's own files so that it opens without a connection. It never touches records. */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Every address of the app is the same page; the API is not a page.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/licenses\.txt$/] }));

/**
 * What a phone in the field never needs (vite.config.ts names it) is not fetched beforehand, and is kept from its first use on. Names
 * carry a hash of the content, so what is kept is never out of date; with a new version it is fetched anew.
 */
const keptWhenUsed = 'kept-when-used';
registerRoute(({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: keptWhenUsed }));
self.addEventListener('activate', (event) => event.waitUntil(caches.delete(keptWhenUsed)));

// No skipWaiting on install: an open page keeps the version it was loaded with until somebody says so.
self.addEventListener('message', (event) => {
  const type: unknown = event.data?.type;
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'CLAIM') clientsClaim();
});
