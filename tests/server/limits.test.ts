import { describe, expect, test } from 'vitest';
import { createBuckets, mostKeys } from '../../server/buckets.ts';
import { networkOf } from '../../server/door.ts';
import { aDevice, anOffice, random } from '../support/device.ts';
import { aServer, outcomeOf } from '../support/server.ts';

describe('a token bucket', () => {
  let time = 0;
  const bucket = () => createBuckets({ capacity: 3, perMs: 1 / 1000, now: () => time });

  test('gives what it holds, then says how long to wait, and fills again', () => {
    const buckets = bucket();
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1]);
    expect(buckets.take('b')).toBe(0);
    time += 1000;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
    time += 1_000_000;
    expect(buckets.take('a', 3)).toBe(0);
  });

  test('a flood of names fills no memory, and whoever is asking too often is still known', () => {
    const buckets = bucket();
    for (let at = 0; at < 4; at += 1) buckets.take('insistent');
    for (let at = 0; at < mostKeys * 3; at += 1) {
      buckets.take(`stranger ${at}`);
      if (at % 1000 === 0) time += 1;
      if (at % 100 === 0) buckets.take('insistent');
    }
    expect(buckets.size()).toBeLessThanOrEqual(mostKeys);
    expect(buckets.take('insistent', 3)).toBeGreaterThan(0);
  });

  test('a single portion larger than the bucket passes when it is full, and a clock set back gives nothing', () => {
    const buckets = bucket();
    expect(buckets.take('a', 99)).toBe(0);
    time -= 1_000_000;
    expect(buckets.take('a', 1)).toBe(1);
  });
});

describe('limits', () => {
  test('requests of a device, with the time to wait; other devices go on', async () => {
    const server = await aServer({ limits: { devicePerMinute: 3 } });
    const office = await anOffice(server);
    const other = await office.admits();
    const { supervisor } = office;
    const send = async () => server.post('/api/sync', await supervisor.batch([]), { token: supervisor.token });
    const statuses: number[] = [];
    for (let at = 0; at < 4; at += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect((await send()).headers.get('retry-after')).toBe('20');
    await expect(other.syncs(server)).resolves.toBeDefined();
    server.timePasses(20_000);
    expect((await send()).status).toBe(200);
    await server.close();
  });

  test('bytes of a device', async () => {
    const server = await aServer({ limits: { deviceBytesPerHour: 100_000 } });
    const { supervisor } = await anOffice(server);
    const send = async () =>
      outcomeOf(
        await server.post('/api/sync', await supervisor.batch(supervisor.writes(1, { length: 60_000 })), { token: supervisor.token }),
      );
    expect([await send(), await send()]).toEqual(['200', '429 too-many']);
    await server.close();
  });

  test('B28 a forged X-Forwarded-For does not dodge them, unless our own proxy is trusted, and then its last word counts', async () => {
    for (const trustProxy of [false, true]) {
      const server = await aServer({ trustProxy });
      const { supervisor } = await anOffice(server);
      const statuses: number[] = [];
      for (let at = 0; at < 11; at += 1) {
        const headers = { 'x-forwarded-for': `198.51.${at}.1, 203.0.${trustProxy ? at : 113}.1` };
        const { org, device } = await aDevice(supervisor.org);
        statuses.push((await server.post('/api/login', { org, device, challenge: random(56), signature: random(64) }, { headers })).status);
      }
      expect(statuses.at(-1)).toBe(trustProxy ? 401 : 429);
      await server.close();
    }
  });

  test.each([
    ['192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.77', '192.0.2'],
    ['2001:db8:1:2ff:3::9', '2001:0db8:0001:02'],
    ['2001:db8::1', '2001:0db8:0000:00'],
    ['2001:db8:0:0:ffff::1', '2001:0db8:0000:00'],
    ['::1', '0000:0000:0000:00'],
  ])('the network of %s is %s', (address, network) => {
    expect(networkOf(new Request('http://a/'), { address }, false)).toBe(network);
  });
});
