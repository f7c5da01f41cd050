import { beforeEach, describe, expect, test } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { loginStatement, parseChallengeAnswer } from '../../src/protocol/login.ts';
import { challengeSeconds, sessionMinutes } from '../../src/protocol/numbers.ts';
import { aDevice, admissionLink, anOffice, foundingLink, makePair, type Office, type RawDevice, random } from '../support/device.ts';
import { aServer, bytesOf, outcomeOf, type TestServer } from '../support/server.ts';

const founds = async (server: TestServer, link?: Uint8Array): Promise<string> =>
  outcomeOf(await server.post('/api/found', { link: link ?? (await foundingLink(await aDevice())) }));

describe('founding', () => {
  test('is for the first organisation only, unless opened', async () => {
    const server = await aServer();
    await anOffice(server);
    expect(await founds(server)).toBe('403 founding-closed');
    const open = await aServer({ founding: 'open' });
    expect([await founds(open), await founds(open)]).toEqual(['200', '200']);
    const closed = await aServer({ founding: 'closed' });
    expect(await founds(closed)).toBe('403 founding-closed');
    await Promise.all([server, open, closed].map((one) => one.close()));
  });

  test('the same link again is done, because the first answer may have been lost', async () => {
    const server = await aServer();
    const link = await foundingLink(await aDevice());
    expect([await founds(server, link), await founds(server, link)]).toEqual(['200', '200']);
    expect((await server.store.counts()).roster_links).toBe(1);
    await server.close();
  });

  test('needs a whole link, signed by the founder', async () => {
    const server = await aServer();
    const founder = await aDevice();
    const forged = await foundingLink({ ...founder, sign: (await makePair()).sign });
    const wrong = await foundingLink(founder, { n: 1 });
    const admission = await admissionLink(founder, { links: [random(9)], newcomer: founder });
    expect(await founds(server, forged)).toBe('403 bad-signature');
    expect(await founds(server, wrong)).toBe('409 broken-chain');
    expect(await founds(server, admission)).toBe('409 broken-chain');
    expect(await founds(server, random(300))).toBe('400 malformed');
    expect((await server.store.counts()).roster_links).toBe(0);
    await server.close();
  });
});

describe('the roster', () => {
  let server: TestServer;
  let office: Office;
  let newcomer: RawDevice;
  const extend = async (link: Uint8Array, by: RawDevice = office.supervisor) =>
    outcomeOf(await server.post('/api/roster', { link }, { token: by.token }));

  beforeEach(async () => {
    server = await aServer();
    office = await anOffice(server);
    newcomer = await aDevice(office.supervisor.org);
    return () => server.close();
  });

  test('a second supervisor can let others in', async () => {
    const second = await office.admits('supervisor');
    const link = await admissionLink(second, { links: office.links, newcomer });
    expect(await extend(link, second)).toBe('200');
    expect(await newcomer.logsIn(server)).toBe('200');
  });

  test('a worker cannot, neither by sending nor by signing', async () => {
    const worker = await office.admits();
    const link = await admissionLink(worker, { links: office.links, newcomer });
    expect(await extend(link, worker)).toBe('403 not-a-supervisor');
    expect(await extend(link)).toBe('403 no-right');
    expect(await newcomer.logsIn(server)).toBe('401 login-refused');
  });

  test('a chain that has moved on is told; the same link again is done', async () => {
    const mine = await admissionLink(office.supervisor, { links: office.links, newcomer });
    const other = await admissionLink(office.supervisor, { links: office.links, newcomer: await aDevice(office.supervisor.org) });
    expect([await extend(mine), await extend(mine), await extend(other)]).toEqual(['200', '200', '409 broken-chain']);
  });

  test('of two links for one place, sent at once, one is added', async () => {
    const links = await Promise.all(
      [1, 2].map(async () => admissionLink(office.supervisor, { links: office.links, newcomer: await aDevice(office.supervisor.org) })),
    );
    expect((await Promise.all(links.map((link) => extend(link)))).sort()).toEqual(['200', '409 broken-chain']);
    expect((await server.store.counts()).roster_links).toBe(2);
  });

  test('a device is admitted once; a forged or foreign link never', async () => {
    const first = await admissionLink(office.supervisor, { links: office.links, newcomer });
    await extend(first);
    const links = [...office.links, first];
    expect(await extend(await admissionLink(office.supervisor, { links, newcomer }))).toBe('409 already-there');
    const stranger = { ...(await aDevice()), device: office.supervisor.device };
    expect(await extend(await admissionLink(stranger, { links, newcomer: await aDevice() }))).toBe('403 bad-signature');
    expect(await extend(await foundingLink(office.supervisor))).toBe('409 broken-chain');
    expect((await server.store.counts()).roster_links).toBe(2);
  });

  test('another process, another memory: an admission is seen by the next request', async () => {
    const link = await admissionLink(office.supervisor, { links: office.links, newcomer });
    await server.store.addRosterLink(office.supervisor.org, 1, link as Uint8Array<ArrayBuffer>, {
      invitation: random(16),
      follower: newcomer.device,
    });
    expect(await newcomer.logsIn(server)).toBe('200');
  });
});

describe('logging in', () => {
  let server: TestServer;
  let device: RawDevice;

  beforeEach(async () => {
    server = await aServer();
    device = (await anOffice(server)).supervisor;
    return () => server.close();
  });

  const challengeFor = async ({ org, device: id }: RawDevice) => {
    const answer = parseChallengeAnswer(await bytesOf(await server.post('/api/challenge', { org, device: id })));
    if (!answer.ok) throw new Error('no challenge');
    return answer.value.challenge;
  };
  const loginWith = async (by: RawDevice, challenge: Uint8Array<ArrayBuffer>, sign = by.signLogin) =>
    outcomeOf(
      await server.post('/api/login', {
        org: by.org,
        device: by.device,
        challenge,
        signature: await sign(loginStatement(by.org, by.device, challenge)),
      }),
    );
  const emptyBatch = () => device.batch([]);

  test('a session lasts its minutes and no longer', async () => {
    server.timePasses(sessionMinutes * 60_000 - 1000);
    expect(await outcomeOf(await server.post('/api/sync', await emptyBatch(), { token: device.token }))).toBe('200');
    server.timePasses(1000);
    expect(await outcomeOf(await server.post('/api/sync', await emptyBatch(), { token: device.token }))).toBe('401 no-session');
    expect(await device.logsIn(server)).toBe('200');
  });

  test('a challenge goes stale, is for one device and cannot be made up', async () => {
    const challenge = await challengeFor(device);
    expect(await loginWith(device, challenge)).toBe('200');
    expect(await loginWith(device, challenge, (await aDevice()).signLogin)).toBe('401 login-refused');
    expect(await loginWith(device, random(challenge.length))).toBe('401 login-refused');
    expect(await loginWith(device, await challengeFor(await aDevice(device.org)))).toBe('401 login-refused');
    expect(await loginWith(device, random(10))).toBe('401 login-refused');
    server.timePasses((challengeSeconds + 1) * 1000);
    expect(await loginWith(device, challenge)).toBe('401 login-refused');
  });

  test('an unknown device gets a challenge that looks like any other, and the same refusal', async () => {
    const nobody = await aDevice(device.org);
    const elsewhere = await aDevice();
    expect([(await challengeFor(nobody)).length, (await challengeFor(elsewhere)).length]).toEqual([
      (await challengeFor(device)).length,
      (await challengeFor(device)).length,
    ]);
    expect([await nobody.logsIn(server), await elsewhere.logsIn(server)]).toEqual(['401 login-refused', '401 login-refused']);
  });

  test('the signing key is not the login key', async () => {
    expect(await loginWith(device, await challengeFor(device), device.sign)).toBe('401 login-refused');
  });

  test('a token of another endpoint, a changed one and none at all open nothing', async () => {
    const elsewhere = await aServer();
    const { supervisor } = await anOffice(elsewhere);
    const changed = `${device.token.slice(0, -2)}${device.token.endsWith('AA') ? 'BA' : 'AA'}`;
    for (const token of [supervisor.token, changed, toHex(random(72)), `${device.token}=`, '']) {
      expect(await outcomeOf(await server.post('/api/sync', await emptyBatch(), { token }))).toBe('401 no-session');
    }
    expect(await outcomeOf(await server.post('/api/sync', encodeCbor({})))).toBe('401 no-session');
    await elsewhere.close();
  });

  test('failures slow down, of one device and of one network; others and the clock go on', async () => {
    const worker = await aDevice(device.org);
    const wrong = (address: string) =>
      server.post('/api/login', { org: worker.org, device: worker.device, challenge: random(56), signature: random(64) }, { address });
    for (let at = 0; at < 10; at += 1) expect((await wrong(`198.51.${at}.1`)).status).toBe(401);
    const refused = await wrong('198.51.100.1');
    expect([await outcomeOf(refused), refused.headers.get('retry-after')]).toEqual(['429 too-many', '90']);
    expect(await device.logsIn(server)).toBe('200');
    server.timePasses(90_000);
    expect((await wrong('198.51.100.1')).status).toBe(401);
  });
});
