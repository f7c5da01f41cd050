import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePostgresUrl, whereIs } from '../../server/postgresUrl.ts';
import { readSettings } from '../../server/settings.ts';
import { type BuiltEndpoint, buildEndpoint, runEndpoint } from '../support/builtEndpoint.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

const secret = 'p@ss/w:rd#1';
const written = encodeURIComponent(secret);

describe('where PostgreSQL is', () => {
  const read = (url: string) => {
    const address = parsePostgresUrl(url);
    if (!address.ok) return address.failure.sentence;
    const { password, ...shown } = address.value;
    return { ...shown, ...(password ? { password: password() } : {}) };
  };

  test.each([
    ['postgres://db.example/field', { hosts: [{ host: 'db.example', port: 5432 }], database: 'field', tls: 'off' }],
    ['postgresql://mina@10.0.0.7:6432', { hosts: [{ host: '10.0.0.7', port: 6432 }], user: 'mina', tls: 'off' }],
    [
      `postgres://mina:${written}@[::1]:5433/field`,
      { hosts: [{ host: '::1', port: 5433 }], user: 'mina', password: secret, database: 'field', tls: 'off' },
    ],
    ['postgres://mina:a@b@db/field', { hosts: [{ host: 'db', port: 5432 }], user: 'mina', password: 'a@b', database: 'field', tls: 'off' }],
    [
      'postgres://one,two:5433/field?target_session_attrs=read-write',
      {
        hosts: [
          { host: 'one', port: 5432 },
          { host: 'two', port: 5433 },
        ],
        database: 'field',
        tls: 'off',
      },
    ],
    ['postgres:///field?host=/run/postgresql', { hosts: [{ host: '/run/postgresql', port: 5432 }], database: 'field', tls: 'off' }],
    [
      'postgres://db/field?sslmode=require&sslrootcert=/etc/ca.pem',
      { hosts: [{ host: 'db', port: 5432 }], database: 'field', tls: 'checked', authorityFile: '/etc/ca.pem' },
    ],
  ])('%s', (url, address) => {
    expect(read(url)).toEqual(address);
  });

  test.each([
    [`postgres://mina:${secret}@db/field`, /^DATABASE_URL must look like .*%40/],
    ['postgres://mina:%ZZ@db/field', /^DATABASE_URL must look like/],
    ['postgres://db:99999/field', /^DATABASE_URL must look like/],
    ['postgres://a b/field', /^DATABASE_URL must look like/],
    ['postgres://db/field?sslmode=maybe', /sslmode must be one of disable, no-verify, require, verify-ca, verify-full\.$/],
    ['postgres://db/field?target_session_attrs=any', /can only be read-write or primary\.$/],
    [
      `postgres://db/field?password=${written}`,
      /^DATABASE_URL may say host, sslmode, sslrootcert, target_session_attrs .* nothing else\.$/,
    ],
  ])('%s is told in one sentence', (url, sentence) => {
    expect(read(url)).toMatch(sentence);
    expect(read(url)).not.toContain('ss/w');
  });

  test('no way of printing the settings prints the password', () => {
    const settings = readSettings({ DATABASE_URL: `postgres://mina:${written}@db/field` }, { appDir: '/srv/app' });
    const postgres = settings.ok ? settings.value.postgres : null;
    expect(postgres?.password?.()).toBe(secret);
    expect(JSON.stringify(settings)).not.toContain('ss/w');
    expect(postgres && whereIs(postgres)).toBe('db:5432');
  });
});

describe('the endpoint as a program over PostgreSQL', () => {
  let built: BuiltEndpoint;
  let postgres: Postgres;
  const run = (url: string) => runEndpoint(built.program, { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: url });
  const refusal = async (url: string) => {
    const { code, out, err } = await run(url).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^[^\n]+\.\n$/);
    expect(err).not.toContain('ss/w');
    return err;
  };

  beforeAll(async () => {
    built = await buildEndpoint();
    postgres = await startPostgres(['fsync = off', 'max_connections = 20']);
  }, 60_000);
  afterAll(async () => {
    built.remove();
    await postgres.dispose();
  });

  test('says where to open it, answers, and stops when asked', async () => {
    const running = run(await postgres.url());
    const answer = await fetch(new URL('/api/health', await running.address));
    expect(await answer.json()).toMatchObject({ status: 'ok', store: 'postgres' });
    running.signal('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
  });

  test('what stands in the way is told in one sentence, without the password', async () => {
    const at = `127.0.0.1:${postgres.port}`;
    await postgres.ask(`create role mina login password '${secret}'`);
    await postgres.ask('create database closed');
    await postgres.ask('revoke create on schema public from public', 'closed');
    expect(await refusal(`postgres://mina:${written}@127.0.0.1:1/field`)).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 cannot be reached/);
    expect(await refusal(`postgres://mina:${written}@no.such.host.invalid/field`)).toMatch(/cannot be reached/);
    expect(await refusal(`postgres://mina:${written}@${at}/field`)).toMatch(/has no database field; make it first, owned by mina/);
    expect(await refusal(`postgres://joon:${written}@${at}/closed`)).toMatch(/does not let joon in/);
    expect(await refusal(`postgres://mina:${written}@${at}/closed`)).toMatch(/^In the database closed mina may not make tables/);
    expect(await refusal(`postgres://mina:${written}@${at}/closed?sslmode=require`)).toMatch(/could not show by certificate/);
    expect(await refusal(`postgres://mina@${at}/closed?sslmode=require&sslrootcert=/no/such/file`)).toMatch(
      /sslrootcert .* cannot be read/,
    );
  });
});
