import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import type { JoinRequest } from '../../src/protocol/joining.ts';
import { argonKdf } from '../../src/vault/argon.ts';
import { admissionNumbers, invitationKeys } from '../../src/vault/invitation.ts';
import { newKdfCost } from '../../src/vault/kdf.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { Secret } from '../../src/vault/secret.ts';
import { suggestPassphrase, wordsFor } from '../../src/vault/words.ts';
import { publicKeys } from '../support/keys.ts';

afterEach(() => vi.restoreAllMocks());

test('a secret says [secret], however it is asked', () => {
  const secret = new Secret('four quiet words here');
  const said = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: [secret] }, { showHidden: true }),
    new Error(`no ${secret}`).message,
    Object.values(secret).join(),
  ];
  for (const text of said) expect(text).not.toContain('quiet');
  expect(`${secret} ${JSON.stringify(secret)}`).toBe('[secret] "[secret]"');
  expect(structuredClone(secret)).toEqual({});
  expect(secret.reveal()).toBe('four quiet words here');
});

test('a passphrase is four words of the list, and the next is another', async () => {
  const [one, two] = [await suggestPassphrase(), await suggestPassphrase()];
  for (const passphrase of [one, two]) expect(passphrase).toMatch(/^[a-z-]+( [a-z-]+){3}$/);
  expect(one).not.toBe(two);
});

test('every word of the list is equally likely', async () => {
  // Every number two random bytes can say, once: 62,208 of the 65,536 are taken, so each of 7,776 words must come eight times.
  let next = 0;
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const view = new DataView((array as Uint8Array<ArrayBuffer>).buffer);
    view.setUint16(0, next & 0xffff);
    next += 1;
    return array;
  });
  const counts = new Map<string, number>();
  for (let phrase = 0; phrase < (7776 * 8) / 4; phrase += 1)
    for (const word of (await suggestPassphrase()).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  expect(counts.size).toBe(7776);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

test('the words both screens show change with any key, name of a device or person, root or secret', async () => {
  const [secret, root, keys, other] = [randomBytes(32), randomBytes(32), await publicKeys(), await publicKeys()];
  const request: JoinRequest = { person: randomBytes(16), device: randomBytes(16), name: 'Thuy', keys };
  const wordsOf = async (changes: Partial<JoinRequest> = {}, with_ = { secret, root }) =>
    (await wordsFor(await admissionNumbers(with_.secret, with_.root, { ...request, ...changes }))).join(' ');
  const words = await wordsOf();
  expect(words.split(' ')).toHaveLength(4);
  expect(await wordsOf()).toBe(words);
  const changed = [
    { keys: { ...keys, sign: other.sign } },
    { keys: { ...keys, seal: other.seal } },
    { keys: { ...keys, login: other.login } },
    { person: randomBytes(16) },
    { device: randomBytes(16) },
  ];
  for (const changes of changed) expect(await wordsOf(changes)).not.toBe(words);
  expect(await wordsOf({}, { secret: randomBytes(32), root })).not.toBe(words);
  expect(await wordsOf({}, { secret, root: randomBytes(32) })).not.toBe(words);
});

test("an invitation's keys give nothing away of each other, and card and request are not mixed up", async () => {
  const secret = randomBytes(32);
  const [keys, others] = [await invitationKeys(secret), await invitationKeys(randomBytes(32))];
  const parts = [keys.invitation, keys.joinKey, keys.guard, secret].map(toHex);
  expect(new Set(parts.map((part) => part.slice(0, 32))).size).toBe(4);
  const sealed = await keys.sealCard(new Uint8Array([1, 2]));
  expect(await keys.openCard(sealed)).toEqual({ ok: true, value: new Uint8Array([1, 2]) });
  for (const read of [keys.openRequest, others.openCard]) expect((await read(sealed)).ok).toBe(false);
});

test('Argon2id is the one of the reference implementation (its own test vector, RFC 9106)', async () => {
  const salt = new TextEncoder().encode('somesalt');
  const derived = await argonKdf('password', { name: 'argon2id', memory: 65_536, passes: 2, salt });
  expect(toHex(derived)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
});

test('at the floor, and at the cost of new vaults, it still gives the same bytes as on the day it was built', async () => {
  const salt = new Uint8Array(16).fill(7);
  expect(toHex(await argonKdf('four quiet words here', { name: 'argon2id', memory: 19 << 10, passes: 2, salt }))).toBe(
    'd22a99868d8729b8be8b8c075ff336d484925f152279817c1a45bf6a2a393bd4',
  );
  expect(toHex(await argonKdf('four quiet words here', { ...newKdfCost, salt }))).toBe(
    '48a9a37deaf55ef899fe74e93bad4f93f7e926bb0eff77ddbf40e4365100fdb1',
  );
});
