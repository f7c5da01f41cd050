/**
 * The instruments the other browser tests trust. A search that never finds anything proves nothing, so here each of them
 * must find what was put there on purpose.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  axeViolations,
  complaintsOf,
  dropProfile,
  firstPage,
  launchProfile,
  newProfile,
  phone,
  profileBytes,
  sigkill,
} from '../support/browser.ts';

const canary = `canary-${crypto.randomUUID()}`;
const hangul = `이름-${crypto.randomUUID()}`;
const absent = `absent-${crypto.randomUUID()}`;
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const html = '<!doctype html><html lang="en"><title>t</title><main><h1>Page</h1><input id="nameless"></main>';

let server: Server;
let origin: string;
const profile = newProfile();

beforeAll(async () => {
  server = createServer(
    (_, answer) => void answer.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html),
  );
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  dropProfile(profile);
});

const keepInTheOpen = async ([first, second]: readonly string[]): Promise<void> => {
  const opening = indexedDB.open('open', 1);
  const db = await new Promise<IDBDatabase>((done) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore('texts', { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
  });
  const writing = db.transaction('texts', 'readwrite', { durability: 'strict' });
  writing.objectStore('texts').add({ first, second });
  await new Promise((done) => {
    writing.oncomplete = done;
  });
};

test('axe, complaints and the search for canaries find what is there, also after a kill', async () => {
  const context = await launchProfile(profile, phone);
  const said = complaintsOf(context, origin);
  const page = await firstPage(context);
  await page.goto(origin);

  const violations = await axeViolations(page);
  expect(violations.join('\n')).toContain('#nameless');
  expect(violations.join('\n')).not.toContain('main');

  expect(said.filter((line) => !line.includes('favicon'))).toEqual([]);
  await page.evaluate(() => fetch('https://elsewhere.invalid/').catch(() => null));
  expect(said.join('\n')).toContain('policy:');

  await page.evaluate(keepInTheOpen, [canary, hangul]);
  await sigkill(profile, context);
  const found = profileBytes(profile, [canary, hangul, absent]).join('\n');
  expect(found).toContain(canary);
  expect(found).toContain(hangul);
  expect(found).not.toContain(absent);

  const again = await launchProfile(profile, phone);
  expect((await firstPage(again)).viewportSize()).toEqual({ width: phone.width, height: phone.height });
  await again.close();
});
