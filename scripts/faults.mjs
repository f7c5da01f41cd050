/**
 * `npm run faults`: everything that may befall a running endpoint, at every statement and every byte, over SQLite and PostgreSQL, and
 * a browser. It takes long; `npm test` goes through a share of it. `npm run faults -- restored` runs the files with that in their name.
 * Ends with a line for each story, and with an error if one of them failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureCaddy } from './caddy.mjs';
import { ensureInstalled } from './install.mjs';
import { ensurePostgres } from './postgres.mjs';
import { giveUp, root, runNode } from './project.mjs';
import { tallyOf } from './tally.mjs';

const longestStoryMs = 3 * 3600 * 1000;

ensureInstalled();
const postgres = ensurePostgres();
if (!postgres) giveUp('PostgreSQL was not found: install its server, or set PG_BIN to the folder of initdb and pg_ctl.');
const browser = await ensureBrowser();
if (!browser) giveUp('No Chrome, Chromium or Edge was found: install one, or set CHROME_PATH to its program.');
const caddy = ensureCaddy();
if (!caddy) giveUp('Caddy was not found: install it, or set CADDY_PATH to its program.');
ensureBuilt();

const names = process.argv.slice(2);
const files = names.length > 0 ? names : ['tests/faults'];
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-report-'));
const report = join(folder, 'vitest.json');
const args = ['run', '--project', 'faults', `--testTimeout=${longestStoryMs}`, '--reporter=default', '--reporter=json'];
const exitCode = runNode('node_modules/vitest/vitest.mjs', [...args, `--outputFile.json=${report}`, ...files], {
  env: { ...process.env, PG_BIN: postgres, CHROME_PATH: browser, CADDY_PATH: caddy, FAULTS: 'all' },
});
const tally = tallyOf(report, exitCode);

const lineFor = (file, { status, duration, fullName }) =>
  `${status === 'passed' ? 'ok  ' : 'FAIL'} ${((duration ?? 0) / 1000).toFixed(1).padStart(7)} s  ${relative(root, file)}: ${fullName}`;
if (!tally.why)
  for (const { name, assertionResults } of JSON.parse(readFileSync(report, 'utf8')).testResults)
    for (const result of assertionResults) console.log(lineFor(name, result));
rmSync(folder, { recursive: true, force: true });

if (tally.why) console.error(tally.why);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
