/**
 * Four projects: `unit` needs nothing but Node, `ui` a pretended document, `browser` a real browser and the built app, and so does
 * `faults`, with real processes besides.
 * `npm test` runs all; `npx vitest run --project unit` is for while you type.
 */
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { isLong } from './tests/support/faults/length.ts';

const unitRooms = [
  'domain',
  'protocol',
  'vault',
  'store',
  'sync',
  'forms',
  'i18n',
  'server',
  'contracts',
  'commands',
  'guards',
  'simulation',
];
/** By itself it would leave one processor idle, which is half of a small machine. */
const maxWorkers = availableParallelism();
/** Begun last, one of these would keep a processor waiting for it at the end. */
const longest = ['everyScreen', 'everyTrouble', 'betterWording', 'killedTab', 'ownChecklist', 'canaries', 'courier'];
const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? longest.length : at;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
const testsIn = (rooms: readonly string[]) => rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`);

/** Real browsers and real processes, over the built app. */
const withBrowsers = {
  environment: 'node' as const,
  // Files of which the long run alone tells every story.
  exclude: [...configDefaults.exclude, ...(isLong ? [] : ['tests/**/*.long.test.ts'])],
  // As patient as the browser's own waits: a machine may be busy.
  expect: { poll: { timeout: 30_000 } },
  testTimeout: 240_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  // As in the app: the package's own entry is another copy, and two copies do not see each other's changes.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: testsIn(unitRooms), testTimeout: 20_000, maxWorkers } },
      { extends: true, test: { name: 'ui', environment: 'happy-dom', include: testsIn(['ui']), testTimeout: 20_000, maxWorkers } },
      // After the others, and as many at a time as there are processors: much of what they do is waiting for one another.
      {
        extends: true,
        test: { ...withBrowsers, name: 'browser', include: testsIn(['journeys', 'browser']), maxWorkers, sequence: { groupOrder: 1 } },
      },
      // Faults strike at moments, and what is shown after them is how long a person waits: one file at a time, with the machine to itself.
      {
        extends: true,
        test: { ...withBrowsers, name: 'faults', include: testsIn(['faults']), fileParallelism: false, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
