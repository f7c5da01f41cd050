/** Looks at a page from outside, and tells when what is waited for stands there. */
import { openPlainly, type PlainPage, type Send } from './plainBrowser.ts';

const waitMs = 60_000;

/** A visit in which nothing but what is measured runs in the page. */
export interface Watch extends Pick<PlainPage, 'send' | 'goTo' | 'typeAndEnter'> {
  /** Milliseconds since the navigation began. */
  readonly seen: (what: Seen) => Promise<number>;
}

/** Says when things are first on the screen and one frame has passed, and when the key derivation was over. */
const watchScreen = `(() => {
  const say = (what, ms) => plainTell(JSON.stringify({ what, ms }));
  const wanted = new Map([
    ['lock', 'form input[type=password]:enabled'],
    ['live', '.language-select:enabled'],
    ['question', '[data-asked] *'],
  ]);
  // Told of each change, not asking at each frame: asking keeps the page drawing frames that nobody needs.
  const changes = new MutationObserver(() => {
    for (const [what, selector] of wanted) {
      if (!document.querySelector(selector)) continue;
      wanted.delete(what);
      requestAnimationFrame(() => setTimeout(() => say(what, performance.now())));
    }
    if (wanted.size === 0) changes.disconnect();
  });
  changes.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'data-asked'] });
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.task?.task === 'derive') {
      const heard = ({ data }) => {
        if (data.number !== message.number) return;
        say('derived', performance.now());
        this.removeEventListener('message', heard);
      };
      this.addEventListener('message', heard);
    }
    return post.call(this, message, ...rest);
  };
})()`;

/** `live`: what the lock is drawn with is the app itself, and no longer what was kept of it (src/ui/keptLock.ts). */
export type Seen = 'lock' | 'live' | 'question' | 'derived';

/** What the page tells, for whoever waits for it. */
const listenTo = ({ onTold }: PlainPage): Watch['seen'] => {
  const heard = new Map<string, number>();
  const waiting = new Map<string, (ms: number) => void>();
  onTold((told) => {
    const { what, ms } = JSON.parse(told) as { readonly what: Seen; readonly ms: number };
    heard.set(what, ms);
    waiting.get(what)?.(ms);
  });
  return (what) =>
    new Promise((told, failed) => {
      const ms = heard.get(what);
      if (ms !== undefined) return told(ms);
      const late = setTimeout(() => failed(new Error(`nothing was seen of the ${what}`)), waitMs);
      waiting.set(what, (after) => {
        clearTimeout(late);
        told(after);
      });
    });
};

export const throttle = async (send: Send, rate: number): Promise<void> => void (await send('Emulation.setCPUThrottlingRate', { rate }));
export const slowLine = async (send: Send): Promise<void> => {
  await send('Network.enable');
  await send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1600 * 1000) / 8,
    uploadThroughput: (750 * 1000) / 8,
  });
};

/** As on a first visit: no service worker, nothing cached; what was written stays. */
export const forgetFiles = async (send: Send, origin: string): Promise<void> => {
  await send('Storage.clearDataForOrigin', { origin, storageTypes: 'service_workers,cache_storage' });
  await send('Network.clearBrowserCache');
  await send('Network.setBypassServiceWorker', { bypass: true });
};

/** Opens the browser on this profile, and closes it when the work is done. */
export const watchIn = <T>(profile: string, work: (watch: Watch) => Promise<T>): Promise<T> =>
  openPlainly(profile, watchScreen, (page) =>
    work({ send: page.send, goTo: page.goTo, seen: listenTo(page), typeAndEnter: page.typeAndEnter }),
  );
