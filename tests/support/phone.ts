/** One device alone, as many tabs as a story wants, over a database that can refuse a write. No endpoint: that is road.ts. */
import 'fake-indexeddb/auto';
import { office } from '../../src/domain/entry.ts';
import type { Result } from '../../src/domain/result.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { type FieldbookDatabase, openDatabase } from '../../src/store/database.ts';
import { foundOrganisation } from '../../src/store/enrolment.ts';
import type { NewEntry } from '../../src/store/notebook.ts';
import { type OpenedNotebook, openNotebook } from '../../src/store/openNotebook.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { Secret } from '../../src/vault/secret.ts';
import { type OpenVault, unlockVault, type VaultDeps } from '../../src/vault/vault.ts';
import { type MemoryMedium, memoryMedium, vaultOver } from './vaults.ts';

export const must = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(`the story stops: ${result.failure.type}`);
  return result.value;
};

export interface Tab {
  readonly db: FieldbookDatabase;
  readonly vault: OpenVault;
  readonly notebook: OpenedNotebook;
  /** The write after `writes` more is refused for lack of room; then there is room again. `null`: none is. */
  readonly fillUpAfter: (writes: number | null) => void;
}

export interface Phone {
  readonly medium: MemoryMedium;
  readonly deps: VaultDeps;
  readonly tab: () => Promise<Tab>;
  readonly setNow: (now: string) => void;
}

const passphrase = new Secret('four quiet words here');

/** A database whose disk fills up at a chosen write. */
export const fillingDatabase = (name: string) => {
  const db = openDatabase(name);
  let left: number | null = null;
  db.use({
    stack: 'dbcore',
    name: 'a disk that fills up',
    create: (core) => ({
      ...core,
      table: (table) => {
        const real = core.table(table);
        return {
          ...real,
          mutate: (request) => {
            if (left === null) return real.mutate(request);
            left -= 1;
            if (left >= 0) return real.mutate(request);
            left = null;
            return Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
          },
        };
      },
    }),
  });
  return {
    db,
    fillUpAfter: (writes: number | null) => {
      left = writes;
    },
  };
};

export const aPhone = async (): Promise<Phone> => {
  const name = `phone-${toHex(randomBytes(8))}`;
  const medium = memoryMedium();
  const deps = vaultOver(medium);
  let now = '2026-03-02T09:00:00-06:00';
  const founding = openDatabase(name);
  must(
    await foundOrganisation(
      { db: founding, vault: deps, seconds: () => 1_772_000_000 },
      { organisation: 'Lantern House (invented)', name: 'Mina', passphrase },
    ),
  );
  founding.close();
  return {
    medium,
    deps,
    setNow: (to) => {
      now = to;
    },
    tab: async () => {
      const { db, fillUpAfter } = fillingDatabase(name);
      const vault = must(await unlockVault(deps, passphrase));
      return { db, vault, notebook: await openNotebook({ db, vault, now: () => now }), fillUpAfter };
    },
  };
};

export const outboxOf = async ({ db }: Pick<Tab, 'db'>) => createOutbox({ db, roster: await loadRoster(db) });

export const aContact = ({ notebook }: Pick<Tab, 'notebook'>, note: string, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'contact',
  record: notebook.newId(),
  says: { person: notebook.newId(), day: '2026-03-02', note },
  audience: office,
  ...more,
});
