/**
 * Disks that are full, or that can no longer be written to. Where a test may mount one it is a real one, small and of its
 * own; elsewhere the database is told to stop growing. The stories say in their names which it was.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerProcess } from '../process.ts';
import { isLong } from './length.ts';

export interface SmallDisk {
  readonly dataDir: string;
  /** What an endpoint that is started now is told. */
  readonly env: () => Readonly<Record<string, string>>;
  /** Not a byte is left. */
  readonly fillUp: (endpoint: ServerProcess) => Promise<void>;
  readonly makeRoom: (endpoint: ServerProcess) => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export interface KindOfDisk {
  readonly name: string;
  readonly make: () => Promise<SmallDisk>;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'fieldbook-disk-'));
const run = (program: string, ...args: readonly string[]): void => void execFileSync(program, args, { stdio: 'ignore' });
const works = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

export const mountSmallAt = (folder: string, megabytes: number): void => {
  mkdirSync(folder, { recursive: true });
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
};
/** Gives the folder. */
export const mountSmall = (megabytes: number): string => {
  const folder = newFolder();
  mountSmallAt(folder, megabytes);
  return folder;
};

/** Also while somebody still has a file there open: then it goes when they close it. */
export const unmount = (folder: string): void => {
  run('umount', '--lazy', folder);
  rmSync(folder, { recursive: true, force: true });
};

/** Writes until there is no room, in ever smaller pieces. */
export const fill = (file: string): void => {
  const handle = openSync(file, 'a');
  for (const size of [1 << 20, 1 << 12, 1]) while (works(() => void writeSync(handle, new Uint8Array(size))));
  closeSync(handle);
};

const mounted = async (): Promise<SmallDisk> => {
  const folder = mountSmall(4);
  const ballast = join(folder, 'ballast');
  return {
    dataDir: join(folder, 'data'),
    env: () => ({}),
    fillUp: async () => fill(ballast),
    makeRoom: async () => rmSync(ballast),
    dispose: async () => unmount(folder),
  };
};

const pageSize = 4096;

/** Here the limit is set when the file is opened, so the endpoint is started again on both occasions. */
const limited = async (): Promise<SmallDisk> => {
  const folder = newFolder();
  const dataDir = join(folder, 'data');
  let limit: Readonly<Record<string, string>> = {};
  return {
    dataDir,
    env: () => limit,
    fillUp: async (endpoint) => {
      await endpoint.stop();
      const pages = Math.ceil(statSync(join(dataDir, 'fieldbook.db')).size / pageSize);
      limit = { FIELDBOOK_FAILPOINT: `pages:${pages}` };
      await endpoint.start(limit);
    },
    makeRoom: async (endpoint) => {
      limit = {};
      await endpoint.stop();
      await endpoint.start();
    },
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const mayMount = (): boolean => works(() => unmount(mountSmall(1)));

const allDisks: readonly KindOfDisk[] = [
  ...(mayMount() ? [{ name: 'a small disk of its own', make: mounted }] : []),
  { name: 'a file that may not grow', make: limited },
];

/** The most real one there is, and in a long run all. */
export const disks: readonly KindOfDisk[] = isLong ? allDisks : allDisks.slice(0, 1);

/** Nothing can be written there from the beginning. Rights do not bind root, so for root it is a mounted one. */
export const readOnlyFolder = (): { readonly dataDir: string; readonly dispose: () => void } => {
  if (!mayMount()) {
    const dataDir = newFolder();
    chmodSync(dataDir, 0o500);
    return { dataDir, dispose: () => rmSync(dataDir, { recursive: true, force: true }) };
  }
  const dataDir = mountSmall(1);
  run('mount', '-o', 'remount,ro', dataDir);
  return { dataDir, dispose: () => unmount(dataDir) };
};

export interface DiskWithErrors {
  readonly dataDir: string;
  /** As a disk does after an error: from now on nothing can be written, also by those who have files open. */
  readonly turnReadOnly: () => void;
  /** Looked over, and back in use; nobody may have a file there open. */
  readonly mend: () => void;
  readonly dispose: () => void;
}

/** A disk in a file. */
export const diskWithErrors = (): DiskWithErrors => {
  const [folder, image] = [newFolder(), join(newFolder(), 'image')];
  mkdirSync(folder, { recursive: true });
  run('dd', 'if=/dev/zero', `of=${image}`, 'bs=1M', 'count=16');
  run('mkfs.ext4', '-q', image);
  run('mount', '-o', 'loop', image, folder);
  return {
    dataDir: join(folder, 'data'),
    turnReadOnly: () => run('mount', '-o', 'remount,abort', folder),
    mend: () => {
      run('umount', folder);
      // Says 1 when it mended something.
      works(() => run('fsck.ext4', '-p', image));
      run('mount', '-o', 'loop', image, folder);
    },
    dispose: () => {
      unmount(folder);
      rmSync(join(image, '..'), { recursive: true, force: true });
    },
  };
};

export const mayMountImages = (): boolean => works(() => diskWithErrors().dispose());
