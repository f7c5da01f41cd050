/** Logging in by a signed challenge. An unknown device gets the same answers after the same work as a known one with a wrong key. */
import { failed, ok } from '../src/domain/result.ts';
import { type Bytes, toHex } from '../src/protocol/bytes.ts';
import { encodeCbor } from '../src/protocol/cbor.ts';
import { loginStatement, parseChallengeAsk, parseLoginAsk } from '../src/protocol/login.ts';
import { type Answer, refuse, refuseFor } from './answers.ts';
import type { Room } from './deps.ts';
import { sessionSeconds } from './sessions.ts';

/** The generator of P-256: a point nobody signs with, to check against when there is no device. */
const nobodysKey: Bytes = new Uint8Array([
  4, 0x6b, 0x17, 0xd1, 0xf2, 0xe1, 0x2c, 0x42, 0x47, 0xf8, 0xbc, 0xe6, 0xe5, 0x63, 0xa4, 0x40, 0xf2, 0x77, 0x03, 0x7d, 0x81, 0x2d, 0xeb,
  0x33, 0xa0, 0xf4, 0xa1, 0x39, 0x45, 0xd8, 0x98, 0xc2, 0x96, 0x4f, 0xe3, 0x42, 0xe2, 0xfe, 0x1a, 0x7f, 0x9b, 0x8e, 0xe7, 0xeb, 0x4a, 0x7c,
  0x0f, 0x9e, 0x16, 0x2b, 0xce, 0x33, 0x57, 0x6b, 0x31, 0x5e, 0xce, 0xcb, 0xb6, 0x40, 0x68, 0x37, 0xbf, 0x51, 0xf5,
]);

export const challenge = async ({ sessions }: Room, body: Bytes): Promise<Answer> => {
  const asked = parseChallengeAsk(body);
  return asked.ok ? ok(encodeCbor({ challenge: sessions.challengeFor(asked.value) })) : refuse('malformed');
};

export const login = async (room: Room, body: Bytes, network: string): Promise<Answer> => {
  const asked = parseLoginAsk(body);
  if (!asked.ok) return refuse('malformed');
  const { org, device, signature } = asked.value;
  // Only failures count, so an office of thirty phones behind one address is never kept out by its own number.
  const buckets = [`network ${network}`, `device ${toHex(org)} ${toHex(device)}`];
  const wait = Math.max(...buckets.map((key) => room.loginFailures.wait(key)));
  if (wait > 0) return refuseFor(wait);

  const seen = await room.rosters.find(toHex(org));
  // There is nothing to guess at. Devices that belong there learn that the database was lost; ids cannot be tried one by one.
  if (!seen) return failed({ code: 'login-refused', unknown: 'organisation' });
  const fresh = room.sessions.isFresh(asked.value, asked.value.challenge);
  const member = seen.roster.devices.get(toHex(device));
  const signed = await room.primitives.verify(
    member?.keys.login ?? nobodysKey,
    signature,
    loginStatement(org, device, asked.value.challenge),
  );
  if (fresh && member && signed) return ok(encodeCbor({ token: room.sessions.tokenFor({ org, device }), lasts: sessionSeconds }));
  for (const key of buckets) room.loginFailures.take(key);
  return refuse('login-refused');
};
