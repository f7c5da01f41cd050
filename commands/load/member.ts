/** One device without a screen: the keys, the chain, the seal and the session of a real one, and no database. */
import type { Role } from '../../src/domain/entry.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { DeviceKeys } from '../../src/protocol/roster.ts';
import { createPost } from '../../src/sync/post.ts';
import { createSession, type PostInSession } from '../../src/sync/session.ts';
import { makeLoginKey, makeSealingKey, makeSigningKey, signingKeyFrom, signWith } from '../../src/vault/keys.ts';
import { randomBytes } from '../../src/vault/primitives.ts';

export interface Introduced {
  readonly device: Bytes;
  readonly person: Bytes;
  readonly keys: DeviceKeys;
}
export interface Member extends Introduced {
  readonly role: Role;
  readonly signingKey: CryptoKey;
  readonly signLogin: (statement: Bytes) => Promise<Bytes>;
}

export const makeMember = async (role: Role): Promise<Member> => {
  const [sign, seal, login] = await Promise.all([makeSigningKey(), makeSealingKey(), makeLoginKey()]);
  return {
    role,
    device: randomBytes(16),
    person: randomBytes(16),
    keys: { sign: sign.publicKey, seal: seal.publicKey, login: login.publicKey },
    signingKey: await signingKeyFrom(sign.pkcs8),
    signLogin: (statement) => signWith(login.privateKey, statement),
  };
};

export const sessionOf = (origin: string, org: Bytes, { device, signLogin }: Member): PostInSession =>
  createSession({
    post: createPost({ fetch: (...args) => fetch(...args), origin }),
    device: async () => ({ org, device, sign: signLogin }),
    milliseconds: () => performance.now(),
  });
