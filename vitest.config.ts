/**
 * Three projects: `unit` needs nothing but Node, `ui` a pretended document, `browser` a real browser and the built app.
 * `npm test` runs all; `npx vitest run --project unit` is for while you type.
 */
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
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
const browserRooms = ['journeys', 'browser', 'faults'];
const testsIn = (rooms: readonly string[]) => rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`);

export default defineConfig({
  // As in the app: the package's own entry is another copy, and two copies do not see each other's changes.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: testsIn(unitRooms), testTimeout: 20_000, maxWorkers } },
      { extends: true, test: { name: 'ui', environment: 'happy-dom', include: testsIn(['ui']), testTimeout: 20_000, maxWorkers } },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: testsIn(browserRooms),
          // Files of which the long run alone tells every story.
          exclude: [...configDefaults.exclude, ...(isLong ? [] : ['tests/**/*.long.test.ts'])],
          // One at a time and after the others: a browser fills a small machine by itself.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
