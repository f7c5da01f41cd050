/**
 * Challenges and session tokens keep nothing here: each carries its time and a MAC, so any process that shares the
 * database can check them, and a flood of them fills no memory.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, concat, fromBase64Url, toBase64Url } from '../src/protocol/bytes.ts';
import { challengeSeconds, sessionMinutes } from '../src/protocol/numbers.ts';

export interface DeviceName {
  readonly org: Bytes;
  readonly device: Bytes;
}

export interface SessionDeps {
  readonly secret: Bytes;
  readonly now: () => number;
  readonly random: (length: number) => Bytes;
}

export interface Sessions {
  challengeFor(name: DeviceName): Bytes;
  isFresh(name: DeviceName, challenge: Bytes): boolean;
  tokenFor(name: DeviceName): string;
  /** `null` when it is not ours or is over. */
  read(token: string): DeviceName | null;
}

export const sessionSeconds = sessionMinutes * 60;
const nonceLength = 16;
const timeLength = 8;
const macLength = 32;
const tokenLength = 16 + 16 + timeLength + macLength;

export const createSessions = ({ secret, now, random }: SessionDeps): Sessions => {
  /** `purpose` first, so that a challenge can never pass for a token. */
  const mac = (purpose: 'challenge' | 'session', ...parts: readonly Uint8Array[]): Bytes =>
    concat(
      createHmac('sha256', secret)
        .update(`fieldbook ${purpose} 1\0`)
        .update(concat(...parts))
        .digest(),
    );
  const seconds = (): number => Math.floor(now() / 1000);

  return {
    challengeFor: ({ org, device }) => {
      const stamp = concat(random(nonceLength), timeBytes(seconds()));
      return concat(stamp, mac('challenge', stamp, org, device));
    },
    isFresh: ({ org, device }, challenge) => {
      if (challenge.length !== nonceLength + timeLength + macLength) return false;
      const stamp = challenge.slice(0, nonceLength + timeLength);
      const age = seconds() - timeOf(stamp.slice(nonceLength));
      return timingSafeEqual(challenge.slice(stamp.length), mac('challenge', stamp, org, device)) && age >= 0 && age <= challengeSeconds;
    },
    tokenFor: ({ org, device }) => {
      const claim = concat(org, device, timeBytes(seconds() + sessionSeconds));
      return toBase64Url(concat(claim, mac('session', claim)));
    },
    read: (token) => {
      const bytes = fromBase64Url(token);
      if (bytes?.length !== tokenLength) return null;
      const claim = bytes.slice(0, tokenLength - macLength);
      if (!timingSafeEqual(bytes.slice(claim.length), mac('session', claim))) return null;
      return timeOf(claim.slice(32)) > seconds() ? { org: claim.slice(0, 16), device: claim.slice(16, 32) } : null;
    },
  };
};

const timeBytes = (seconds: number): Bytes => {
  const bytes = new Uint8Array(timeLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  return bytes;
};
const timeOf = (bytes: Bytes): number => Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
