import { beforeAll, describe, expect, test } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { normalised } from '../../src/vault/kdf.ts';
import { Secret } from '../../src/vault/secret.ts';
import { createSlotFile, type SlotMedium } from '../../src/vault/slotFile.ts';
import { createVault, type OpenVault, unlockVault, type VaultDeps, vaultExists } from '../../src/vault/vault.ts';
import { encodeVaultFile, parseVaultFile, type VaultContents, type VaultFile } from '../../src/vault/vaultFile.ts';
import { aRingKey, memoryMedium, quickKdf, someContents, vaultOver } from '../support/vaults.ts';

const passphrase = new Secret('four quiet words here');
let contents: VaultContents;
beforeAll(async () => {
  contents = await someContents();
});

const opened = async (deps: VaultDeps): Promise<OpenVault> => {
  const vault = await unlockVault(deps, passphrase);
  if (!vault.ok) throw new Error(vault.failure.type);
  return vault.value;
};
const aVault = async () => {
  const medium = memoryMedium();
  const deps = vaultOver(medium);
  const vault = await createVault(deps, passphrase, contents);
  return { medium, deps, vault };
};

test('a vault opens with its passphrase, in any case of spaces and composed letters, and with no other', async () => {
  const { deps } = await aVault();
  expect((await opened(deps)).contents()).toEqual(contents);
  expect((await unlockVault(deps, new Secret('  four   quiet words\nhere '))).ok).toBe(true);
  for (const wrong of ['four quiet words her', 'Four quiet words here', '', 'fourquietwordshere'])
    expect(await unlockVault(deps, new Secret(wrong))).toEqual({ ok: false, failure: { type: 'wrong-passphrase' } });
  expect(normalised('ca\u0302y  \u1112\u1161\u11ab')).toBe(normalised('c\u00e2y \ud55c'));
});

test('nothing of what is inside can be read in the file', async () => {
  const { medium } = await aVault();
  const file = Buffer.from(medium.files.get('a') ?? []);
  for (const part of [
    Buffer.from('Joon'),
    Buffer.from('Lantern'),
    Buffer.from(contents.drafts),
    Buffer.from(contents.sign.pkcs8),
    Buffer.from(contents.device),
  ])
    expect(file.includes(part)).toBe(false);
});

describe('a file that somebody changed', () => {
  const fileOf = async (deps: VaultDeps): Promise<VaultFile> => {
    const file = parseVaultFile((await deps.file.read()) ?? new Uint8Array());
    if (!file.ok) throw new Error('no file');
    return file.value;
  };
  const afterWriting = async (change: (file: VaultFile) => unknown) => {
    const { deps } = await aVault();
    await deps.file.write(encodeCbor(change(await fileOf(deps))));
    const result = await unlockVault(deps, passphrase);
    return result.ok ? 'open' : result.failure.type;
  };
  const withKdf = (changes: object) => (file: VaultFile) => ({
    ...file,
    slots: file.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...changes } })),
  });

  test('weaker or costlier parameters, or another salt, do not open', async () => {
    for (const changes of [{ memory: 32 << 10 }, { memory: 128 << 10 }, { passes: 2 }, { passes: 4 }, { salt: new Uint8Array(16) }])
      expect(await afterWriting(withKdf(changes))).toBe('wrong-passphrase');
  });

  test('below the floor and above the ceiling they are not even tried', async () => {
    for (const changes of [
      { memory: (19 << 10) - 1 },
      { memory: 8 },
      { memory: 4 << 20 },
      { passes: 1 },
      { passes: 0 },
      { passes: 1000 },
      { salt: new Uint8Array(8) },
      { name: 'pbkdf2' },
      { memory: 65_536.5 },
    ])
      expect(await afterWriting(withKdf(changes))).toBe('vault-damaged');
  });

  test('another version, no slot, too many slots, a changed box or something more is damage', async () => {
    for (const change of [
      (file: VaultFile) => ({ ...file, version: 2 }),
      (file: VaultFile) => ({ ...file, slots: [] }),
      (file: VaultFile) => ({ ...file, slots: Array.from({ length: 9 }, () => file.slots[0]) }),
      (file: VaultFile) => ({ ...file, box: file.box.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) }),
      (file: VaultFile) => ({ ...file, hint: 'the dog' }),
      () => [],
      () => 'nothing',
    ])
      expect(await afterWriting(change)).toBe('vault-damaged');
  });

  test("another vault's box under this vault's slot does not open", async () => {
    const other = await fileOf((await aVault()).deps);
    expect(await afterWriting((file) => ({ ...file, box: other.box }))).toBe('vault-damaged');
  });
});

describe('a write that was torn', () => {
  test('at any byte of either copy leaves the old contents or the new', async () => {
    const { medium, deps } = await aVault();
    const before = { a: medium.files.get('a'), b: medium.files.get('b') };
    const file = createSlotFile(medium);
    const [old, fresh] = [await file.read(), encodeCbor({ fresh: 'x'.repeat(120) })];
    const put = (name: 'a' | 'b') => before[name] && medium.files.set(name, before[name]);
    for (const torn of ['a', 'b'] as const) {
      const length = (before.a?.length ?? 0) + 10;
      for (let at = 0; at <= length; at += 1) {
        put('a');
        put('b');
        await tearAt(medium, torn, at, () => file.write(fresh));
        const read = await file.read();
        expect([toHex(old ?? fresh), toHex(fresh)]).toContain(toHex(read ?? new Uint8Array()));
      }
    }
    put('a');
    put('b');
    expect((await opened(deps)).contents()).toEqual(contents);
  });

  /** The process dies while it overwrites `name`: its first bytes are new, the rest is as it was, and nothing follows. */
  const tearAt = async (medium: ReturnType<typeof memoryMedium>, name: 'a' | 'b', at: number, write: () => Promise<void>) => {
    const tear = (to: 'a' | 'b', bytes: Uint8Array<ArrayBuffer>) => {
      if (to !== name) {
        medium.files.set(to, bytes.slice());
        medium.beforeNextWrite(tear);
        return;
      }
      const file = new Uint8Array(Math.max(at, medium.files.get(to)?.length ?? 0));
      file.set(medium.files.get(to) ?? new Uint8Array());
      file.set(bytes.subarray(0, at));
      medium.files.set(to, file);
      throw new Error('the battery is empty');
    };
    medium.beforeNextWrite(tear);
    await write().catch(() => undefined);
  };

  test('the first write ever, torn, leaves no vault and no half of one', async () => {
    const medium = memoryMedium();
    medium.beforeNextWrite((name, bytes) => {
      medium.files.set(name, bytes.slice(0, 60));
      throw new Error('the battery is empty');
    });
    await expect(createVault(vaultOver(medium), passphrase, contents)).rejects.toThrow('battery');
    expect(await vaultExists(vaultOver(medium))).toBe(false);
    expect(await unlockVault(vaultOver(medium), passphrase)).toEqual({ ok: false, failure: { type: 'vault-damaged' } });
  });

  test('both copies damaged is told as damage', async () => {
    const { medium, deps } = await aVault();
    for (const name of ['a', 'b'] as const) medium.files.set(name, new Uint8Array([0, 0, 1, 0, 9, 9]));
    expect(await unlockVault(deps, passphrase)).toEqual({ ok: false, failure: { type: 'vault-damaged' } });
  });
});

test('old keys lie in neither copy once they were dropped', async () => {
  const { medium, deps, vault } = await aVault();
  const sizes = new Set<string>();
  for (const ring of [[aRingKey()], []]) {
    expect((await vault.change((now) => ({ ...now, ring }))).ok).toBe(true);
    sizes.add([...medium.files.values()].map((file) => toHex(file)).join());
    expect(toHex(medium.files.get('a') ?? new Uint8Array())).toBe(toHex(medium.files.get('b') ?? new Uint8Array([1])));
  }
  expect(sizes.size).toBe(2);
  expect((await opened(deps)).contents().ring).toEqual([]);
});

test('two tabs that each add keys lose none, and learn of the other on looking', async () => {
  const { deps, vault } = await aVault();
  const other = await opened(deps);
  const keys = Array.from({ length: 12 }, () => aRingKey());
  await Promise.all(keys.map((key, at) => (at % 2 ? vault : other).change((now) => ({ ...now, ring: [...now.ring, key] }))));
  const ids = keys.map(({ id }) => toHex(id)).sort();
  expect(
    (await opened(deps))
      .contents()
      .ring.map(({ id }) => toHex(id))
      .sort(),
  ).toEqual(ids);
  await Promise.all([vault.refresh(), other.refresh()]);
  for (const tab of [vault, other]) for (const id of ids) expect(await tab.ringKey(id)).toBeInstanceOf(CryptoKey);
});

test('a tab that slept on the lock and was taken over writes nothing over what the other has written meanwhile', async () => {
  const { medium, vault } = await aVault();
  let reads = 0;
  let thaw = (): void => undefined;
  const thawed = new Promise<void>((done) => {
    thaw = done;
  });
  const asleep = new Promise<void>((done) => {
    const sleepy: SlotMedium = {
      ...medium,
      // Unlocking and the change have read both copies; then the tab is frozen.
      read: async (name) => {
        reads += 1;
        if (reads > 4) {
          done();
          await thawed;
        }
        return medium.read(name);
      },
    };
    void opened({ ...vaultOver(sleepy), alone: (work) => work() }).then((sleeper) => {
      slept = sleeper.change((now) => ({ ...now, ring: [...now.ring, mine] }));
    });
  });
  let slept: Promise<unknown> = Promise.resolve();
  const [mine, others] = [aRingKey(), aRingKey()];
  await asleep;
  await vault.change((now) => ({ ...now, ring: [...now.ring, others] }));
  thaw();
  await slept;
  await vault.refresh();
  const held = new Set(vault.contents().ring.map(({ id }) => toHex(id)));
  expect(held).toEqual(new Set([mine, others].map(({ id }) => toHex(id))));
});

test('where a browser has no locks, changes made at once within one tab still lose no key', async () => {
  const deps = { ...vaultOver(memoryMedium()), alone: <T>(work: () => Promise<T>) => work() };
  const vault = await createVault(deps, new Secret('words for stories'), await someContents());
  const keys = Array.from({ length: 8 }, () => aRingKey());
  await Promise.all(keys.flatMap((key) => [vault.change((now) => ({ ...now, ring: [...now.ring, key] })), vault.refresh()]));
  for (const { id } of keys) expect(await vault.ringKey(toHex(id))).toBeInstanceOf(CryptoKey);
});

describe('a closed vault', () => {
  test('holds nothing and answers nothing', async () => {
    const { deps, vault } = await aVault();
    const key = aRingKey();
    await vault.change((now) => ({ ...now, ring: [key] }));
    expect(await vault.ringKey(toHex(key.id))).not.toBeNull();
    vault.close();
    expect(vault.isOpen()).toBe(false);
    expect(() => vault.contents()).toThrow('closed');
    expect(await vault.ringKey(toHex(key.id))).toBeNull();
    expect(vault.findRingKey(toHex(key.id))).toBeUndefined();
    await vault.refresh();
    expect(vault.isOpen()).toBe(false);
    expect((await opened(deps)).contents().ring).toHaveLength(1);
  });

  test('stays closed when it is closed in the middle of a change, and the change is refused as a value', async () => {
    const { vault } = await aVault();
    const changing = vault.change((now) => ({ ...now, ring: [aRingKey()] }));
    vault.close();
    expect((await changing).ok).toBe(false);
    expect(vault.isOpen()).toBe(false);
  });
});

describe('storage that does not answer', () => {
  test('when a key is added is a value, and nothing is lost', async () => {
    const { medium, deps, vault } = await aVault();
    medium.beforeNextWrite(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await vault.change((now) => ({ ...now, ring: [aRingKey()] }))).toEqual({ ok: false, failure: { type: 'storage-full' } });
    expect(vault.contents().ring).toEqual([]);
    expect((await vault.change((now) => ({ ...now, ring: [aRingKey()] }))).ok).toBe(true);
    expect((await opened(deps)).contents().ring).toHaveLength(1);
  });

  test('at unlocking is a value, and so is a key derivation that runs out of memory', async () => {
    const { medium, deps } = await aVault();
    const broken = { ...deps, file: { ...deps.file, read: () => Promise.reject(new Error('gone')) } };
    expect(await unlockVault(broken, passphrase)).toEqual({ ok: false, failure: { type: 'storage-failed' } });
    const poor = vaultOver(medium, () => Promise.reject(new RangeError('no memory')));
    expect(await unlockVault(poor, passphrase)).toEqual({ ok: false, failure: { type: 'storage-failed' } });
    expect((await unlockVault(vaultOver(medium, quickKdf), passphrase)).ok).toBe(true);
  });
});

test('a file of today reads back as it was written', async () => {
  const { deps } = await aVault();
  const bytes = (await deps.file.read()) ?? new Uint8Array();
  const file = parseVaultFile(bytes);
  expect(file.ok && toHex(encodeVaultFile(file.value))).toBe(toHex(bytes));
  expect(file.ok && file.value.slots[0]?.kdf).toMatchObject({ name: 'argon2id', memory: 65_536, passes: 3 });
});
