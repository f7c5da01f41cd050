/** What a handler gives back: the bytes of an answer, or a refusal. Turned into HTTP here and nowhere else. */
import { failed, type Result } from '../src/domain/result.ts';
import type { Bytes } from '../src/protocol/bytes.ts';
import { encodeCbor } from '../src/protocol/cbor.ts';
import { encodeRefusal, type RefusalCode, refusalStatus } from '../src/protocol/refusals.ts';

export const cborType = 'application/cbor';

export interface Refused {
  readonly code: RefusalCode;
  /** Whole seconds, for Retry-After. */
  readonly retryAfter?: number;
  /** Nobody founded it here, or the database that knew it is lost. */
  readonly unknown?: 'organisation';
}
export type Answer = Result<Bytes, Refused>;

export const refuse = (code: RefusalCode): { readonly ok: false; readonly failure: Refused } => failed({ code });
export const refuseFor = (retryAfter: number): { readonly ok: false; readonly failure: Refused } =>
  failed({ code: 'too-many', retryAfter });
export const done: Bytes = encodeCbor({ done: true });

export const toResponse = (answer: Answer): Response => {
  const headers = { 'content-type': cborType, 'cache-control': 'no-store' };
  if (answer.ok) return new Response(answer.value, { headers });
  const { code, retryAfter, unknown } = answer.failure;
  return new Response(encodeRefusal(code, unknown), {
    status: refusalStatus[code],
    headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) },
  });
};
