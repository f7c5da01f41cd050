/**
 * New versions. One is fetched in the background and waits; it comes in when somebody says so, and then every open tab
 * keeps its drafts and loads again, because the old page's lazy files are gone with the old cache.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Workbox } from 'workbox-window';
import { trustedUrl } from './trustedUrl.ts';

export interface Updates {
  readonly waiting: ReadonlySignal<boolean>;
  readonly useNow: () => Promise<void>;
}
export interface UpdateDeps {
  readonly keepDrafts: () => Promise<void>;
}

const lookEvery = 60 * 60_000;

/** Asks the server for a newer version; without a connection there is none to be had, and nothing to say about it. */
const look = (workbox: Workbox): void => {
  workbox.update().catch(() => undefined);
};

/** Drafts are on disk before the page goes. The first worker ever to take over is no update: there is nothing older to leave. */
const reloadWithTheNewOne = (container: ServiceWorkerContainer, keepDrafts: () => Promise<void>): void => {
  let hadOne = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (hadOne) void keepDrafts().finally(() => location.reload());
    hadOne = true;
  });
};

/** What speaks with the worker is fetched after the first screen. A browser that refuses the worker still runs the app, only not offline. */
const register = async (onWaiting: () => void): Promise<Workbox | null> => {
  try {
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(trustedUrl('/sw.js'));
    workbox.addEventListener('waiting', onWaiting);
    await workbox.register();
    setInterval(() => look(workbox), lookEvery);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(workbox));
    return workbox;
  } catch {
    return null;
  }
};

export const watchForUpdates = ({ keepDrafts }: UpdateDeps): Updates => {
  const waiting = signal(false);
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  // While developing there is no worker: it would serve yesterday's files.
  if (!container || import.meta.env.DEV) return { waiting, useNow: async () => location.reload() };
  reloadWithTheNewOne(container, keepDrafts);
  const registered = register(() => {
    waiting.value = true;
  });
  return {
    waiting,
    useNow: async () => {
      await keepDrafts();
      (await registered)?.messageSkipWaiting();
    },
  };
};
