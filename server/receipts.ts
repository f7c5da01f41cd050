/** The endpoint's own key: one signature per answer over what it kept or had, so that a device can show later what the office had. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type Bytes, concat } from '../src/protocol/bytes.ts';
import { receiptsStatement } from '../src/protocol/receipts.ts';

export interface ReceiptSigner {
  /** The public key, an uncompressed point. */
  readonly endpoint: Bytes;
  readonly sign: (said: Parameters<typeof receiptsStatement>[0]) => Bytes;
}

/** SPKI ends with the point itself. */
const pointLength = 65;

export const createReceiptSigner = (pkcs8: Bytes): ReceiptSigner => {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return {
    endpoint: concat(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-pointLength)),
    sign: (said) => concat(sign('sha256', receiptsStatement(said), { key, dsaEncoding: 'ieee-p1363' })),
  };
};
