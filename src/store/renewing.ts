/**
 * A device that has a twin is let in anew: beside the keys in use it makes those of a new device, for the same person, and asks with
 * them by a new invitation. When a supervisor has let them in it takes them up and keeps everything else: passphrase, drafts,
 * what it holds and the keys to it. Each step lies in the database or in the vault, so it goes on wherever the browser died.
 */
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../protocol/cbor.ts';
import type { JoinRequest } from '../protocol/joining.ts';
import { AnyBytes, Hash, PublicKey } from '../protocol/parts.ts';
import { aesKeyFrom, openWith, sealWith } from '../vault/seal.ts';
import type { OpenVault } from '../vault/vault.ts';
import { type FieldbookDatabase, keepState, readState, type StateRows } from './database.ts';
import { makeDevice, type OpenedInvitation, publicKeys } from './enrolment.ts';
import { settleForks } from './former.ts';
import type { SaveFailure } from './notebook.ts';
import { grow, type HeldRoster } from './rosterRows.ts';
import { attempt } from './saving.ts';

const KeyPair = v.strictObject({ publicKey: PublicKey, pkcs8: AnyBytes });
const Kept = v.strictObject({ sign: KeyPair, seal: KeyPair, secret: Hash });
type Kept = v.InferOutput<typeof Kept>;
type Row = StateRows['renewing'];

const binding = (device: string): Bytes => encodeCbor(['fieldbook renewal', 1, device]);
const keyOf = (vault: OpenVault): Promise<CryptoKey> => aesKeyFrom(vault.contents().drafts);

export type RenewFailure =
  | SaveFailure
  /** By this invitation one comes into another organisation. */
  | { readonly type: 'other-organisation' }
  /** It is for somebody with another part in the work. */
  | { readonly type: 'other-role' };

/** The keys wait beside those in use. The same invitation again gives the same request: another one would be refused. */
export const makeRenewal = async (
  db: FieldbookDatabase,
  vault: OpenVault,
  { keys, secret, root, card }: OpenedInvitation,
): Promise<Result<Row, RenewFailure>> => {
  const contents = vault.contents();
  if (toHex(contents.root) !== root) return failed({ type: 'other-organisation' });
  if (contents.role !== card.role) return failed({ type: 'other-role' });
  const there = await attempt(() => readState(db, 'renewing'));
  if (!there.ok) return there;
  if (there.value && sameBytes(there.value.invitation, keys.invitation)) return ok(there.value);
  const made = await makeDevice();
  const device = toHex(made.device);
  const asked: JoinRequest = { person: contents.person, device: made.device, name: contents.name, keys: publicKeys(made) };
  const row: Row = {
    device,
    invitation: keys.invitation,
    joinKey: keys.joinKey,
    loginKey: made.login.privateKey,
    loginPublic: made.login.publicKey,
    request: await keys.sealRequest(encodeCbor(asked)),
    sealed: await sealWith(await keyOf(vault), encodeCbor({ sign: made.sign, seal: made.seal, secret } satisfies Kept), binding(device)),
  };
  const kept = await attempt(() => keepState(db, 'renewing', row));
  return kept.ok ? ok(row) : kept;
};

const openKept = async (vault: OpenVault, row: Row): Promise<Kept | null> => {
  const plain = await openWith(await keyOf(vault), row.sealed, binding(row.device));
  const value = plain.ok ? decodeCbor(plain.value) : null;
  const kept = value?.ok ? v.safeParse(Kept, value.value) : null;
  return kept?.success ? kept.output : null;
};

/** What the four words are made of; `null` while nothing was asked for. */
export const renewalAsked = async (
  db: FieldbookDatabase,
  vault: OpenVault,
): Promise<{ readonly secret: Bytes; readonly request: JoinRequest } | null> => {
  const row = await readState(db, 'renewing');
  const kept = row && (await openKept(vault, row));
  if (!row || !kept) return null;
  const { person, name } = vault.contents();
  const keys = { sign: kept.sign.publicKey, seal: kept.seal.publicKey, login: row.loginPublic };
  return { secret: kept.secret, request: { person, device: fromHex(row.device), name, keys } };
};

/** Nobody will let it in any more: a new invitation begins afresh. */
export const forgetRenewal = (db: FieldbookDatabase) => attempt(() => db.state.delete('renewing'));

/** Takes up the new name. `links`: the roster in which it stands (`linksLettingIn`). The roster first, then the vault, then the rest. */
export const takeUpRenewal = async (
  db: FieldbookDatabase,
  vault: OpenVault,
  links: readonly Bytes[],
): Promise<Result<void, SaveFailure>> => {
  const row = await readState(db, 'renewing');
  const kept = row && (await openKept(vault, row));
  if (!row || !kept) return failed({ type: 'storage-failed' });
  const rostered = await attempt(() => growRoster(db, links));
  if (!rostered.ok) return rostered;
  const { sign, seal } = kept;
  const changed = await vault.change((contents) => ({ ...contents, device: fromHex(row.device), sign, seal }));
  if (!changed.ok) return failed({ type: changed.failure.type === 'storage-full' ? 'storage-full' : 'storage-failed' });
  return finishRenewal(db, vault);
};

const growRoster = async (db: FieldbookDatabase, links: readonly Bytes[]): Promise<void> => {
  const held = (await readState(db, 'roster'))?.links ?? [];
  if (links.length > held.length) await keepState(db, 'roster', { links: [...held, ...links.slice(held.length)] });
};

/** The database follows the vault: also at the next unlock, when the browser died between the two. */
export const finishRenewal = async (db: FieldbookDatabase, vault: OpenVault): Promise<Result<void, SaveFailure>> =>
  attempt(async () => {
    const row = await readState(db, 'renewing');
    if (row?.device !== toHex(vault.contents().device)) return;
    await db.transaction('rw', [db.state, db.outbox, db.entries], async () => {
      const [device, head, former] = await Promise.all([readState(db, 'device'), readState(db, 'head'), readState(db, 'former')]);
      if (!device || device.device === row.device) return;
      const chains = [...(former?.chains ?? []), { device: device.device, sequence: head?.sequence ?? 0 }];
      await keepState(db, 'former', { chains });
      await keepState(db, 'device', { ...device, device: row.device, loginKey: row.loginKey, loginPublic: row.loginPublic });
      // A new chain and, for the endpoint, a device that has seen nothing yet; what was its twin's business is over.
      await db.state.bulkDelete(['head', 'cursor', 'told', 'twin', 'rereading', 'renewing']);
      await settleForks(db);
    });
  });

/**
 * The links by which the new device stands in the roster, as the endpoint shows it; `null` while it does not. Only links that go on
 * from what is held here are taken: one that does not, kept, would make the roster unreadable at the next start.
 */
export const linksLettingIn = async (
  db: FieldbookDatabase,
  held: HeldRoster,
  links: readonly Bytes[],
): Promise<readonly Bytes[] | null> => {
  await held.refresh();
  const current = held.current();
  const row = await readState(db, 'renewing');
  const { roster, taken } = await grow(current, links.slice(current.links));
  return row !== null && roster.devices.has(row.device) ? links.slice(0, current.links + taken) : null;
};
