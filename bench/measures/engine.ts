/**
 * The engine for checklists beside @getodk/xforms-engine: the same form in the same Node, taking turns. For an answer both
 * work out what follows from it, and what hangs on it is read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { loadChecklist } from '../../src/forms/engine/load.ts';
import { openRun } from '../../src/forms/engine/open.ts';
import { xformOf } from '../../tests/forms/differential/xform.ts';
import { benchDeps, longForm } from '../longForm.ts';
import { atLeast, type Bench, type Measure, type Row, within } from '../measure.ts';
import { otherOpener } from '../otherForm.ts';
import { amount, median, quantile, takeTurns, told } from '../stats.ts';
import { filesForOpening } from './bundle.ts';

const root = resolve(import.meta.dirname, '../..');
const timesFaster = 10;
const engineFigure = 15_000;

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** The middle of many: one answer is too short for a clock. */
const each = async (count: number, work: (index: number) => unknown): Promise<number> => {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push(await timed(() => work(index)));
  return median(times);
};

const beside = (measure: string, ours: readonly number[], theirs: readonly number[], note: string): Row => {
  const ratio = median(theirs) / median(ours);
  return {
    measure,
    ours: told(ours, 'ms'),
    floor: told(theirs, 'ms'),
    ratio,
    figure: `≥ ${timesFaster}× faster than xforms-engine`,
    verdict: atLeast(ratio, timesFaster),
    note,
  };
};

const besideTheOther = async ({ rounds, size }: Bench): Promise<Row[]> => {
  const form = longForm(200);
  const xform = xformOf(form);
  const openOther = await otherOpener();
  const opened = await takeTurns(rounds * 3, {
    ours: () => timed(() => openRun(loadChecklist(form), benchDeps)),
    theirs: () => timed(() => openOther(xform)),
  });
  const [run, other] = [openRun(loadChecklist(form), benchDeps), await openOther(xform)];
  run.set('/part0/a0', 'yes');
  other.answer('/part0/a0', 'yes');
  const answered = await takeTurns(rounds, {
    ours: () => each(size(100), (index) => [run.set('/part0/b0', `${index}`), run.state('/part19/j19')]),
    theirs: () => each(size(100), (index) => [other.answer('/part0/b0', `${index}`), other.read('/part19/j19')]),
  });
  return [
    beside(
      'Opening a form of 200 questions',
      opened.ours,
      opened.theirs,
      'From the checklist, and from its XForm, to the first state. The other column is xforms-engine.',
    ),
    beside(
      'An answer in it that a total over the whole form hangs on',
      answered.ours,
      answered.theirs,
      'The last row of the form is read after each.',
    ),
  ];
};

const longest = async ({ rounds, size }: Bench): Promise<Row> => {
  const run = openRun(loadChecklist(longForm(1300)), benchDeps);
  run.set('/part0/a0', 'yes');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < size(60); index += 1) {
      times.push(await timed(() => run.set('/part0/b0', `${index}`)));
      times.push(await timed(() => run.set('/part0/a0', index % 2 ? 'no' : 'yes')));
    }
  }
  const p95 = quantile(times, 0.95);
  return {
    measure: 'An answer in a form of 1,300 rows',
    ours: `p50 ${amount(median(times), 'ms')}, p95 ${amount(p95, 'ms')}`,
    figure: '< 5 ms',
    verdict: within(p95, 5),
    note: 'Answers on which a total over the whole form hangs, and ones that hide a part of it.',
  };
};

/** What the engine and its expressions weigh by themselves; the shapes in src/domain are counted with whoever stores them. */
const engineWeight = async (): Promise<number> => {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome106',
      rolldownOptions: {
        input: ['load', 'open'].map((name) => join(root, `src/forms/engine/${name}.ts`)),
        preserveEntrySignatures: 'strict',
        external: /domain\/(?:checklist|itemTypes)/,
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
  return gzipSync(code, { level: 9 }).length;
};

/** Words that only the reader of spreadsheets knows. */
const onlyInReader = 'external_choices';

const readerApart = (): Row => {
  const assets = readdirSync(join(root, 'dist/app/assets')).filter((name) => name.endsWith('.js'));
  const chunks = assets
    .map((name) => `assets/${name}`)
    .filter((name) => readFileSync(join(root, 'dist/app', name), 'utf8').includes(onlyInReader));
  const early = chunks.filter((name) => filesForOpening().has(name));
  return {
    measure: 'The reader of spreadsheets',
    ours:
      chunks.length === 0
        ? 'not in the app'
        : `${chunks.length} file of its own, ${early.length} of it fetched before a spreadsheet is dropped`,
    figure: 'only when a spreadsheet is dropped',
    verdict: chunks.length > 0 && early.length === 0 ? 'reached' : 'missed',
  };
};

export const engine: Measure = {
  name: 'engine',
  run: async (bench) => {
    const weight = await engineWeight();
    return [
      ...(await besideTheOther(bench)),
      await longest(bench),
      {
        measure: 'Engine for checklists with its expressions',
        ours: `${(weight / 1000).toFixed(1)} kB gzip`,
        figure: '≤ 15 kB gzip',
        verdict: within(weight, engineFigure),
      },
      readerApart(),
    ];
  },
};
