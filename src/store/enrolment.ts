/**
 * How a device comes to belong: it founds an organisation, or is let into one. Keys are made here and go straight into the
 * vault; what leaves is public keys and sealed cards. Sending is src/sync/enrolling.ts.
 */
import type { Role } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import { type InvitationCard, type JoinRequest, parseInvitationCard } from '../protocol/joining.ts';
import { encodeLink, encodeLinkBody, type LinkBody, linkStatement, orgIdOf, type RosterFailure, readRoster } from '../protocol/roster.ts';
import { type InvitationKeys, invitationKeys } from '../vault/invitation.ts';
import { makeLoginKey, makeSealingKey, makeSigningKey, signingKeyFrom, signWith } from '../vault/keys.ts';
import { primitives, randomBytes } from '../vault/primitives.ts';
import type { Secret } from '../vault/secret.ts';
import { createVault, type OpenVault, type VaultDeps } from '../vault/vault.ts';
import type { VaultContents } from '../vault/vaultFile.ts';
import type { FieldbookDatabase, StateName } from './database.ts';
import type { SaveFailure } from './notebook.ts';
import { attempt } from './saving.ts';

export interface EnrolmentDeps {
  readonly db: FieldbookDatabase;
  readonly vault: VaultDeps;
  readonly seconds: () => number;
}

export const makeDevice = async () => {
  const [sign, seal, login] = await Promise.all([makeSigningKey(), makeSealingKey(), makeLoginKey()]);
  return { sign, seal, login, device: randomBytes(16), drafts: randomBytes(32) };
};
export type MadeDevice = Awaited<ReturnType<typeof makeDevice>>;

export const publicKeys = ({ sign, seal, login }: MadeDevice) => ({ sign: sign.publicKey, seal: seal.publicKey, login: login.publicKey });

const signedLink = async (pkcs8: Bytes, body: LinkBody): Promise<Bytes> => {
  const bytes = encodeLinkBody(body);
  return encodeLink(bytes, await signWith(await signingKeyFrom(pkcs8), linkStatement(bytes)));
};

/** Forgets whatever an unfinished enrolment left: nothing was written with it yet. */
const startAfresh = async (db: FieldbookDatabase): Promise<void> => {
  const { entries, apart, outbox, state, drafts, proofs, offers, receipts, carried } = db;
  await Promise.all([entries, apart, outbox, state, drafts, proofs, offers, receipts, carried].map((table) => table.clear()));
};

export interface Founded {
  readonly vault: OpenVault;
  readonly link: Bytes;
}

/** Makes the organisation: its key, the founder's device, the first link. The endpoint is told with `link` afterwards. */
export const foundOrganisation = async (
  deps: EnrolmentDeps,
  said: { readonly organisation: string; readonly name: string; readonly passphrase: Secret<string> },
): Promise<Result<Founded, SaveFailure>> => {
  const [made, org] = await Promise.all([makeDevice(), makeSealingKey()]);
  const person = randomBytes(16);
  const link = await signedLink(made.sign.pkcs8, {
    n: 0,
    previous: new Uint8Array(32),
    at: deps.seconds(),
    by: made.device,
    says: { act: 'found', orgKey: org.publicKey, person, device: made.device, keys: publicKeys(made) },
  });
  const root = await primitives.sha256(link);
  return attempt(async () => {
    await startAfresh(deps.db);
    const vault = await createVault(deps.vault, said.passphrase, {
      org: fromHex(orgIdOf(toHex(root))),
      root,
      organisation: said.organisation,
      person,
      name: said.name,
      role: 'supervisor',
      orgKey: org,
      ring: [],
      ...contentsOf(made),
    });
    await keepDevice(deps.db, made, toHex(root), [link], { name: 'founding', value: { link } });
    return { vault, link };
  });
};

const contentsOf = ({ device, sign, seal, drafts }: MadeDevice) => ({ device, sign, seal, drafts });

/** After the vault and all at once: a device that is named here has a vault to unlock, whenever the browser dies. */
const keepDevice = async (
  db: FieldbookDatabase,
  made: MadeDevice,
  root: string,
  links: readonly Bytes[],
  unfinished: { readonly name: StateName; readonly value: unknown },
): Promise<void> => {
  const device = {
    org: orgIdOf(root),
    root,
    device: toHex(made.device),
    loginKey: made.login.privateKey,
    loginPublic: made.login.publicKey,
  };
  await db.state.bulkPut([{ name: 'device', value: device }, { name: 'roster', value: { links } }, unfinished]);
};

export interface OpenedInvitation {
  readonly keys: InvitationKeys;
  readonly secret: Bytes;
  readonly root: string;
  readonly card: InvitationCard;
  readonly links: readonly Bytes[];
}

/** Reads what the endpoint answered for an invitation; the roster must start at the invitation's own root. */
export const readInvitationCard = async (
  { secret, root }: { readonly secret: Bytes; readonly root: string },
  answer: { readonly card: Bytes; readonly roster: readonly Bytes[] },
): Promise<Result<OpenedInvitation, { readonly type: 'wrong-root' } | RosterFailure>> => {
  const keys = await invitationKeys(secret);
  const roster = await readRoster(primitives, answer.roster, root);
  if (!roster.ok) return failed({ type: 'wrong-root' });
  const plain = await keys.openCard(answer.card);
  const card = plain.ok ? parseInvitationCard(plain.value) : null;
  return card?.ok ? ok({ keys, secret, root, card: card.value, links: answer.roster }) : failed({ type: 'wrong-root' });
};

export interface Asked {
  readonly vault: OpenVault;
  readonly request: Bytes;
  readonly joinRequest: JoinRequest;
}

/** Makes keys and vault for an invited person and the sealed request to be let in. */
export const askToJoin = async (
  deps: EnrolmentDeps,
  invitation: OpenedInvitation,
  said: { readonly name: string; readonly passphrase: Secret<string> },
): Promise<Result<Asked, SaveFailure>> => {
  const made = await makeDevice();
  const person = randomBytes(16);
  const joinRequest: JoinRequest = { person, device: made.device, name: said.name, keys: publicKeys(made) };
  const { keys, secret, root, card } = invitation;
  return attempt(async () => {
    await startAfresh(deps.db);
    const contents: VaultContents = {
      org: fromHex(orgIdOf(root)),
      root: fromHex(root),
      organisation: card.organisation,
      person,
      name: said.name,
      role: card.role,
      orgKey: null,
      ring: [],
      ...contentsOf(made),
      joining: { invitation: keys.invitation, joinKey: keys.joinKey, secret },
    };
    const vault = await createVault(deps.vault, said.passphrase, contents);
    await keepDevice(deps.db, made, root, invitation.links, {
      name: 'joining',
      value: { invitation: keys.invitation, joinKey: keys.joinKey },
    });
    return { vault, joinRequest, request: await keys.sealRequest(encodeCbor(joinRequest)) };
  });
};

/** The request again, from an unlocked vault: to show the same words after a restart. */
export const joinRequestOf = (contents: VaultContents, loginPublic: Bytes): JoinRequest => ({
  person: contents.person,
  device: contents.device,
  name: contents.name,
  keys: { sign: contents.sign.publicKey, seal: contents.seal.publicKey, login: loginPublic },
});

/** The link that lets a phone in, signed by this supervisor's device. */
export const admissionLink = (
  { vault, seconds }: { readonly vault: OpenVault; readonly seconds: () => number },
  roster: { readonly links: number; readonly head: Bytes },
  invitation: Bytes,
  role: Role,
  { person, device, keys }: JoinRequest,
): Promise<Bytes> => {
  const { device: by, sign } = vault.contents();
  return signedLink(sign.pkcs8, {
    n: roster.links,
    previous: roster.head,
    at: seconds(),
    by,
    says: { act: 'admit', role, invitation, person, device, keys },
  });
};
