/** The vault's needs met in a browser: one worker for Argon2id and OPFS, the database where OPFS cannot be overwritten. */
import type { Bytes } from '../protocol/bytes.ts';
import type { Kdf } from './kdf.ts';
import { createSlotFile, type SlotMedium } from './slotFile.ts';
import type { VaultDeps } from './vault.ts';
import type { VaultReply, VaultTask } from './vaultWorker.ts';

type Ask = (task: VaultTask) => Promise<unknown>;

/** The browser's own name for what went wrong goes along: whether there was no room is told apart from everything else. */
const named = (problem: string): Error => Object.assign(new Error(`the vault's worker: ${problem}`), { name: problem });

const asking = (worker: Worker): Ask => {
  let count = 0;
  const open = new Map<number, { readonly done: (value: unknown) => void; readonly failed: (problem: Error) => void }>();
  worker.addEventListener('message', ({ data }: MessageEvent<VaultReply>) => {
    const waiting = open.get(data.number);
    open.delete(data.number);
    if (data.problem === undefined) waiting?.done(data.value);
    else waiting?.failed(named(data.problem));
  });
  worker.addEventListener('error', () => {
    for (const { failed } of open.values()) failed(new Error("the vault's worker stopped"));
    open.clear();
  });
  return (task) =>
    new Promise((done, failed) => {
      count += 1;
      open.set(count, { done, failed });
      worker.postMessage({ number: count, task });
    });
};

const inOpfs = (ask: Ask): SlotMedium => ({
  erasable: true,
  read: async (name) => (await ask({ task: 'read', name })) as Bytes | null,
  overwrite: async (name, bytes) => {
    await ask({ task: 'overwrite', name, bytes });
  },
});

export interface VaultInBrowser {
  readonly deps: VaultDeps;
  readonly erasable: boolean;
}

export interface BrowserNeeds {
  readonly worker: Worker;
  /** Keeps the slots where OPFS has no overwriting handles (some WebKit, Safari before 15.2); the screen then says so. */
  readonly fallback: SlotMedium;
  readonly alone: VaultDeps['alone'];
}

export const vaultInBrowser = async ({ worker, fallback, alone }: BrowserNeeds): Promise<VaultInBrowser> => {
  const ask = asking(worker);
  const kdf: Kdf = async (passphrase, parameters) => (await ask({ task: 'derive', passphrase, parameters })) as Bytes;
  const erasable = (await ask({ task: 'probe' })) === true;
  const file = createSlotFile(erasable ? inOpfs(ask) : fallback);
  return { deps: { file, kdf, alone }, erasable };
};
