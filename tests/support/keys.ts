/** Real keys for stories about rosters, vaults and grants. */
import type { Bytes } from '../../src/protocol/bytes.ts';
import { type DeviceKeys, encodeLink, encodeLinkBody, type LinkBody, linkStatement } from '../../src/protocol/roster.ts';
import { type MadeKey, makeSealingKey, makeSigningKey, signingKeyFrom, signWith } from '../../src/vault/keys.ts';
import { randomBytes } from '../../src/vault/primitives.ts';

export interface Member {
  readonly person: Bytes;
  readonly device: Bytes;
  readonly sign: MadeKey;
  readonly keys: DeviceKeys;
}

export const publicKeys = async (): Promise<DeviceKeys> => (await aMember()).keys;

export const aMember = async (): Promise<Member> => {
  const [sign, seal, login] = await Promise.all([makeSigningKey(), makeSealingKey(), makeSigningKey()]);
  return {
    person: randomBytes(16),
    device: randomBytes(16),
    sign,
    keys: { sign: sign.publicKey, seal: seal.publicKey, login: login.publicKey },
  };
};

export const signedBy = async ({ sign }: Pick<Member, 'sign'>, body: LinkBody): Promise<Bytes> => {
  const bytes = encodeLinkBody(body);
  return encodeLink(bytes, await signWith(await signingKeyFrom(sign.pkcs8), linkStatement(bytes)));
};
