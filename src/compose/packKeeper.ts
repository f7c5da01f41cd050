/** Asks the service worker about language packs (src/sw.ts), and checks what it answers. A worker of another version may know none. */
import * as v from 'valibot';
import type { PackKeeper } from '../i18n/packs.ts';

const Packs = v.array(v.object({ tag: v.string(), bytes: v.number(), here: v.boolean() }));
/** A worker that was ended in the middle answers never. */
const patience = 3 * 60_000;

const ask = (worker: ServiceWorker, question: { readonly type: string; readonly tag?: string }): Promise<unknown> =>
  new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    const gone = setTimeout(() => answer(null), patience);
    port1.onmessage = ({ data }) => {
      clearTimeout(gone);
      port1.close();
      answer(data);
    };
    worker.postMessage(question, [port2]);
  });

export const packKeeper = (container: ServiceWorkerContainer): PackKeeper => ({
  ready: container.ready.then(() => undefined),
  list: async () => {
    const { active } = await container.ready;
    const packs = v.safeParse(Packs, active && (await ask(active, { type: 'packs' })));
    return packs.success ? packs.output : [];
  },
  // A new version that waits or comes has files of its own: it must not take over without this language.
  bring: async (tag) => {
    const { active, waiting, installing } = await container.ready;
    const next = waiting ?? installing;
    const [came] = await Promise.all([active, next].map((worker) => worker && ask(worker, { type: 'bring-pack', tag })));
    return came === true;
  },
  remove: async (tag) => {
    const { active } = await container.ready;
    if (active) await ask(active, { type: 'remove-pack', tag });
  },
});
