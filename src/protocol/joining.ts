/**
 * Inviting and joining. The secret travels in the link's #fragment and never reaches a server;
 * the endpoint only holds a hash that proves who knows it. docs/protocol.md, "Joining".
 */
import * as v from 'valibot';
import { Role } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat, fromBase64Url, toBase64Url, toHex } from './bytes.ts';
import { parseWith } from './exchange.ts';
import { AnyBytes, Hash, Id16, Whole } from './parts.ts';
import { DeviceKeys } from './roster.ts';

/** What a supervisor leaves at the endpoint: `guard` is SHA-256 of the join key. `card` is sealed under the secret. */
export const InvitationLeft = v.strictObject({
  invitation: Id16,
  guard: Hash,
  card: v.pipe(AnyBytes, v.maxLength(2048)),
  hours: v.pipe(Whole, v.minValue(1), v.maxValue(72)),
});
export type InvitationLeft = v.InferOutput<typeof InvitationLeft>;

/** Opened card: who invites, to what. */
export const InvitationCard = v.strictObject({
  organisation: v.pipe(v.string(), v.maxLength(120)),
  inviter: v.pipe(v.string(), v.maxLength(80)),
  role: Role,
});
export type InvitationCard = v.InferOutput<typeof InvitationCard>;

/** Opened request of the phone that wants in. */
export const JoinRequest = v.strictObject({
  person: Id16,
  device: Id16,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  keys: DeviceKeys,
});
export type JoinRequest = v.InferOutput<typeof JoinRequest>;

const knocking = { invitation: Id16, joinKey: Hash };
export const JoinOpenAsk = v.strictObject(knocking);
export const JoinOpenAnswer = v.strictObject({ card: AnyBytes, roster: v.array(AnyBytes) });
export const JoinAsk = v.strictObject({ ...knocking, request: v.pipe(AnyBytes, v.maxLength(4096)) });
export const JoinLookAnswer = v.strictObject({ roster: v.array(AnyBytes) });
/** Closes an invitation for everybody: the words differed, or it went astray. */
export const InvitationClose = v.strictObject({ invitation: Id16 });
export const RosterAsk = v.strictObject({ link: v.pipe(AnyBytes, v.maxLength(4096)) });
export const FoundAsk = v.strictObject({ link: v.pipe(AnyBytes, v.maxLength(4096)) });
export const DoneAnswer = v.strictObject({ done: v.literal(true) });

export const parseInvitationLeft = parseWith(InvitationLeft);
export const parseInvitationClose = parseWith(InvitationClose);
export const parseInvitationCard = parseWith(InvitationCard);
export const parseJoinRequest = parseWith(JoinRequest);
export const parseJoinOpenAsk = parseWith(JoinOpenAsk);
export const parseJoinOpenAnswer = parseWith(JoinOpenAnswer);
export const parseJoinAsk = parseWith(JoinAsk);
export const parseJoinLookAnswer = parseWith(JoinLookAnswer);
export const parseRosterAsk = parseWith(RosterAsk);
export const parseFoundAsk = parseWith(FoundAsk);
export const parseDoneAnswer = parseWith(DoneAnswer);

export interface InvitationSecret {
  readonly secret: Bytes;
  readonly root: string;
}
export type LinkFailure = { readonly type: 'not-an-invitation' } | { readonly type: 'cut-short' };

const secretLength = 32;

/** `#1` and then base64url of secret (32) | root (32) | two check bytes, so that a messenger that cuts a link is noticed. */
export const invitationFragment = ({ secret, root }: { readonly secret: Bytes; readonly root: Bytes }): string => {
  const whole = concat(secret, root);
  return `1${toBase64Url(concat(whole, checkOf(whole)))}`;
};

const checkOf = (bytes: Uint8Array): Bytes => {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 251;
    b = (b + a) % 251;
  }
  return new Uint8Array([a, b]);
};

/** Takes a whole link or a bare fragment, as a person may paste either; what a messenger or a sentence puts after it is forgiven. */
export const readInvitation = (text: string): Result<InvitationSecret, LinkFailure> => {
  const said = text.trim().replace(/[.,;:!?)>\]}'"*\u2019\u201d\u00bb\u3002\uff0c]+$/, '');
  const fragment = said.includes('#') ? said.slice(said.lastIndexOf('#') + 1) : said;
  if (!/^1[\w-]+$/.test(fragment)) return failed({ type: 'not-an-invitation' });
  const bytes = fromBase64Url(fragment.slice(1));
  if (!bytes || bytes.length !== secretLength * 2 + 2) return failed({ type: 'cut-short' });
  const whole = bytes.slice(0, secretLength * 2);
  const check = checkOf(whole);
  if (check[0] !== bytes[64] || check[1] !== bytes[65]) return failed({ type: 'cut-short' });
  return ok({ secret: whole.slice(0, secretLength), root: toHex(whole.slice(secretLength)) });
};
