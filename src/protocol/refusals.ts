/**
 * Every way the endpoint can say no to a whole request, in one place, so that the client can answer each in words.
 * A refusal is about the request; what became of a single entry is told by its receipt (exchange.ts).
 */
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { parseWith } from './exchange.ts';

/** Each code travels with one HTTP status only. 401: log in again. 409 and 410: asking again will not help. 429: see Retry-After. */
export const refusalStatus = {
  malformed: 400,
  'no-session': 401,
  'login-refused': 401,
  'not-a-supervisor': 403,
  'founding-closed': 403,
  'bad-signature': 403,
  'no-right': 403,
  'wrong-key': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'no-invitation': 404,
  'too-slow': 408,
  'broken-chain': 409,
  'already-there': 409,
  'invitation-used': 409,
  'invitation-expired': 410,
  'invitation-closed': 410,
  'too-large': 413,
  'wrong-content': 415,
  'unknown-protocol': 426,
  'too-many': 429,
  internal: 500,
  'disk-full': 507,
} as const;

export type RefusalCode = keyof typeof refusalStatus;
export const refusalCodes = Object.keys(refusalStatus) as readonly RefusalCode[];

/** Loose: a later endpoint may add words, and a phone that comes back after months must still read the code. */
export const Refusal = v.looseObject({ error: v.picklist(refusalCodes), unknown: v.optional(v.string()) });
export type Refusal = v.InferOutput<typeof Refusal>;

export const parseRefusal = parseWith(Refusal);
/** `unknown`: what nobody here has ever heard of, beside the code that older phones know. */
export const encodeRefusal = (error: RefusalCode, unknown?: 'organisation'): Bytes =>
  encodeCbor({ error, ...(unknown ? { unknown } : {}) });
