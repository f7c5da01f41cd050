/**
 * The vault: what unlocking opens. One random key (the vault key) seals the contents; each slot wraps that key.
 * An open vault keeps contents in memory until `close`; every change goes through the file, so two tabs agree.
 */
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, toHex } from '../protocol/bytes.ts';
import { type Kdf, newKdfCost, normalised } from './kdf.ts';
import { own, randomBytes } from './primitives.ts';
import { aesKeyFrom, openWith, sealWith } from './seal.ts';
import type { Secret } from './secret.ts';
import type { SlotFile } from './slotFile.ts';
import {
  boxBinding,
  encodeContents,
  encodeVaultFile,
  parseContents,
  parseVaultFile,
  type RingKey,
  slotBinding,
  type VaultContents,
  type VaultFile,
} from './vaultFile.ts';

export type UnlockFailure =
  | { readonly type: 'wrong-passphrase' }
  /** Neither copy of the vault reads: what was sent is at the office, what was not is lost with the key. */
  | { readonly type: 'vault-damaged' }
  | { readonly type: 'storage-failed' };

/** Also: the browser has no room for it. What was in the file stays. */
export type ChangeFailure = UnlockFailure | { readonly type: 'storage-full' };

export interface VaultDeps {
  readonly file: SlotFile;
  readonly kdf: Kdf;
  /** Lets one tab at a time change the file. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface OpenVault {
  readonly contents: () => VaultContents;
  /** Reads the file anew, applies the change and writes it; resolves when it is flushed. */
  readonly change: (how: (contents: VaultContents) => VaultContents) => Promise<Result<void, ChangeFailure>>;
  /** A ring key by id (hex), ready to use. */
  readonly ringKey: (id: string) => Promise<CryptoKey | null>;
  readonly findRingKey: (id: string) => RingKey | undefined;
  /** Reads what another tab may have added. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
  readonly isOpen: () => boolean;
}

/** Makes a vault and leaves it open. The old content of the file, if any, is overwritten. */
export const createVault = async (deps: VaultDeps, passphrase: Secret<string>, contents: VaultContents): Promise<OpenVault> => {
  const vaultKey = randomBytes(32);
  const kdf = { ...newKdfCost, salt: randomBytes(16) };
  const slotKey = await aesKeyFrom(await deps.kdf(normalised(passphrase.reveal()), kdf));
  const slots = [{ opens: 'passphrase' as const, kdf, wrapped: await sealWith(slotKey, vaultKey, slotBinding(kdf)) }];
  const key = await aesKeyFrom(vaultKey);
  await deps.file.write(encodeVaultFile({ version: 1, slots, box: await sealWith(key, encodeContents(contents), boxBinding) }));
  return openVault(deps, key, contents);
};

export const unlockVault = async (deps: VaultDeps, passphrase: Secret<string>): Promise<Result<OpenVault, UnlockFailure>> => {
  const read = await readVault(deps);
  if (!read.ok) return read;
  const { file } = read.value;
  for (const slot of file.slots) {
    const derived = await answered(() => deps.kdf(normalised(passphrase.reveal()), slot.kdf));
    if (!derived.ok) return derived;
    const slotKey = await aesKeyFrom(derived.value);
    const vaultKey = await openWith(slotKey, slot.wrapped, slotBinding(slot.kdf));
    if (!vaultKey.ok) continue;
    const key = await aesKeyFrom(vaultKey.value);
    const contents = await openBox(key, file);
    return contents.ok ? ok(openVault(deps, key, contents.value)) : contents;
  }
  return failed({ type: 'wrong-passphrase' });
};

export const vaultExists = async ({ file }: Pick<VaultDeps, 'file'>): Promise<boolean> => (await file.read()) !== null;

/** The browser's storage or worker may not answer, or have no room; what was there is still there, so trying again is safe. */
const answered = async <T>(work: () => Promise<T>): Promise<Result<T, { readonly type: 'storage-failed' }>> => {
  try {
    return ok(await work());
  } catch {
    return failed({ type: 'storage-failed' });
  }
};

const keeping = async <T>(write: () => Promise<T>): Promise<Result<T, { readonly type: 'storage-failed' | 'storage-full' }>> => {
  try {
    return ok(await write());
  } catch (problem) {
    return failed({ type: problem instanceof Error && problem.name === 'QuotaExceededError' ? 'storage-full' : 'storage-failed' });
  }
};

interface ReadVault {
  readonly bytes: Bytes;
  readonly file: VaultFile;
}
const readVault = async ({ file }: VaultDeps): Promise<Result<ReadVault, UnlockFailure>> => {
  const bytes = await answered(file.read);
  if (!bytes.ok) return bytes;
  if (!bytes.value) return failed({ type: 'vault-damaged' });
  const parsed = parseVaultFile(bytes.value);
  return parsed.ok ? ok({ bytes: bytes.value, file: parsed.value }) : parsed;
};

const openBox = async (key: CryptoKey, file: VaultFile): Promise<Result<VaultContents, UnlockFailure>> => {
  const plain = await openWith(key, file.box, boxBinding);
  return plain.ok ? parseContents(plain.value) : failed({ type: 'vault-damaged' });
};

const openVault = (deps: VaultDeps, key: CryptoKey, first: VaultContents): OpenVault => {
  let contents: VaultContents | null = first;
  let byId = new Map<string, RingKey>();
  const ready = new Map<string, Promise<CryptoKey>>();
  const hold = (now: VaultContents) => {
    contents = now;
    byId = new Map(now.ring.map((ringKey) => [toHex(ringKey.id), ringKey]));
  };
  hold(first);
  const current = (): VaultContents => {
    if (!contents) throw new Error('the vault is closed');
    return contents;
  };
  let queue: Promise<unknown> = Promise.resolve();
  /** Within this tab one after the other, and between tabs one at a time: of two changes that read the same file, one would be lost. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(() => deps.alone(work));
    queue = turn.catch(() => undefined);
    return turn;
  };
  const reread = async (): Promise<Result<ReadVault, UnlockFailure>> => {
    const read = await readVault(deps);
    if (!read.ok) return read;
    const inFile = await openBox(key, read.value.file);
    if (!inFile.ok) return inFile;
    if (contents) hold(inFile.value);
    return read;
  };
  /** `null` when another tab, taking this one for asleep, has written meanwhile. */
  const changeOnce = async (how: (contents: VaultContents) => VaultContents): Promise<Result<void, ChangeFailure> | null> => {
    const read = await reread();
    if (!read.ok) return read;
    if (!contents) return failed({ type: 'storage-failed' });
    const { bytes, file } = read.value;
    const changed = how(contents);
    const box = await sealWith(key, encodeContents(changed), boxBinding);
    const written = await keeping(() => deps.file.replace(bytes, encodeVaultFile({ ...file, box })));
    if (!written.ok) return written;
    if (!written.value) return null;
    if (contents) hold(changed);
    return ok(undefined);
  };
  return {
    contents: current,
    isOpen: () => contents !== null,
    findRingKey: (id) => byId.get(id),
    ringKey: async (id) => {
      const held = byId.get(id);
      if (!held) return null;
      const made = ready.get(id) ?? aesKeyFrom(own(held.key));
      ready.set(id, made);
      return made;
    },
    refresh: async () => {
      await inTurn(reread);
    },
    change: (how) =>
      inTurn(async () => {
        for (;;) {
          const done = await changeOnce(how);
          if (done) return done;
        }
      }),
    close: () => {
      contents = null;
      byId = new Map();
      ready.clear();
    },
  };
};
