/**
 * A phone's disk in a simulated world: IndexedDB (fake-indexeddb, its real transactions and rollback) and the vault's two files.
 * It outlives the browser. When the browser is killed, transactions that had not committed are rolled back and a file that was
 * being overwritten is torn. Faults strike at the n-th request from now, or at a commit.
 */
import FDBFactory from 'fake-indexeddb/lib/FDBFactory';
import FDBTransaction from 'fake-indexeddb/lib/FDBTransaction';
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { SlotMedium } from '../../src/vault/slotFile.ts';
import { copyDatabase, type DiskImage } from './diskImage.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** What fake-indexeddb keeps inside, as far as a killed browser needs it. */
interface RawRequest {
  readonly request: { readonly readyState: string };
}
interface RawTransaction {
  _state: string;
  readonly mode: string;
  readonly db: { readonly name: string; readonly _rawDatabase: RawDatabase };
  readonly _requests: readonly RawRequest[];
  readonly _rollbackLog: (() => void)[];
  _abort: (name: string) => void;
  _start: () => void;
  _execRequestAsync: (asked: { operation: () => unknown }) => unknown;
}
interface RawDatabase {
  readonly rawObjectStores: ReadonlyMap<string, { readonly records: { readonly values: () => Iterable<{ readonly value: unknown }> } }>;
  transactions: RawTransaction[];
  connections: unknown[];
}
interface RawFactory {
  readonly _databases: Map<string, RawDatabase>;
  readonly _connectionQueues: Map<string, unknown>;
}
const rawFactory = (factory: object): RawFactory => factory as RawFactory;

export type DiskFault = 'QuotaExceededError' | 'UnknownError' | 'AbortError' | 'InvalidStateError';

export interface Disk {
  readonly name: string;
  readonly factory: IDBFactory;
  readonly slots: SlotMedium;
  /** The request after so many more fails, once; `at: 'commit'` counts read-write transactions that are about to commit. */
  readonly failAfter: (count: number, fault: DiskFault, at: 'request' | 'commit') => void;
  /** The browser is killed right after the next commit: it is on disk, and nobody was told. */
  readonly onCommit: (happens: (() => void) | null) => void;
  readonly healthy: () => void;
  /** What is on disk when the browser is killed now. */
  readonly crash: () => void;
  /** All rows of a table, read past the database and at once. Not to be changed. */
  readonly rows: (table: string) => readonly object[];
  /** All there is: every row of every table, every file. */
  readonly everything: () => readonly unknown[];
  /** Of a browser that does not run. */
  readonly image: () => DiskImage;
  readonly become: (image: DiskImage) => void;
  readonly forget: () => void;
}

interface Hooks {
  readonly atRequest: () => DiskFault | null;
  readonly atCommit: () => DiskFault | null;
  readonly committed: () => (() => void) | null;
}
const hooks = new Map<string, Hooks>();

const raw = FDBTransaction.prototype as object as RawTransaction;
const { _start: realStart, _execRequestAsync: realRequest } = raw;
const isDone = ({ request }: RawRequest): boolean => request.readyState === 'done';

raw._execRequestAsync = function (this: RawTransaction, asked) {
  const fault = this.mode === 'readwrite' ? hooks.get(this.db.name)?.atRequest() : null;
  if (!fault) return realRequest.call(this, asked);
  const operation = () => {
    throw new DOMException('as injected', fault);
  };
  return realRequest.call(this, { ...asked, operation });
};

raw._start = function (this: RawTransaction) {
  const disk = this.mode === 'readwrite' && this._state !== 'finished' ? hooks.get(this.db.name) : undefined;
  if (!disk || !this._requests.every(isDone)) return realStart.call(this);
  const fault = disk.atCommit();
  if (fault) return this._abort(fault);
  const happens = disk.committed();
  if (!happens) return realStart.call(this);
  this._state = 'finished';
  happens();
};

const torn = (before: Bytes | undefined, after: Bytes, random: Random): Bytes => {
  const whole = new Uint8Array(Math.max(before?.length ?? 0, after.length));
  whole.set(before ?? []);
  whole.set(after.subarray(0, random.below(after.length)));
  return whole;
};

const rowsOf = (database: RawDatabase | undefined, table: string): readonly unknown[] =>
  [...(database?.rawObjectStores.get(table)?.records.values() ?? [])].map(({ value }) => value);

export const createDisk = (name: string, scheduler: Scheduler, random: Random): Disk => {
  const factory = new FDBFactory();
  const files = new Map<string, Bytes>();
  let writing: { readonly file: string; readonly bytes: Bytes } | null = null;
  let requestFault: { left: number; readonly fault: DiskFault } | null = null;
  let commitFault: { left: number; readonly fault: DiskFault } | null = null;
  let happensOnCommit: (() => void) | null = null;

  const strikes = (armed: { left: number; readonly fault: DiskFault } | null): DiskFault | null => {
    if (!armed) return null;
    armed.left -= 1;
    if (armed.left >= 0) return null;
    return armed.fault;
  };
  hooks.set(name, {
    atRequest: () => {
      const fault = strikes(requestFault);
      if (fault) requestFault = null;
      return fault;
    },
    atCommit: () => {
      const fault = strikes(commitFault);
      if (fault) commitFault = null;
      return fault;
    },
    committed: () => {
      const happens = happensOnCommit;
      happensOnCommit = null;
      return happens;
    },
  });

  const healthy = (): void => {
    requestFault = null;
    commitFault = null;
    happensOnCommit = null;
  };

  return {
    name,
    factory,
    slots: {
      erasable: true,
      read: async (file) => files.get(file)?.slice() ?? null,
      overwrite: (file, bytes) =>
        new Promise((done) => {
          writing = { file, bytes: bytes.slice() };
          scheduler.soon(() => {
            files.set(file, bytes.slice());
            writing = null;
            done();
          });
        }),
    },
    failAfter: (count, fault, at) => {
      if (at === 'request') requestFault = { left: count, fault };
      else commitFault = { left: count, fault };
    },
    onCommit: (happens) => {
      happensOnCommit = happens;
    },
    healthy,
    crash: () => {
      healthy();
      if (writing) files.set(writing.file, torn(files.get(writing.file), writing.bytes, random));
      writing = null;
      const { _databases, _connectionQueues } = rawFactory(factory);
      for (const database of _databases.values()) {
        for (const transaction of database.transactions) {
          if (transaction._state !== 'finished') for (const undo of transaction._rollbackLog.reverse()) undo();
          transaction._state = 'finished';
        }
        database.transactions = [];
        database.connections = [];
      }
      _connectionQueues.clear();
    },
    rows: (table) => rowsOf(rawFactory(factory)._databases.get(name), table) as readonly object[],
    everything: () => [
      ...files.values(),
      ...[...rawFactory(factory)._databases.values()].flatMap((database) =>
        [...database.rawObjectStores.keys()].flatMap((table) => rowsOf(database, table)),
      ),
    ],
    image: () => ({
      databases: new Map([...rawFactory(factory)._databases].map(([of, database]) => [of, copyDatabase(database, of)])),
      files: new Map(files),
    }),
    become: ({ databases, files: given }) => {
      for (const database of databases.values()) rawFactory(factory)._databases.set(name, copyDatabase(database, name) as RawDatabase);
      for (const [file, bytes] of given) files.set(file, bytes.slice());
    },
    forget: () => {
      hooks.delete(name);
    },
  };
};
