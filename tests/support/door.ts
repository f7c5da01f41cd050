/** An endpoint at an address, for bare devices (tests/support/device.ts). Throws when no answer comes. */
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import type { Door } from './device.ts';

export const doorAt = (origin: string): Door => ({
  post: (path, body, { token, headers } = {}) =>
    fetch(new URL(path, origin), {
      method: 'POST',
      body: body instanceof Uint8Array ? (body as Bytes) : encodeCbor(body),
      headers: { 'content-type': 'application/cbor', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    }),
});
