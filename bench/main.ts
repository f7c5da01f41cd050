/**
 * `npm run bench`: measures what the design promises and prints each number beside its figure.
 * `--only name[,name]`, `--json FILE`, `--write` (bench/RESULTS.md), `--quick` (small sizes, to see that it runs).
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../scripts/browser.mjs';
import { type AppStand, raiseAppStand } from './appStand.ts';
import { describeMachine } from './machine.ts';
import type { Bench, Measure, Row } from './measure.ts';
import { bulkSave } from './measures/bulkSave.ts';
import { bundle } from './measures/bundle.ts';
import { checklist } from './measures/checklist.ts';
import { coldStart } from './measures/coldStart.ts';
import { download } from './measures/download.ts';
import { endpoint } from './measures/endpoint.ts';
import { engine } from './measures/engine.ts';
import { otherLanguages } from './measures/otherLanguages.ts';
import { postgres } from './measures/postgres.ts';
import { reading } from './measures/reading.ts';
import { saving } from './measures/saving.ts';
import { sending } from './measures/sending.ts';
import { slowUplink } from './measures/slowUplink.ts';
import { wireBytes } from './measures/wireBytes.ts';
import { raiseStand, type Stand } from './stand.ts';
import { asMarkdown, hostSentence, printRow, summary } from './table.ts';

const root = resolve(import.meta.dirname, '../..');
const measures: readonly Measure[] = [
  bundle,
  coldStart,
  checklist,
  otherLanguages,
  saving,
  reading,
  bulkSave,
  sending,
  slowUplink,
  download,
  endpoint,
  postgres,
  wireBytes,
  engine,
];
const quickPart = 20;

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const readWishes = () => {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'string' }, only: { type: 'string' }, write: { type: 'boolean' }, quick: { type: 'boolean' } },
    });
    return values;
  } catch {
    return giveUp('The bench knows --only NAME, --json FILE, --write and --quick.');
  }
};

const chosen = (only: string | undefined): readonly Measure[] => {
  const names = only?.split(',') ?? [];
  const unknown = names.filter((name) => !measures.some((measure) => measure.name === name));
  if (unknown.length > 0)
    giveUp(`There is no measure called ${unknown.join(', ')}. There are: ${measures.map(({ name }) => name).join(', ')}.`);
  return only === undefined ? measures : measures.filter(({ name }) => names.includes(name));
};

const buildPage = (): void => {
  const { status } = spawnSync(
    process.execPath,
    [resolve(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.bench.config.ts', '--logLevel', 'error'],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) giveUp('The page that the bench measures in could not be built; the reason is above.');
};

/** Raised when the first measure asks for it, and kept for the others. */
const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return { get: () => (made ??= make()), ifMade: () => made };
};

const wishes = readWishes();
const wanted = chosen(wishes.only);
if (!(await findBrowser())) giveUp('No Chrome, Chromium or Edge was found: install one, or set CHROME_PATH to its program.');
buildPage();

const stand = once<Stand>(raiseStand);
const app = once<AppStand>(raiseAppStand);
const quick = wishes.quick === true;
const bench: Bench = {
  quick,
  rounds: quick ? 2 : 3,
  size: (full) => (quick ? Math.ceil(full / quickPart) : full),
  stand: stand.get,
  app: app.get,
};
const rows: Row[] = [];

/** A measure that fails says so in its place, and the others go on. */
const take = async ({ name, run }: Measure): Promise<void> => {
  try {
    rows.push(...(await run(bench)));
  } catch (problem) {
    const why = problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : 'unknown';
    rows.push({ measure: name, ours: `failed: ${why}`, figure: '', verdict: 'not measured' });
    process.exitCode = 1;
  }
};

try {
  for (const measure of wanted) {
    const before = rows.length;
    await take(measure);
    for (const row of rows.slice(before)) process.stdout.write(`${printRow(row)}\n`);
  }
} finally {
  await (await stand.ifMade()?.catch(() => undefined))?.dispose();
  await (await app.ifMade()?.catch(() => undefined))?.dispose();
}
const machine = await describeMachine();
process.stdout.write(
  `\n${summary(rows)}\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.browser}.${hostSentence(machine)}${quick ? '\nQuick run: the numbers mean nothing.' : ''}\n`,
);
if (wishes.json !== undefined) writeFileSync(wishes.json, `${JSON.stringify({ machine, quick, rows }, null, 2)}\n`);
if (wishes.write) writeFileSync(resolve(root, 'bench/RESULTS.md'), asMarkdown(rows, machine));
process.exit();
