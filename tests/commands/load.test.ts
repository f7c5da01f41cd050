import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { runEndpoint } from '../support/builtEndpoint.ts';
import { type BuiltPrograms, buildPrograms, run } from '../support/builtPrograms.ts';
import { aFolder } from '../support/folder.ts';

vi.setConfig({ testTimeout: 90_000 });
let built: BuiltPrograms;
beforeAll(async () => {
  built = await buildPrograms();
}, 60_000);
afterAll(() => built.remove());

const anEndpoint = async (founding: string) => {
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(aFolder(), 'data'), FOUNDING: founding };
  const endpoint = runEndpoint(built.path('main'), env);
  onTestFinished(() => endpoint.signal('SIGKILL'));
  const url = await endpoint.address;
  const load = (...args: string[]) => run(built.path('load'), ['--url', url, ...args], {});
  return { endpoint, env, load };
};

test('devices of the real protocol send, all of it is found again, and the figures come as one JSON object', async () => {
  const { endpoint, env, load } = await anEndpoint('open');
  const said = await load('--devices', '3', '--entries', '12', '--size', '900', '--workers', '2', '--json');
  expect(said.code).toBe(0);
  const figures = JSON.parse(said.out);
  expect(Object.keys(figures)).toEqual(['entries', 'seconds', 'perSecond', 'bytesPerEntry', 'lost', 'doubled']);
  expect(figures).toMatchObject({ entries: 36, lost: 0, doubled: 0 });
  expect(figures.bytesPerEntry).toBeGreaterThan(300);
  expect(figures.bytesPerEntry).toBeLessThan(1500);
  expect(said.err).toMatch(/took \d+ % of this machine’s processors/);
  const table = await load('--devices', '1', '--entries', '2');
  expect(table.out).toMatch(/^entries +2\nseconds .*\nperSecond .*\nbytesPerEntry .*\nlost +0\ndoubled +0\n/);
  expect((await run(built.path('verify'), [], env)).out).toMatch(/^42 entries of 2 organisations: all of it holds together\.\n$/);
  endpoint.signal('SIGTERM');
  await endpoint.ended;
});

test('where nobody may found any more it says so', async () => {
  const { load } = await anEndpoint('closed');
  const said = await load('--devices', '1', '--entries', '1');
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(/founding-closed\. It needs an endpoint with FOUNDING=open/);
  expect((await load('--devices', '0')).err).toBe('--devices must be a whole number from 1 to 20000.\n');
  expect((await run(built.path('load'), [], {})).err).toMatch(/^Say: npm run load/);
});
