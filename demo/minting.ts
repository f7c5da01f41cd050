/**
 * A new device for an invented person, so that several browsers never share one chain. It is admitted by the demo's
 * supervisor like any other; what differs is that its keys are made here and its passphrase is printed.
 */
import { ok, type Result } from '../src/domain/result.ts';
import { type Bytes, fromHex, toHex } from '../src/protocol/bytes.ts';
import type { DemoDeviceAsk, DemoDevicePack } from '../src/protocol/demoDevice.ts';
import { parseEntry } from '../src/protocol/sealedEntry.ts';
import { everybodysName } from '../src/store/audiences.ts';
import { readState } from '../src/store/database.ts';
import { admissionLink } from '../src/store/enrolment.ts';
import { addToRoster } from '../src/sync/enrolling.ts';
import type { SessionFailure } from '../src/sync/session.ts';
import type { Kdf } from '../src/vault/kdf.ts';
import { makeSealingKey, makeSigningKey } from '../src/vault/keys.ts';
import { randomBytes } from '../src/vault/primitives.ts';
import { Secret } from '../src/vault/secret.ts';
import { createVault } from '../src/vault/vault.ts';
import type { VaultContents } from '../src/vault/vaultFile.ts';
import { type Headless, slotsInMemory } from './headless.ts';
import { everybody, people, type Who } from './invented.ts';
import type { Devices } from './organisation.ts';

export type MintFailure = SessionFailure | { readonly type: 'nobody' | 'storage-failed' };
export interface MintingDeps {
  readonly devices: Devices;
  readonly kdf: Kdf;
  readonly seconds: () => number;
}

const isInvented = (who: string): who is Who => everybody.some((known) => known === who);

const sealedVault = async (kdf: Kdf, passphrase: string, contents: VaultContents): Promise<Bytes> => {
  const file = slotsInMemory();
  const vault = await createVault({ file, kdf, alone: (work) => work() }, new Secret(passphrase), contents);
  vault.close();
  const bytes = await file.read();
  if (!bytes) throw new Error('a vault that was just written is not there');
  return bytes;
};

/** A new phone cannot be sent what an older one was sent, so a worker's comes with a sealed copy and the keys to it. */
const handedOver = async (earlier: Headless) => {
  const { ring } = earlier.vault().contents();
  const held = new Set(ring.map(({ id }) => toHex(id)));
  const rows = await earlier.db.entries.toArray();
  const entries = rows.flatMap(({ bytes }) => {
    const entry = parseEntry(bytes);
    return entry.ok && entry.value.header.key && held.has(toHex(entry.value.header.key)) ? [bytes] : [];
  });
  // A name in the ring is for keys one writes with, and those are the earlier phone's; everybody's stay everybody's.
  const received = ring.map(({ id, key, device, day, audience }) => ({
    ...{ id, key, device, day },
    ...(audience === everybodysName ? { audience } : {}),
  }));
  return { ring: received, entries };
};

const mint = async ({ devices, kdf, seconds }: MintingDeps, who: Who, login: Bytes): Promise<Result<DemoDevicePack, MintFailure>> => {
  const [office, earlier] = [devices.mina, devices[who]];
  // Whatever the earlier phone had not sent reaches the office now, as when somebody comes back into reach.
  await earlier.exchange();
  await office.exchange();
  const [sign, seal, id] = [await makeSigningKey(), await makeSealingKey(), randomBytes(16)];
  const { org, root, organisation, person, name, role } = earlier.vault().contents();
  const request = { person, device: id, name, keys: { sign: sign.publicKey, seal: seal.publicKey, login } };
  const link = await admissionLink({ vault: office.vault(), seconds }, office.notebook().roster(), randomBytes(16), role, request);
  const added = await addToRoster(office.inSession, link);
  if (!added.ok) return added;
  await office.exchange();
  const { ring, entries } = role === 'worker' ? await handedOver(earlier) : { ring: [], entries: [] };
  const handed = office.notebook().awaitsKeys(toHex(id)) ? await office.notebook().handKeysTo(toHex(id)) : ok(undefined);
  if (!handed.ok) return { ok: false, failure: { type: 'storage-failed' } };
  await office.exchange();
  const contents = { org, root, organisation, person, name, role, device: id, sign, seal, orgKey: null, drafts: randomBytes(32), ring };
  const vault = await sealedVault(kdf, people[who].passphrase, contents);
  const roster = (await readState(office.db, 'roster'))?.links ?? [];
  return ok({ device: id, root: fromHex(office.notebook().roster().root), roster: [...roster], vault, entries });
};

/** One after the other: each link of the roster names the one before. */
export const createMinting = (deps: MintingDeps) => {
  let queue: Promise<unknown> = Promise.resolve();
  return ({ who, login }: DemoDeviceAsk): Promise<Result<DemoDevicePack, MintFailure>> => {
    const turn = queue.then(() => (isInvented(who) ? mint(deps, who, login) : ({ ok: false, failure: { type: 'nobody' } } as const)));
    queue = turn.catch(() => undefined);
    return turn;
  };
};
export type Minting = ReturnType<typeof createMinting>;
