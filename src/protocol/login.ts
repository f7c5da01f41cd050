/** Logging in: the endpoint hands out a challenge, the device signs it with its login key. No passwords on the server. */
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { parseWith } from './exchange.ts';
import { AnyBytes, Id16, Signature, Whole } from './parts.ts';

const Challenge = v.pipe(AnyBytes, v.maxLength(256));
export const ChallengeAsk = v.strictObject({ org: Id16, device: Id16 });
export const ChallengeAnswer = v.strictObject({ challenge: Challenge });
export const LoginAsk = v.strictObject({ org: Id16, device: Id16, challenge: Challenge, signature: Signature });
/** `lasts`: whole seconds, counted by the device's own monotonic clock. */
export const LoginAnswer = v.strictObject({ token: v.pipe(v.string(), v.maxLength(400)), lasts: Whole });

export const parseChallengeAsk = parseWith(ChallengeAsk);
export const parseChallengeAnswer = parseWith(ChallengeAnswer);
export const parseLoginAsk = parseWith(LoginAsk);
export const parseLoginAnswer = parseWith(LoginAnswer);

/** A supervisor's device puts up its organisation again where nobody knows it: the whole roster, from its first link. */
export const FoundAgainAsk = v.strictObject({
  ...LoginAsk.entries,
  links: v.pipe(v.array(v.pipe(AnyBytes, v.maxLength(4096))), v.minLength(1)),
});
export type FoundAgainAsk = v.InferOutput<typeof FoundAgainAsk>;
export const parseFoundAgainAsk = parseWith(FoundAgainAsk);
export const foundAgainStatement = (org: Bytes, device: Bytes, challenge: Bytes): Bytes =>
  encodeCbor(['fieldbook found again', 1, org, device, challenge]);

export const loginStatement = (org: Bytes, device: Bytes, challenge: Bytes): Bytes =>
  encodeCbor(['fieldbook login', 1, org, device, challenge]);
