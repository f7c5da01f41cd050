import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../server/settings.ts';
import { type BuiltEndpoint, buildEndpoint, runEndpoint } from '../support/builtEndpoint.ts';

const read = (env: Record<string, string>) => readSettings(env, { appDir: '/srv/app' });

describe('settings', () => {
  test('have defaults that a laptop can start with', () => {
    const settings = read({});
    expect(settings.ok && settings.value).toMatchObject({
      port: 8080,
      host: 'localhost',
      founding: 'first',
      trustProxy: false,
      failpoint: null,
      appDir: '/srv/app',
    });
    expect(settings.ok && settings.value.databaseFile).toMatch(/\/data\/fieldbook\.db$/);
  });

  test('an empty one is one that was not set', () => {
    expect(read({ PORT: '', DATA_DIR: '', FOUNDING: '', DATABASE_URL: '' }).ok).toBe(true);
  });

  test.each([
    ['sqlite:/srv/a.db', '/srv/a.db'],
    ['sqlite:///srv/a.db', '/srv/a.db'],
  ])('a database may be named: %s', (url, file) => {
    const settings = read({ DATABASE_URL: url });
    expect(settings.ok && settings.value.databaseFile).toBe(file);
  });

  test.each([
    [{ PORT: 'eighty' }, 'PORT must be a number between 0 and 65535.'],
    [{ PORT: '65536' }, 'PORT must be a number between 0 and 65535.'],
    [{ PORT: '-1' }, 'PORT must be a number between 0 and 65535.'],
    [{ HOST: 'a b' }, 'HOST must be a host name or an address.'],
    [{ FOUNDING: 'anybody' }, 'FOUNDING must be first, open or closed.'],
    [{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY must be on or off.'],
    [{ DATABASE_URL: 'mysql://a' }, 'DATABASE_URL must be sqlite:<file> or postgres://…; leave it out to keep the data in DATA_DIR.'],
    [{ DATABASE_URL: 'a.db' }, 'DATABASE_URL must be sqlite:<file> or postgres://…; leave it out to keep the data in DATA_DIR.'],
    [{ FIELDBOOK_FAILPOINT: 'now' }, 'FIELDBOOK_FAILPOINT is for tests: after-commit, opening:N, statement:N or pages:N.'],
  ])('%o is told in one sentence', (env, sentence) => {
    expect(read(env)).toEqual({ ok: false, failure: { sentence } });
  });
});

describe('the endpoint as a program', () => {
  let built: BuiltEndpoint;
  let folder: string;
  const run = (env: Record<string, string>) =>
    runEndpoint(built.program, { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), ...env });
  const refusal = async (env: Record<string, string>) => {
    const { code, out, err } = await run(env).ended;
    expect([code, out]).toEqual([1, '']);
    return err;
  };

  beforeAll(async () => {
    built = await buildEndpoint();
    folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
  }, 60_000);
  afterAll(() => {
    built.remove();
    rmSync(folder, { recursive: true });
  });

  test('says where to open it, answers, stops when asked and leaves one private file', async () => {
    const running = run({});
    const address = await running.address;
    expect(await (await fetch(new URL('/api/health', address))).json()).toEqual({ status: 'ok', store: 'sqlite', protocol: 2 });
    running.signal('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
    const file = join(folder, 'data', 'fieldbook.db');
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('one bad setting, one sentence, no stack', async () => {
    expect(await refusal({ PORT: 'http' })).toBe('PORT must be a number between 0 and 65535.\n');
    expect(await refusal({ HOST: '203.0.113.7' })).toBe('HOST 203.0.113.7 is not an address of this machine.\n');
  });

  test('a folder that cannot be written to', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: join(file, 'data') })).toMatch(
      /^The folder .* cannot be written to; set DATA_DIR to one that can\.\n$/,
    );
  });

  test('a file that is no database, and a database somebody else holds', async () => {
    const file = join(folder, 'letter.db');
    writeFileSync(file, 'Dear colleague, this is not a database.'.repeat(200));
    expect(await refusal({ DATABASE_URL: `sqlite:${file}` })).toMatch(/^The file .* is not a Fieldbook database\.\n$/);
    const first = run({});
    await first.address;
    expect(await refusal({})).toMatch(/^Another Fieldbook is already using .*\.\n$/);
    first.signal('SIGINT');
    expect((await first.ended).code).toBe(0);
  });

  test('a port that is taken', async () => {
    const squatter = createServer();
    const port = await new Promise<string>((found) => {
      squatter.listen(0, '127.0.0.1', () => {
        const address = squatter.address();
        found(String(address && typeof address === 'object' ? address.port : ''));
      });
    });
    expect(await refusal({ PORT: port })).toBe(`Port ${port} is already in use; set PORT to another one.\n`);
    await new Promise((closed) => squatter.close(closed));
  });
});
