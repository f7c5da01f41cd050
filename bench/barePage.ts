/**
 * The least that works offline: one field, kept by a worker that does nothing else, in a browser profile of its own. What opening it
 * takes is the browser's and the machine's own, and no app opens sooner.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dropProfile, newProfile } from '../tests/support/browser.ts';
import { throttle, type Watch, watchIn } from './watching.ts';

const page = `<!doctype html><html lang="en"><title>Bare</title><meta name="viewport" content="width=device-width">
<form><input type="password"></form><script>navigator.serviceWorker.register('/sw.js')</script></html>`;
const worker = `addEventListener('install', (event) => event.waitUntil(caches.open('bare').then((cache) => cache.add('/'))));
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request)));`;

export interface BarePage {
  /** Milliseconds from the navigation to the field and one frame, with nothing left to ask a server for. */
  readonly open: (rate: number) => Promise<number>;
  readonly dispose: () => void;
}

const serve = async () => {
  const server = createServer(({ url }, answer) => {
    const isWorker = url === '/sw.js';
    answer.writeHead(200, { 'content-type': isWorker ? 'text/javascript' : 'text/html' }).end(isWorker ? worker : page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

const field = async ({ goTo, seen }: Watch, origin: string): Promise<number> => {
  await goTo(origin);
  return seen('lock');
};

export const openBarePage = async (): Promise<BarePage> => {
  const profile = newProfile();
  const { server, origin } = await serve();
  // Kept at the first visit, and compiled by the third, as the app beside it.
  for (let visit = 0; visit < 3; visit += 1)
    await watchIn(profile, async (watch) => {
      await field(watch, origin);
      await new Promise((later) => setTimeout(later, 1500));
    });
  server.closeAllConnections();
  server.close();
  return {
    open: (rate) =>
      watchIn(profile, async (watch) => {
        await throttle(watch.send, rate);
        return field(watch, origin);
      }),
    dispose: () => dropProfile(profile),
  };
};
