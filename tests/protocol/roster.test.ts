import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/entry.ts';
import { type Bytes, concat, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import {
  addLink,
  admissionOf,
  encodeLink,
  encodeLinkBody,
  type LinkBody,
  orgIdOf,
  type Roster,
  readRoster,
  supervisorDevices,
} from '../../src/protocol/roster.ts';
import { makeSealingKey } from '../../src/vault/keys.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { aMember, type Member, signedBy } from '../support/keys.ts';

let [mina, joon, thuy, arif]: Member[] = [];
let orgKey: Bytes;
let founding: Bytes;
let founded: Roster;

const foundingBy = ({ person, device, keys }: Member, changes: Partial<LinkBody> = {}): LinkBody => ({
  n: 0,
  previous: new Uint8Array(32),
  at: 1_772_000_000,
  by: device,
  says: { act: 'found', orgKey, person, device, keys },
  ...changes,
});
const admitting = (
  roster: Roster,
  by: Member,
  { person, device, keys }: Member,
  role: Role,
  changes: Partial<LinkBody> = {},
): LinkBody => ({
  n: roster.links,
  previous: roster.head,
  at: 1_772_000_100,
  by: by.device,
  says: { act: 'admit', role, invitation: new Uint8Array(16).fill(5), person, device, keys },
  ...changes,
});
const must = (read: Awaited<ReturnType<typeof addLink>>): Roster => {
  if (!read.ok) throw new Error(read.failure.type);
  return read.value;
};
const failureOf = async (roster: Roster | null, link: Bytes) => {
  const read = await addLink(primitives, roster, link);
  return read.ok ? 'accepted' : read.failure.type;
};
const member = (one: Member | undefined): Member => {
  if (!one) throw new Error('no such member');
  return one;
};

beforeAll(async () => {
  [mina, joon, thuy, arif] = await Promise.all([aMember(), aMember(), aMember(), aMember()]);
  orgKey = (await makeSealingKey()).publicKey;
  founding = await signedBy(member(mina), foundingBy(member(mina)));
  founded = must(await addLink(primitives, null, founding));
});

test('a supervisor founds, lets in a worker and another supervisor, who lets in one more', async () => {
  const first = await signedBy(member(mina), admitting(founded, member(mina), member(joon), 'worker'));
  const withJoon = must(await addLink(primitives, founded, first));
  const second = await signedBy(member(mina), admitting(withJoon, member(mina), member(arif), 'supervisor'));
  const withArif = must(await addLink(primitives, withJoon, second));
  const third = await signedBy(member(arif), admitting(withArif, member(arif), member(thuy), 'worker'));
  const read = must(await readRoster(primitives, [founding, first, second, third], founded.root));
  expect([...read.devices.values()].map(({ role }) => role)).toEqual(['supervisor', 'worker', 'supervisor', 'worker']);
  expect(supervisorDevices(read).map(({ device }) => device)).toEqual([toHex(member(mina).device), toHex(member(arif).device)]);
  expect(read.links).toBe(4);
  expect(read.org).toBe(orgIdOf(toHex(await primitives.sha256(founding))));
  expect(admissionOf(first)).toEqual({ invitation: new Uint8Array(16).fill(5), device: member(joon).device, role: 'worker' });
  expect(admissionOf(founding)).toBeNull();
});

test('another organisation is not mistaken for the one of the invitation', async () => {
  const other = await signedBy(member(thuy), foundingBy(member(thuy)));
  expect(await readRoster(primitives, [other], founded.root)).toEqual({ ok: false, failure: { type: 'wrong-root' } });
  expect(await readRoster(primitives, [], founded.root)).toEqual({ ok: false, failure: { type: 'malformed' } });
});

test('a worker lets nobody in, and nor does somebody who is not there', async () => {
  const withJoon = must(
    await addLink(primitives, founded, await signedBy(member(mina), admitting(founded, member(mina), member(joon), 'worker'))),
  );
  expect(await failureOf(withJoon, await signedBy(member(joon), admitting(withJoon, member(joon), member(thuy), 'worker')))).toBe(
    'no-right',
  );
  expect(await failureOf(withJoon, await signedBy(member(arif), admitting(withJoon, member(arif), member(thuy), 'worker')))).toBe(
    'no-right',
  );
  expect(await failureOf(withJoon, await signedBy(member(joon), admitting(withJoon, member(mina), member(thuy), 'supervisor')))).toBe(
    'bad-signature',
  );
});

test('nobody is let in twice, as the same device or under the number of another link', async () => {
  const link = await signedBy(member(mina), admitting(founded, member(mina), member(joon), 'worker'));
  const withJoon = must(await addLink(primitives, founded, link));
  expect(await failureOf(withJoon, link)).toBe('broken-chain');
  expect(await failureOf(withJoon, await signedBy(member(mina), admitting(withJoon, member(mina), member(joon), 'supervisor')))).toBe(
    'already-there',
  );
  expect(await failureOf(withJoon, await signedBy(member(mina), admitting(founded, member(mina), member(thuy), 'worker')))).toBe(
    'broken-chain',
  );
});

test('a chain cannot begin with letting in, nor found twice, nor found with a signature or device of others', async () => {
  const [m, j] = [member(mina), member(joon)];
  expect(await failureOf(null, await signedBy(m, admitting(founded, m, j, 'worker')))).toBe('broken-chain');
  expect(await failureOf(founded, founding)).toBe('broken-chain');
  expect(await failureOf(founded, await signedBy(m, foundingBy(j, { n: 1, previous: founded.head, by: m.device })))).toBe('broken-chain');
  expect(await failureOf(null, await signedBy(j, foundingBy(m)))).toBe('bad-signature');
  for (const wrong of [{ n: 1 }, { previous: new Uint8Array(32).fill(1) }, { by: j.device }])
    expect(await failureOf(null, await signedBy(m, foundingBy(m, wrong)))).toBe('broken-chain');
});

describe('a link that was tampered with after signing', () => {
  test.each([
    ['role', (body: LinkBody) => ({ ...body, says: { ...body.says, role: 'supervisor' } })],
    ['person', (body: LinkBody) => ({ ...body, says: { ...body.says, person: randomBytes(16) } })],
    ['device', (body: LinkBody) => ({ ...body, says: { ...body.says, device: randomBytes(16) } })],
    ['invitation', (body: LinkBody) => ({ ...body, says: { ...body.says, invitation: randomBytes(16) } })],
    ['signing key', (body: LinkBody) => ({ ...body, says: { ...body.says, keys: { ...body.says.keys, sign: member(thuy).keys.sign } } })],
    ['sealing key', (body: LinkBody) => ({ ...body, says: { ...body.says, keys: { ...body.says.keys, seal: member(thuy).keys.seal } } })],
    ['login key', (body: LinkBody) => ({ ...body, says: { ...body.says, keys: { ...body.says.keys, login: member(thuy).keys.login } } })],
    ['time', (body: LinkBody) => ({ ...body, at: body.at + 1 })],
  ])('%s', async (_, tampered) => {
    const body = admitting(founded, member(mina), member(joon), 'worker');
    const honest = await signedBy(member(mina), body);
    const signature = honest.slice(-64);
    expect(await failureOf(founded, honest)).toBe('accepted');
    expect(await failureOf(founded, encodeLink(encodeLinkBody(tampered(body) as LinkBody), signature))).toBe('bad-signature');
  });

  test.each([
    ['organisation key', (body: LinkBody) => ({ ...body, says: { ...body.says, orgKey: member(thuy).keys.seal } })],
    ['founder', (body: LinkBody) => ({ ...body, says: { ...body.says, person: randomBytes(16) } })],
  ])("the founding's %s", async (_, tampered) => {
    const signature = founding.slice(-64);
    expect(await failureOf(null, encodeLink(encodeLinkBody(tampered(foundingBy(member(mina))) as LinkBody), signature))).toBe(
      'bad-signature',
    );
  });

  test('any one byte', async () => {
    for (let at = 0; at < founding.length; at += 1) {
      const changed = concat(founding);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await failureOf(null, changed)).not.toBe('accepted');
      expect((await readRoster(primitives, [changed], founded.root)).ok).toBe(false);
    }
  });

  test('cut, lengthened or of another shape', async () => {
    for (let end = 0; end < founding.length; end += 7) expect(await failureOf(null, founding.slice(0, end))).toBe('malformed');
    const body = foundingBy(member(mina));
    const strange = { ...body, extra: 1 };
    const shapes = [
      concat(founding, new Uint8Array(1)),
      encodeCbor([]),
      encodeCbor({ body }),
      encodeLink(encodeCbor(strange), founding.slice(-64)),
      encodeLink(encodeCbor({ ...body, at: -1 }), founding.slice(-64)),
    ];
    for (const shape of shapes) expect(await failureOf(null, shape)).toBe('malformed');
  });
});
