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

/** One answer is too short for a clock: many are given in a row, and this is the share of each in microseconds. */
const each = async (count: number, work: (index: number) => unknown): Promise<number> => {
  const all = await timed(() => {
    for (let index = 0; index < count; index += 1) work(index);
  });
  return (1000 * all) / count;
};

interface Taken {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

const beside = (measure: string, { ours, theirs }: Taken, unit: string, note: string): Row => {
  const ratio = median(theirs) / median(ours);
  return {
    measure,
    ours: told(ours, unit),
    floor: told(theirs, unit),
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
  const answered = await takeTurns(rounds * 3, {
    ours: () => each(size(60), (index) => [run.set('/part0/b0', `${index}`), run.state('/part19/j19')]),
    theirs: () => each(size(60), (index) => [other.answer('/part0/b0', `${index}`), other.read('/part19/j19')]),
  });
  const alone = await takeTurns(rounds * 20, {
    ours: () => each(size(200), (index) => [run.set('/part0/i0', `street ${index}`), run.state('/part0/i0')]),
    theirs: () => each(size(200), (index) => [other.answer('/part0/i0', `street ${index}`), other.read('/part0/i0')]),
  });
  return [
    beside(
      'Opening a form of 200 questions',
      opened,
      'ms',
      'From the checklist, and from its XForm, to the first state. The other column is xforms-engine.',
    ),
    beside('An answer in it that a total over the whole form hangs on', answered, 'µs', 'The last row of the form is read after each.'),
    beside(
      'An answer in it that nothing hangs on',
      alone,
      'µs',
      'A text. 200 answers in a row, each another than the one before, and what they leave is read after each.',
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

/** Both doors of the engine in one file: in two, a part of the weight would be what they tell each other. */
const doors = ['loadChecklist } from "./load.ts"', 'openRun } from "./open.ts"'].map((door) => `export { ${door};`).join('\n');
const engineEntry = join(root, 'src/forms/engine/both-doors.js');
const bothDoors = {
  name: 'both-doors',
  resolveId: (id: string) => (id === engineEntry ? id : null),
  load: (id: string) => (id === engineEntry ? doors : null),
};

/** What the engine and its expressions weigh by themselves; the shapes in src/domain are counted with whoever stores them. */
const engineWeight = async (): Promise<number> => {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [bothDoors],
    build: {
      write: false,
      target: 'chrome106',
      rolldownOptions: {
        input: engineEntry,
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
