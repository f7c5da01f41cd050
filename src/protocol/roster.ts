/**
 * The roster: a signed chain saying which people and devices belong to the organisation, in which role.
 * The organisation's id is the hash of the first link, so a server cannot offer another one. It holds no names.
 */
import * as v from 'valibot';
import { Role } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes, toHex } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { AnyBytes, Hash, Id16, PublicKey, Signature, Whole } from './parts.ts';
import type { Primitives } from './primitives.ts';

/** A device's public keys: `sign` vouches for entries, `seal` receives grants, `login` opens a session and works while locked. */
export const DeviceKeys = v.strictObject({ sign: PublicKey, seal: PublicKey, login: PublicKey });
export type DeviceKeys = v.InferOutput<typeof DeviceKeys>;

const newcomer = { person: Id16, device: Id16, keys: DeviceKeys };
export const RosterAct = v.variant('act', [
  /** `orgKey`: the public key that every entry is also sealed to; its private half lives in supervisors' vaults. */
  v.strictObject({ act: v.literal('found'), orgKey: PublicKey, ...newcomer }),
  v.strictObject({ act: v.literal('admit'), role: Role, invitation: Id16, ...newcomer }),
]);
export type RosterAct = v.InferOutput<typeof RosterAct>;

const LinkBody = v.strictObject({
  n: Whole,
  previous: Hash,
  /** Whole seconds since 1970, the signer's claim. */
  at: Whole,
  by: Id16,
  says: RosterAct,
});
export type LinkBody = v.InferOutput<typeof LinkBody>;
const Link = v.strictTuple([AnyBytes, Signature]);

export interface RosterDevice {
  readonly device: string;
  readonly person: string;
  readonly role: Role;
  readonly keys: DeviceKeys;
  /** The device that let it in; the founder's own of the founder's. */
  readonly by: string;
  readonly since: number;
}
export interface Roster {
  readonly org: string;
  /** Hash of the first link: the root that came with the invitation. */
  readonly root: string;
  readonly orgKey: Bytes;
  readonly devices: ReadonlyMap<string, RosterDevice>;
  readonly links: number;
  /** Hash of the newest link. */
  readonly head: Bytes;
}

export type RosterFailure = { readonly type: 'malformed' | 'bad-signature' | 'broken-chain' | 'no-right' | 'already-there' | 'wrong-root' };

export const linkStatement = (body: Bytes): Bytes => encodeCbor(['fieldbook roster', 1, body]);
export const encodeLinkBody = (body: LinkBody): Bytes => encodeCbor(body);
export const encodeLink = (body: Bytes, signature: Bytes): Bytes => encodeCbor([body, signature]);
/** An organisation's id: the first half of its root. */
export const orgIdOf = (root: string): string => root.slice(0, 32);

interface OpenLink {
  readonly bytes: Bytes;
  readonly body: LinkBody;
  readonly bodyBytes: Bytes;
  readonly signature: Bytes;
}

const openLink = (bytes: Bytes): OpenLink | null => {
  const outer = decodeCbor(bytes);
  const link = outer.ok ? v.safeParse(Link, outer.value) : null;
  if (!link?.success) return null;
  const inner = decodeCbor(link.output[0]);
  const body = inner.ok ? v.safeParse(LinkBody, inner.value) : null;
  return body?.success ? { bytes, body: body.output, bodyBytes: link.output[0], signature: link.output[1] } : null;
};

const found = async (primitives: Primitives, link: OpenLink): Promise<Result<Roster, RosterFailure>> => {
  const { says, n, previous, by, at } = link.body;
  if (says.act !== 'found' || n !== 0 || previous.some(Boolean) || !sameBytes(by, says.device)) return failed({ type: 'broken-chain' });
  if (!(await primitives.verify(says.keys.sign, link.signature, linkStatement(link.bodyBytes)))) return failed({ type: 'bad-signature' });
  const head = await primitives.sha256(link.bytes);
  const root = toHex(head);
  const founder: RosterDevice = {
    device: toHex(says.device),
    person: toHex(says.person),
    role: 'supervisor',
    keys: says.keys,
    by: toHex(by),
    since: at,
  };
  return ok({ org: orgIdOf(root), root, orgKey: says.orgKey, devices: new Map([[founder.device, founder]]), links: 1, head });
};

const admit = async (primitives: Primitives, roster: Roster, link: OpenLink): Promise<Result<Roster, RosterFailure>> => {
  const { says, n, previous, by, at } = link.body;
  if (says.act !== 'admit' || n !== roster.links || !sameBytes(previous, roster.head)) return failed({ type: 'broken-chain' });
  const signer = roster.devices.get(toHex(by));
  if (signer?.role !== 'supervisor') return failed({ type: 'no-right' });
  if (!(await primitives.verify(signer.keys.sign, link.signature, linkStatement(link.bodyBytes)))) return failed({ type: 'bad-signature' });
  const device = toHex(says.device);
  if (roster.devices.has(device)) return failed({ type: 'already-there' });
  const devices = new Map(roster.devices);
  devices.set(device, { device, person: toHex(says.person), role: says.role, keys: says.keys, by: toHex(by), since: at });
  return ok({ ...roster, devices, links: n + 1, head: await primitives.sha256(link.bytes) });
};

/** Adds one link to a roster (`null` before the first). Both ends call this; neither trusts the other's word. */
export const addLink = async (primitives: Primitives, roster: Roster | null, bytes: Bytes): Promise<Result<Roster, RosterFailure>> => {
  const link = openLink(bytes);
  if (!link) return failed({ type: 'malformed' });
  return roster ? admit(primitives, roster, link) : found(primitives, link);
};

/** Reads a whole chain; `root` is the one that came with the invitation, never the server's. */
export const readRoster = async (
  primitives: Primitives,
  links: readonly Bytes[],
  root: string | null,
): Promise<Result<Roster, RosterFailure>> => {
  let roster: Roster | null = null;
  for (const link of links) {
    const grown: Result<Roster, RosterFailure> = await addLink(primitives, roster, link);
    if (!grown.ok) return grown;
    roster = grown.value;
    if (root !== null && roster.root !== root) return failed({ type: 'wrong-root' });
  }
  return roster ? ok(roster) : failed({ type: 'malformed' });
};

export const supervisorDevices = (roster: Roster): readonly RosterDevice[] =>
  [...roster.devices.values()].filter(({ role }) => role === 'supervisor');

export interface Admission {
  readonly invitation: Bytes;
  readonly device: Bytes;
  readonly role: Role;
}

/** Whom a link admits; `null` when it admits nobody. Says nothing about the link's right to do so. */
export const admissionOf = (link: Bytes): Admission | null => {
  const says = openLink(link)?.body.says;
  return says?.act === 'admit' ? { invitation: says.invitation, device: says.device, role: says.role } : null;
};
