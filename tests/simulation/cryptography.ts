/**
 * WebCrypto for a simulated world. The real one answers from a pool of threads in any order, so no run could be repeated;
 * this one answers at once. AES-GCM, SHA-256, HMAC, HKDF and ECDH are the real ones, with keys from the seed. Signatures are a
 * keyed hash under a registry of public keys: the simulation proves the exchange and not ECDSA (tests/vault and
 * docs/protocol-vectors.json do that). A key and nonce used twice are refused, as they would end the secrecy of both texts.
 */
import { createCipheriv, createDecipheriv, createECDH, createHash, createHmac, hkdfSync } from 'node:crypto';
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { Random } from './random.ts';

/** What stands for a CryptoKey: plain, so that a database can keep it. */
interface SimulatedKey {
  readonly type: 'public' | 'private' | 'secret';
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
  readonly bytes: Bytes;
  /** The public half of a private key. */
  readonly point?: Bytes;
}

type Source = ArrayBuffer | ArrayBufferView;
interface Algorithm {
  readonly name: string;
  readonly iv?: Source;
  readonly additionalData?: Source;
  readonly salt?: Source;
  readonly info?: Source;
  readonly public?: SimulatedKey;
}

const bytesOf = (source: Source): Uint8Array =>
  source instanceof ArrayBuffer ? new Uint8Array(source) : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
const copyOf = (source: Source): Bytes => new Uint8Array(bytesOf(source));
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const nameOf = (algorithm: string | Algorithm): string => (typeof algorithm === 'string' ? algorithm : algorithm.name);
const refused = (): DOMException => new DOMException('The operation failed for an operation-specific reason', 'OperationError');

export interface Cryptography {
  readonly crypto: object;
  readonly verify: (publicKey: Uint8Array, signature: Uint8Array, statement: Uint8Array) => Promise<boolean>;
  /** For the endpoint's own key, in the form in which Node takes keys. */
  readonly newKey: () => { readonly d: string; readonly x: string; readonly y: string };
  readonly signAs: (key: { readonly d?: string; readonly x?: string; readonly y?: string }, statement: Uint8Array) => Buffer;
  /** The next so many draws give what the last one gave. */
  readonly repeatNext: (draws: number) => void;
  /** Who draws: each device has a stream of its own. */
  source: () => Random;
  /** Whose signatures it knows. */
  readonly signers: () => ReadonlyMap<string, Bytes>;
  readonly know: (signers: ReadonlyMap<string, Bytes>) => void;
}

export const createCryptography = (seed: Random): Cryptography => {
  /** Private halves of all signing keys, by their public ones. */
  const signers = new Map<string, Bytes>();
  const agreed = new Map<string, Buffer>();
  const nonces = new Set<string>();
  let repeats = 0;
  let last: Bytes = new Uint8Array(64);

  const draw = (length: number): Bytes => {
    if (repeats > 0) {
      repeats -= 1;
      return Uint8Array.from({ length }, (_, at) => last[at % last.length] ?? 0);
    }
    const bytes = self.source().bytes(length);
    last = bytes;
    return bytes;
  };

  const pairFrom = (scalar: Bytes): { readonly scalar: Bytes; readonly point: Bytes } => {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(scalar);
    return { scalar, point: copyOf(ecdh.getPublicKey()) };
  };
  /** Below the curve's order whatever was drawn, and not zero. */
  const newPair = () => {
    const scalar = draw(32);
    scalar[0] = (scalar[0] ?? 0) & 0x7f;
    scalar[31] = (scalar[31] ?? 0) | 1;
    return pairFrom(scalar);
  };

  const publicKey = (name: string, point: Bytes): SimulatedKey => ({
    type: 'public',
    extractable: true,
    algorithm: { name },
    usages: name === 'ECDSA' ? ['verify'] : [],
    bytes: point,
  });
  const privateKey = (name: string, scalar: Bytes, point: Bytes, extractable: boolean): SimulatedKey => {
    if (name === 'ECDSA') signers.set(latin(point), scalar);
    return {
      type: 'private',
      extractable,
      algorithm: { name },
      usages: name === 'ECDSA' ? ['sign'] : ['deriveBits'],
      bytes: scalar,
      point,
    };
  };

  /** Not the real PKCS #8: its two halves one after the other. */
  const importKey = (format: string, data: Source, algorithm: string | Algorithm, extractable: boolean): SimulatedKey => {
    const name = nameOf(algorithm);
    const bytes = copyOf(data);
    if (format === 'pkcs8') {
      if (bytes.length !== 97) throw new DOMException('not a key', 'DataError');
      return privateKey(name, bytes.slice(0, 32), bytes.slice(32), extractable);
    }
    if (name === 'ECDSA' || name === 'ECDH') {
      if (bytes.length !== 65 || bytes[0] !== 4) throw new DOMException('not a point', 'DataError');
      return publicKey(name, bytes);
    }
    return { type: 'secret', extractable, algorithm: { name }, usages: ['encrypt', 'decrypt', 'sign', 'deriveBits'], bytes };
  };

  const signature = (scalar: Uint8Array, statement: Uint8Array): Buffer => createHmac('sha512', scalar).update(statement).digest();
  const isSigned = (point: Uint8Array, signed: Uint8Array, statement: Uint8Array): boolean => {
    const scalar = signers.get(latin(point));
    return scalar !== undefined && signed.length === 64 && signature(scalar, statement).equals(signed);
  };

  const agree = (mine: SimulatedKey, theirs: SimulatedKey): Buffer => {
    const name = `${latin(mine.bytes)}${latin(theirs.bytes)}`;
    const known = agreed.get(name);
    if (known) return known;
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(mine.bytes);
    const secret = ecdh.computeSecret(theirs.bytes);
    agreed.set(name, secret);
    return secret;
  };

  const encrypt = ({ iv, additionalData }: Algorithm, key: SimulatedKey, data: Source): ArrayBuffer => {
    const nonce = bytesOf(iv ?? new ArrayBuffer(12));
    const once = latin(key.bytes) + latin(nonce);
    if (nonces.has(once)) throw refused();
    nonces.add(once);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
    if (additionalData) cipher.setAAD(bytesOf(additionalData));
    const body = cipher.update(bytesOf(data));
    cipher.final();
    return bufferOf(Buffer.concat([body, cipher.getAuthTag()]));
  };
  const decrypt = ({ iv, additionalData }: Algorithm, key: SimulatedKey, data: Source): ArrayBuffer => {
    const sealed = bytesOf(data);
    if (sealed.length < 16) throw refused();
    const cipher = createDecipheriv('aes-256-gcm', key.bytes, bytesOf(iv ?? new ArrayBuffer(12)));
    if (additionalData) cipher.setAAD(bytesOf(additionalData));
    cipher.setAuthTag(sealed.subarray(sealed.length - 16));
    try {
      const body = cipher.update(sealed.subarray(0, sealed.length - 16));
      cipher.final();
      return bufferOf(body);
    } catch {
      throw refused();
    }
  };

  const subtle = {
    digest: async (algorithm: string | Algorithm, data: Source) =>
      bufferOf(createHash(nameOf(algorithm).replace('-', '').toLowerCase()).update(bytesOf(data)).digest()),
    importKey: async (format: string, data: Source, algorithm: string | Algorithm, extractable: boolean) =>
      importKey(format, data, algorithm, extractable),
    exportKey: async (format: string, key: SimulatedKey) => {
      if (!key.extractable) throw new DOMException('not extractable', 'InvalidAccessError');
      return bufferOf(format === 'pkcs8' ? Buffer.concat([key.bytes, key.point ?? new Uint8Array()]) : key.bytes);
    },
    generateKey: async (algorithm: Algorithm, extractable: boolean) => {
      const { scalar, point } = newPair();
      return { publicKey: publicKey(algorithm.name, point), privateKey: privateKey(algorithm.name, scalar, point, extractable) };
    },
    deriveBits: async (algorithm: Algorithm, key: SimulatedKey, bits: number) =>
      algorithm.public
        ? bufferOf(agree(key, algorithm.public))
        : hkdfSync(
            'sha256',
            key.bytes,
            bytesOf(algorithm.salt ?? new ArrayBuffer(0)),
            bytesOf(algorithm.info ?? new ArrayBuffer(0)),
            bits / 8,
          ),
    sign: async (algorithm: string | Algorithm, key: SimulatedKey, data: Source) =>
      bufferOf(
        nameOf(algorithm) === 'HMAC' ? createHmac('sha256', key.bytes).update(bytesOf(data)).digest() : signature(key.bytes, bytesOf(data)),
      ),
    verify: async (_algorithm: Algorithm, key: SimulatedKey, signed: Source, data: Source) =>
      isSigned(key.bytes, bytesOf(signed), bytesOf(data)),
    encrypt: async (algorithm: Algorithm, key: SimulatedKey, data: Source) => encrypt(algorithm, key, data),
    decrypt: async (algorithm: Algorithm, key: SimulatedKey, data: Source) => decrypt(algorithm, key, data),
  };

  const self: Cryptography = {
    crypto: {
      subtle,
      getRandomValues: <T extends ArrayBufferView>(into: T): T => {
        bytesOf(into).set(draw(into.byteLength));
        return into;
      },
      randomUUID: () => '00000000-0000-4000-8000-000000000000',
    },
    verify: async (point, signed, statement) => isSigned(point, signed, statement),
    newKey: () => {
      const { scalar, point } = newPair();
      return { d: base64Url(scalar), x: base64Url(point.subarray(1, 33)), y: base64Url(point.subarray(33)) };
    },
    signAs: ({ d = '', x = '', y = '' }, statement) => {
      const [scalar, point] = [Buffer.from(d, 'base64url'), Buffer.from(`${x}`, 'base64url')];
      const whole = copyOf(Buffer.concat([Buffer.from([4]), point, Buffer.from(y, 'base64url')]));
      signers.set(latin(whole), copyOf(scalar));
      return signature(scalar, statement);
    },
    repeatNext: (draws) => {
      repeats = draws;
    },
    source: () => seed,
    signers: () => new Map(signers),
    know: (others) => {
      for (const [point, scalar] of others) signers.set(point, scalar);
    },
  };
  return self;
};
