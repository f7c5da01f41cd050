/** Vaults over files in memory that can be torn, refused or counted, and what lies in one. */
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { Kdf } from '../../src/vault/kdf.ts';
import { makeSealingKey, makeSigningKey } from '../../src/vault/keys.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { createSlotFile, type SlotMedium } from '../../src/vault/slotFile.ts';
import type { VaultDeps } from '../../src/vault/vault.ts';
import type { RingKey, VaultContents } from '../../src/vault/vaultFile.ts';

/** As quick as a hash, because these stories are not about the cost. */
export const quickKdf: Kdf = async (passphrase, { salt }) =>
  primitives.sha256(new Uint8Array([...new TextEncoder().encode(passphrase), ...salt]));

export interface MemoryMedium extends SlotMedium {
  readonly files: Map<'a' | 'b', Bytes>;
  /** What happens instead of the next write; then all is as before. */
  readonly beforeNextWrite: (happens: (name: 'a' | 'b', bytes: Bytes) => void) => void;
}

export const memoryMedium = (): MemoryMedium => {
  const files = new Map<'a' | 'b', Bytes>();
  let instead: ((name: 'a' | 'b', bytes: Bytes) => void) | null = null;
  return {
    files,
    erasable: true,
    beforeNextWrite: (happens) => {
      instead = happens;
    },
    read: async (name) => files.get(name)?.slice() ?? null,
    overwrite: async (name, bytes) => {
      const happens = instead;
      instead = null;
      if (happens) happens(name, bytes);
      else files.set(name, bytes.slice());
    },
  };
};

/** One at a time, as the browser's lock lets tabs. */
export const oneAtATime = () => {
  let queue: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
};

export const vaultOver = (medium: SlotMedium, kdf: Kdf = quickKdf): VaultDeps => ({
  file: createSlotFile(medium),
  kdf,
  alone: oneAtATime(),
});

export const someContents = async (changes: Partial<VaultContents> = {}): Promise<VaultContents> => ({
  org: randomBytes(16),
  root: randomBytes(32),
  organisation: 'Lantern House (invented)',
  person: randomBytes(16),
  name: 'Joon',
  role: 'worker',
  device: randomBytes(16),
  sign: await makeSigningKey(),
  seal: await makeSealingKey(),
  orgKey: null,
  drafts: randomBytes(32),
  ring: [],
  ...changes,
});

export const aRingKey = (day = 20_500): RingKey => ({
  id: randomBytes(16),
  key: randomBytes(32),
  device: randomBytes(16),
  day,
  audience: '',
});
