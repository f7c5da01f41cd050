import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/domain/result.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { loginStatement } from '../../src/protocol/login.ts';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import type { Device } from '../../src/store/deviceRow.ts';
import type { NetworkFailure, Post } from '../../src/sync/post.ts';
import { createSession } from '../../src/sync/session.ts';
import { done } from '../support/answers.ts';

const org = new Uint8Array(16).fill(1);
const device = new Uint8Array(16).fill(2);
const challenge = new Uint8Array(56).fill(3);
const refusedWith = (code: RefusalCode): NetworkFailure => ({ type: 'refused', code, waitSeconds: null });

interface Endpoint {
  readonly post: Post;
  readonly asked: string[];
  readonly forgetSessions: () => void;
  readonly answerWith: (failure: NetworkFailure | null) => void;
}

/** An endpoint's login; what it is asked for, and the tokens it still knows. */
const anEndpoint = (lasts = 1800): Endpoint => {
  const asked: string[] = [];
  let count = 0;
  let valid = '';
  let failure: NetworkFailure | null = null;
  const answer = (path: string, token?: string): Bytes | null => {
    if (path === '/api/challenge') return encodeCbor({ challenge });
    if (path === '/api/login') {
      count += 1;
      valid = `token-${count}`;
      return encodeCbor({ token: valid, lasts });
    }
    return token === valid ? done : null;
  };
  return {
    asked,
    forgetSessions: () => {
      valid = 'none';
    },
    answerWith: (one) => {
      failure = one;
    },
    post: async (path, _body, token) => {
      asked.push(path.replace('/api/', ''));
      if (failure) return failed(failure);
      const bytes = answer(path, token);
      return bytes ? ok(bytes) : failed(refusedWith('no-session'));
    },
  };
};

const aSession = (endpoint: Endpoint, known: Device | null = { org, device, sign: async () => new Uint8Array(64) }) => {
  let now = 0;
  const post = createSession({ post: endpoint.post, device: async () => known, milliseconds: () => now });
  return {
    sync: () => post('/api/sync', new Uint8Array()),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

test('a device logs in once, and signs what names it and the challenge', async () => {
  const endpoint = anEndpoint();
  const signed: Bytes[] = [];
  const sign = async (statement: Bytes) => {
    signed.push(statement);
    return new Uint8Array(64);
  };
  const { sync } = aSession(endpoint, { org, device, sign });
  for (let time = 0; time < 3; time += 1) expect((await sync()).ok).toBe(true);
  expect(endpoint.asked).toEqual(['challenge', 'login', 'sync', 'sync', 'sync']);
  expect(signed).toEqual([loginStatement(org, device, challenge)]);
});

test("a session is renewed a little before it ends, by the device's own steady clock", async () => {
  const endpoint = anEndpoint(1000);
  const { sync, pass } = aSession(endpoint);
  await sync();
  pass(899_000);
  await sync();
  pass(2000);
  await sync();
  expect(endpoint.asked).toEqual(['challenge', 'login', 'sync', 'sync', 'challenge', 'login', 'sync']);
});

describe('when the endpoint no longer knows the session', () => {
  test('the device logs in once more and the request goes through', async () => {
    const endpoint = anEndpoint();
    const { sync } = aSession(endpoint);
    await sync();
    endpoint.forgetSessions();
    expect((await sync()).ok).toBe(true);
    expect(endpoint.asked).toEqual(['challenge', 'login', 'sync', 'sync', 'challenge', 'login', 'sync']);
  });

  test('and not even the new one, it says so and does not try for ever', async () => {
    const endpoint = anEndpoint();
    const neverKnows: Post = async (path, body, token) => {
      if (path !== '/api/sync') return endpoint.post(path, body, token);
      endpoint.asked.push('sync');
      return failed(refusedWith('no-session'));
    };
    const { sync } = aSession({ ...endpoint, post: neverKnows });
    expect(await sync()).toEqual({ ok: false, failure: refusedWith('no-session') });
    expect(endpoint.asked.filter((path) => path === 'sync')).toHaveLength(2);
  });
});

test('no other refusal, and no dead line, makes it log in again', async () => {
  for (const failure of [
    refusedWith('too-many'),
    refusedWith('login-refused'),
    refusedWith('internal'),
    { type: 'no-connection' },
    { type: 'not-our-server' },
  ] as const) {
    const endpoint = anEndpoint();
    const { sync } = aSession(endpoint);
    await sync();
    endpoint.answerWith(failure);
    expect(await sync()).toEqual({ ok: false, failure });
    expect(endpoint.asked).toEqual(['challenge', 'login', 'sync', 'sync']);
  }
});

test('a login that is refused, or answered by somebody else, is told as it is', async () => {
  const endpoint = anEndpoint();
  const { sync } = aSession(endpoint);
  endpoint.answerWith(refusedWith('login-refused'));
  expect(await sync()).toEqual({ ok: false, failure: refusedWith('login-refused') });
  const portal = aSession({ ...endpoint, post: async () => ok(new Uint8Array([0x3c])) });
  expect(await portal.sync()).toEqual({ ok: false, failure: { type: 'not-our-server' } });
});

test('a browser that belongs nowhere yet asks nobody', async () => {
  const endpoint = anEndpoint();
  expect(await aSession(endpoint, null).sync()).toEqual({ ok: false, failure: { type: 'no-device' } });
  expect(endpoint.asked).toEqual([]);
});
