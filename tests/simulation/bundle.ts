/** Builds the simulating process as one file: the code as it is, or with one named change in it (mutations.ts). The tree is never touched. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

export interface Change {
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

const root = process.cwd();

const changing = (change: Change): Plugin => ({
  name: 'one change in the source',
  enforce: 'pre',
  transform: (source, id) => {
    if (id !== resolve(root, change.file)) return null;
    return source.replace(change.text, () => change.instead);
  },
});

/** How often the text that is to be changed stands in its file: more than once or not at all, and the change says nothing. */
export const timesFound = ({ file, text }: Change): number => readFileSync(resolve(root, file), 'utf8').split(text).length - 1;

export const bundle = async (name: string, change: Change | null): Promise<string> => {
  const outDir = resolve(root, '.cache/simulation');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: change ? [changing(change)] : [],
    resolve: {
      alias: [
        // As in the app: the package's own entry is another copy.
        { find: /^dexie$/, replacement: resolve(root, 'node_modules/dexie/dist/modern/dexie.mjs') },
        { find: /^libsql$/, replacement: resolve(root, 'tests/simulation/endpointDisk.ts') },
      ],
    },
    ssr: { noExternal: true, external: ['pg', 'pg-native'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { [name]: resolve(root, 'tests/simulation/program.ts') },
        output: { codeSplitting: false, entryFileNames: '[name].mjs' },
      },
    },
  });
  return resolve(outDir, `${name}.mjs`);
};
