/** What every request must satisfy before its body is looked at, and the reading of that body within limits. */
import { failed, ok, type Result } from '../src/domain/result.ts';
import type { Bytes } from '../src/protocol/bytes.ts';
import { cborType, type Refused, refuse } from './answers.ts';

/** The little about a connection that the app may know. */
export interface Caller {
  readonly address: string;
}

/** A page of another site that makes a browser post here says where it comes from; so does a sandboxed one (`null`). */
export const comesFromElsewhere = (request: Request, trustProxy: boolean): boolean => {
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  const forwarded = trustProxy ? request.headers.get('x-forwarded-host') : null;
  const host = forwarded ?? request.headers.get('host') ?? new URL(request.url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
};

/** CBOR, as it is: another type would let a plain form post, and a compressed body could unfold without end. */
export const isPlainCbor = (request: Request): boolean =>
  (request.headers.get('content-type') ?? '').trim().toLowerCase() === cborType &&
  (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase() === 'identity';

/**
 * The client's network, for rate limits only and never logged: /24 or /56, because one client often has many addresses.
 * A header anybody can write is believed only when our own proxy wrote it, and then only its last word.
 */
export const networkOf = (request: Request, { address }: Caller, trustProxy: boolean): string => {
  const forwarded = trustProxy ? request.headers.get('x-forwarded-for')?.split(',').pop()?.trim() : undefined;
  const from = (forwarded || address).replace(/^::ffff:(?=\d+\.)/i, '');
  return from.includes(':') ? first56Bits(from) : from.split('.').slice(0, 3).join('.');
};

const first56Bits = (address: string): string => {
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - (front?.length ?? 0) - (back?.length ?? 0))).fill('0');
  const groups = [...(front ?? []), ...zeros, ...(back ?? [])].map((group) => group.padStart(4, '0'));
  return groups.slice(0, 4).join(':').slice(0, 17);
};

export interface BodyLimits {
  readonly most: number;
  readonly idleMs: number;
}

/** Counts while reading: what is too much is never held, whatever the headers claim. */
export const readBody = async (request: Request, { most, idleMs }: BodyLimits): Promise<Result<Bytes, Refused>> => {
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuse('too-large');
  if (!request.body) return ok(new Uint8Array());
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = await nextChunk(reader, idleMs);
    if (!chunk.ok) return abandon(reader, chunk);
    if (chunk.value === null) return ok(joined(chunks, length));
    length += chunk.value.length;
    if (length > most) return abandon(reader, refuse('too-large'));
    chunks.push(chunk.value);
  }
};

const nextChunk = async (reader: ReadableStreamDefaultReader<Uint8Array>, idleMs: number): Promise<Result<Uint8Array | null, Refused>> => {
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise<'idle'>((resolve) => {
    timer = setTimeout(() => resolve('idle'), idleMs);
  });
  try {
    const read = await Promise.race([reader.read(), idle]);
    return read === 'idle' ? refuse('too-slow') : ok(read.done ? null : read.value);
  } catch {
    // The connection broke off; nobody will read the answer.
    return refuse('malformed');
  } finally {
    clearTimeout(timer);
  }
};

const abandon = <F>(reader: ReadableStreamDefaultReader<Uint8Array>, failure: { readonly ok: false; readonly failure: F }) => {
  // Not awaited: a stream whose sender has stopped may never say that it was cancelled.
  reader.cancel().catch(() => undefined);
  return failed(failure.failure);
};

const joined = (chunks: readonly Uint8Array[], length: number): Bytes => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
