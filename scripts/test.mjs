/**
 * `npm test`: everything a newcomer or CI needs, from a fresh clone. Ends with `N passed, N failed`, and that line is true:
 * each test is one, each tsconfig is one, the linter is one. `npm test -- tests/domain` runs only those files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureCaddy } from './caddy.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureLibreOffice } from './libreOffice.mjs';
import { ensurePostgres } from './postgres.mjs';
import { giveUp, runNode } from './project.mjs';
import { tallyOf } from './tally.mjs';
import { typecheck } from './typecheck.mjs';

const filters = process.argv.slice(2);
/** Rooms whose tests need neither the built app nor a browser. */
const quickRooms = /^(\.\/)?tests\/(domain|protocol|vault|store|sync|forms|i18n|ui|contracts|guards)\b/;

const lint = () => {
  const ok = runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']) === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'} biome`);
  return ok;
};

const runVitest = (env) => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-report-'));
  const report = join(folder, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
  const exitCode = runNode('node_modules/vitest/vitest.mjs', args, { env: { ...process.env, ...env } });
  const tally = tallyOf(report, exitCode);
  rmSync(folder, { recursive: true, force: true });
  return tally;
};

const prepareBrowser = async () => {
  const browser = await ensureBrowser();
  if (!browser && process.env.CHROME_PATH) giveUp(`CHROME_PATH says ${process.env.CHROME_PATH}, but there is nothing there.`);
  if (!browser)
    giveUp(
      'No Chrome, Chromium or Edge was found or could be fetched: install one, or set CHROME_PATH to its program, and run npm test again.',
    );
  console.log(`Browser: ${browser}`);
  ensureBuilt();
  return { CHROME_PATH: browser };
};

const prepareLibreOffice = () => {
  const command = ensureLibreOffice();
  if (!command)
    giveUp(
      'LibreOffice was not found: install it (libreoffice-calc is enough), or set SOFFICE_PATH to its program, and run npm test again.',
    );
  return { SOFFICE_PATH: command };
};

const prepareCaddy = () => {
  const command = ensureCaddy();
  if (!command) giveUp('Caddy was not found: install it, or set CADDY_PATH to its program, and run npm test again.');
  return { CADDY_PATH: command };
};

const preparePostgres = () => {
  const folder = ensurePostgres();
  if (!folder)
    giveUp('PostgreSQL was not found: install its server, or set PG_BIN to the folder of initdb and pg_ctl, and run npm test again.');
  return { PG_BIN: folder };
};

let verdict = '0 passed, 1 failed';
// Also when we give up before any test ran: the last line is there, and it is true.
process.on('exit', () => console.log(verdict));

ensureInstalled();
const quick = filters.length > 0 && filters.every((filter) => quickRooms.test(filter));
const env = {
  ...(quick ? {} : { ...(await prepareBrowser()), ...prepareLibreOffice(), ...prepareCaddy() }),
  ...(quick && !filters.some((filter) => filter.includes('contracts')) ? {} : preparePostgres()),
};
const checks = filters.length > 0 ? [] : [...typecheck(), lint()];
const tests = runVitest(env);
if (tests.why) console.error(tests.why);
const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((ok) => !ok).length;
verdict = `${passed} passed, ${failed} failed`;
process.exitCode = failed === 0 ? 0 : 1;
