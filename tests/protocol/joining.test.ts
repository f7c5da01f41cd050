import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import {
  invitationFragment,
  parseInvitationCard,
  parseInvitationLeft,
  parseJoinAsk,
  parseJoinOpenAsk,
  parseJoinRequest,
  readInvitation,
} from '../../src/protocol/joining.ts';
import { bytesOf } from '../support/entries.ts';
import { publicKeys } from '../support/keys.ts';

const invitations = fc.record({ secret: bytesOf(32), root: bytesOf(32) });
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const someone = { secret: new Uint8Array(32).map((_, at) => at * 7), root: new Uint8Array(32).map((_, at) => 255 - at * 5) };

test('an invitation comes out of its link as it went in, whole address or bare fragment', () => {
  fc.assert(
    fc.property(invitations, ({ secret, root }) => {
      const fragment = invitationFragment({ secret, root });
      for (const said of [
        fragment,
        `#${fragment}`,
        `https://office.example/join#${fragment}`,
        `  https://office.example/join#${fragment}\n`,
        `Message #3: https://office.example/join#${fragment}`,
      ]) {
        expect(readInvitation(said)).toEqual({ ok: true, value: { secret, root: toHex(root) } });
      }
    }),
    { numRuns: 50 },
  );
});

test('what a messenger or a sentence puts after a link is forgiven', () => {
  const fragment = invitationFragment(someone);
  for (const after of ['.', ',', '!', '?)', '>', '].', '”', '’', '"', '»', '。', '*'])
    expect(readInvitation(`https://office.example/join#${fragment}${after}`).ok).toBe(true);
});

test('any one letter changed, missing or added is noticed', () => {
  fc.assert(
    fc.property(invitations, fc.nat(88), fc.nat(63), (invitation, at, letter) => {
      const fragment = invitationFragment(invitation);
      const other = letters.charAt(letter);
      const changed = `${fragment.slice(0, at)}${other}${fragment.slice(at + 1)}`;
      expect(readInvitation(changed).ok).toBe(changed === fragment);
      expect(readInvitation(`${fragment.slice(0, at)}${fragment.slice(at + 1)}`).ok).toBe(false);
      expect(readInvitation(`${fragment.slice(0, at)}${other}${fragment.slice(at)}`).ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('every single change of one invitation is noticed, and every cut', () => {
  const fragment = invitationFragment(someone);
  for (let at = 0; at < fragment.length; at += 1) {
    for (const letter of letters)
      if (letter !== fragment[at]) expect(readInvitation(fragment.slice(0, at) + letter + fragment.slice(at + 1)).ok).toBe(false);
    expect(readInvitation(fragment.slice(0, at)).ok).toBe(false);
  }
});

test('what is no invitation is told from one that was cut short', () => {
  const fragment = invitationFragment(someone);
  for (const said of [
    '',
    '#',
    'hello',
    'https://office.example/join',
    'javascript:alert(1)',
    '2'.repeat(89),
    `https://office.example/join#2${fragment.slice(1)}`,
    'WIFI:S:Cafe;T:WPA;P:x;;',
  ])
    expect(readInvitation(said)).toEqual({ ok: false, failure: { type: 'not-an-invitation' } });
  expect(readInvitation(`https://office.example/join#${fragment.slice(0, 40)}`)).toEqual({ ok: false, failure: { type: 'cut-short' } });
});

test('any text at all is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      expect(readInvitation(text).ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('a request or card holds what it must and no more', async () => {
  const id = new Uint8Array(16);
  const keys = await publicKeys();
  const request = { person: id, device: id, name: 'Thuy', keys };
  expect(parseJoinRequest(encodeCbor(request)).ok).toBe(true);
  const offCurve = keys.seal.map((byte, at) => (at === 64 ? byte ^ 1 : byte));
  for (const wrong of [
    { name: '' },
    { name: 'x'.repeat(81) },
    { name: 7 },
    { person: new Uint8Array(15) },
    { keys: { ...keys, seal: offCurve } },
    { keys: { ...keys, seal: new Uint8Array(65) } },
    { keys: { ...keys, login: new Uint8Array(65).fill(4) } },
    { keys: { ...keys, extra: id } },
    { role: 'supervisor' },
  ])
    expect(parseJoinRequest(encodeCbor({ ...request, ...wrong })).ok).toBe(false);
  expect(parseInvitationCard(encodeCbor({ organisation: 'Lantern House', inviter: 'Mina', role: 'worker' })).ok).toBe(true);
  for (const wrong of [{ role: 'director' }, { organisation: 'x'.repeat(121) }, { inviter: null }])
    expect(parseInvitationCard(encodeCbor({ organisation: 'Lantern House', inviter: 'Mina', role: 'worker', ...wrong })).ok).toBe(false);
  const left = { invitation: id, guard: new Uint8Array(32), card: id, hours: 72 };
  expect(parseInvitationLeft(encodeCbor(left)).ok).toBe(true);
  for (const wrong of [{ hours: 0 }, { hours: 73 }, { card: new Uint8Array(2049) }, { guard: id }])
    expect(parseInvitationLeft(encodeCbor({ ...left, ...wrong })).ok).toBe(false);
  const knock = { invitation: id, joinKey: new Uint8Array(32) };
  expect(parseJoinOpenAsk(encodeCbor(knock)).ok).toBe(true);
  expect(parseJoinAsk(encodeCbor({ ...knock, request: new Uint8Array(4097) })).ok).toBe(false);
  expect(parseJoinAsk(encodeCbor(knock)).ok).toBe(false);
});
