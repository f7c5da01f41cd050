/** The vault's worker: Argon2id, and the slots in OPFS, whose overwriting handles exist only in workers. */
/// <reference lib="webworker" />
import type { Bytes } from '../protocol/bytes.ts';
import { argonKdf } from './argon.ts';
import type { KdfParameters } from './kdf.ts';

export type VaultTask =
  | { readonly task: 'derive'; readonly passphrase: string; readonly parameters: KdfParameters }
  | { readonly task: 'probe' }
  | { readonly task: 'read'; readonly name: string }
  | { readonly task: 'overwrite'; readonly name: string; readonly bytes: Bytes };

export interface VaultReply {
  readonly number: number;
  readonly value?: unknown;
  readonly problem?: string;
}

const tries = 40;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Another tab may hold the file for the moment it writes: wait for it, two seconds at most. */
const handleOf = async (name: string, create: boolean): Promise<FileSystemSyncAccessHandle> => {
  const root = await navigator.storage.getDirectory();
  const file = (await root.getFileHandle(`vault-${name}`, { create })) as FileSystemFileHandle & {
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  };
  for (let left = tries; ; left -= 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (problem) {
      if (left === 0 || !(problem instanceof DOMException) || problem.name !== 'NoModificationAllowedError') throw problem;
      await pause(50);
    }
  }
};

interface FileSystemSyncAccessHandle {
  getSize(): number | Promise<number>;
  read(into: Uint8Array, at: { at: number }): number;
  write(bytes: Uint8Array, at: { at: number }): number;
  truncate(size: number): void | Promise<void>;
  flush(): void | Promise<void>;
  close(): void | Promise<void>;
}

/** A handle left open after a full disk would keep everybody out until the worker ends. */
const withHandle = async <T>(name: string, create: boolean, work: (handle: FileSystemSyncAccessHandle) => Promise<T>): Promise<T> => {
  const handle = await handleOf(name, create);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
};

const readSlot = async (name: string): Promise<Bytes | null> => {
  try {
    return await withHandle(name, false, async (handle) => {
      const bytes = new Uint8Array(await handle.getSize());
      handle.read(bytes, { at: 0 });
      return bytes;
    });
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'NotFoundError') return null;
    throw problem;
  }
};

const overwriteSlot = (name: string, bytes: Bytes): Promise<void> =>
  withHandle(name, true, async (handle) => {
    const before = await handle.getSize();
    handle.write(bytes, { at: 0 });
    // What the shorter content does not cover is overwritten too before it is cut off.
    if (before > bytes.length) handle.write(new Uint8Array(before - bytes.length), { at: bytes.length });
    await handle.flush();
    await handle.truncate(bytes.length);
    await handle.flush();
  });

const isWritten = async (name: string): Promise<boolean> => ((await readSlot(name))?.length ?? 0) > 0;

const probe = async (): Promise<boolean> => {
  try {
    // What was written here before answers the question, also when there is no room left to try.
    if ((await isWritten('a')) || (await isWritten('b'))) return true;
    await overwriteSlot('probe', new Uint8Array([1]));
    return (await readSlot('probe'))?.[0] === 1;
  } catch {
    // No OPFS, or not with overwriting handles: the caller keeps the slots in the database and says so.
    return false;
  }
};

const perform = (task: VaultTask): Promise<unknown> => {
  switch (task.task) {
    case 'derive':
      return argonKdf(task.passphrase, task.parameters);
    case 'probe':
      return probe();
    case 'read':
      return readSlot(task.name);
    case 'overwrite':
      return overwriteSlot(task.name, task.bytes);
  }
};

self.addEventListener('message', async ({ data }: MessageEvent<{ readonly number: number; readonly task: VaultTask }>) => {
  try {
    self.postMessage({ number: data.number, value: await perform(data.task) } satisfies VaultReply);
  } catch (problem) {
    self.postMessage({ number: data.number, problem: problem instanceof Error ? problem.name : 'unknown' } satisfies VaultReply);
  }
});
