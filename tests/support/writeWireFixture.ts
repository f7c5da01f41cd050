/**
 * Keeps one batch of today's format for ever: `node scripts/run-source.mjs tests/support/writeWireFixture.ts`.
 * Run it when a protocol number is new or a batch looks different on the wire; never to make a failing test pass.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './source.ts';
import { makeWireFixture } from './wireFixture.ts';

const folder = resolve(root, 'tests/fixtures/wire');
const { batch, fixture } = await makeWireFixture();
const day = new Date().toISOString().slice(0, 10);
const name = `protocol-${fixture.protocol}-of-${day}`;
if (existsSync(resolve(folder, `${name}.cbor`))) throw new Error(`${name}.cbor is there already, and what was kept is never written over`);
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, `${name}.cbor`), batch);
writeFileSync(resolve(folder, `${name}.json`), `${JSON.stringify(fixture, null, 2)}\n`);
console.log(`Kept ${name}: ${fixture.ids.length} entries, ${batch.length} bytes.`);
