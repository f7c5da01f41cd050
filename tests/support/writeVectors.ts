/**
 * Writes docs/protocol-vectors.json anew: `node scripts/run-source.mjs tests/support/writeVectors.ts`.
 * Keys that are there already stay; the rest is made again. After the first release only for a new suite or protocol
 * number: what was published must go on being read.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './source.ts';
import { type GivenKeys, makeGivenKeys, makeVectors } from './vectors.ts';

const file = resolve(root, 'docs/protocol-vectors.json');
const given: GivenKeys = { ...(await makeGivenKeys()), ...(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).given : {}) };
const vectors = await makeVectors(given);
writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`);
console.log(`Wrote ${vectors.entries.length} entries, dictionary ${vectors.dictionary.sha256.slice(0, 8)}.`);
