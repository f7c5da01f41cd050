import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Measure, type Row, within } from '../measure.ts';

const root = resolve(import.meta.dirname, '../..');
const app = join(root, 'dist/app');
const words = 'assets/words';
const textOf = (name: string): string => readFileSync(join(app, name), 'utf8');

/** What a file imports before it runs; what it may ask for later is left out. */
const staticImports = (name: string): string[] =>
  [...textOf(name).matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["']\.\/([\w.-]+\.js)["']/g)].map(
    (match) => `assets/${match[1]}`,
  );

export const withImports = (names: readonly string[]): Set<string> => {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    if (name.endsWith('.js')) for (const next of staticImports(name)) add(next);
  };
  for (const name of names) add(name);
  return all;
};

/** The page, what it names, and what that imports: with these the welcome or lock screen can be used. */
export const firstScreen = (): string[] => {
  const named = [...textOf('index.html').matchAll(/"\/(assets\/[\w.-]+\.(?:js|css))"/g)].flatMap((match) => match[1] ?? []);
  return [...named, 'index.html'];
};

/** What comes behind the first screen, and without which nothing opens: vault, store and exchange, and the vault's worker. */
const firstOpening = (): string[] =>
  readdirSync(join(app, 'assets')).flatMap((name) => (/^(?:engine|vaultWorker)-[\w-]+\.js$/.test(name) ? [`assets/${name}`] : []));

export const filesForOpening = (): ReadonlySet<string> => withImports([...firstScreen(), ...firstOpening()]);

/** What the service worker keeps, from the list the build put into it. */
export const keptOffline = (): string[] =>
  [...new Set([...textOf('sw.js').matchAll(/["']?url["']?:\s*["'`]([^"'`]+)["'`]/g)].flatMap((match) => match[1] ?? []))].filter((name) =>
    existsSync(join(app, name)),
  );

/** The files of each language but English, which phones keep only where it was chosen (scripts/languagePacks.ts). */
const readPacks = (): readonly (readonly string[])[] =>
  readdirSync(join(app, words)).map((tag) =>
    readdirSync(join(app, words, tag)).flatMap((name) => (/\.(?:gz|br)$/.test(name) ? [] : [`${words}/${tag}/${name}`])),
  );

interface Weight {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}
const weigh = (names: Iterable<string>): Weight => {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const name of names) {
    const bytes = readFileSync(join(app, name));
    const isPacked = /\.(?:png|woff2|webp)$/.test(name);
    sum.raw += bytes.length;
    sum.gzip += isPacked ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    sum.brotli += isPacked ? bytes.length : brotliCompressSync(bytes).length;
  }
  return sum;
};
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const told = ({ raw, gzip, brotli }: Weight): string => `${kB(gzip)} gzip, ${kB(brotli)} brotli, ${kB(raw)} raw`;

export const bundle: Measure = {
  name: 'bundle',
  run: async () => {
    const kept = keptOffline();
    const packs = readPacks();
    const inPacks = new Set(packs.flat());
    const [first, opening] = [weigh(withImports(firstScreen())), weigh(filesForOpening())];
    const [english, all] = [weigh(kept.filter((name) => !inPacks.has(name))), weigh(new Set([...kept, ...inPacks]))];
    const worker = weigh(['sw.js', 'background.js']);
    const largest = packs.map((files) => weigh(files)).sort((a, b) => b.gzip - a.gzip)[0] ?? { raw: 0, gzip: 0, brotli: 0 };
    const second = { raw: english.raw + largest.raw, gzip: english.gzip + largest.gzip, brotli: english.brotli + largest.brotli };
    const rows: Row[] = [
      {
        measure: 'First load: until the first screen can be used',
        ours: told(first),
        figure: '≤ 100 kB compressed',
        verdict: within(first.gzip, 100_000),
        note: 'Page, script, what it imports, styles. Judged by gzip, the larger; the endpoint serves brotli to whoever takes it.',
      },
      {
        measure: 'The same and what comes behind it: until a notebook can be opened',
        ours: told(opening),
        figure: '',
        verdict: 'told',
        note: 'Vault, store, exchange and the vault’s worker, fetched while the first screen is already there.',
      },
      {
        measure: 'Whole app offline with one language (English)',
        ours: told(english),
        figure: '≤ 350 kB',
        verdict: within(english.gzip, 350_000),
        note: 'All that the service worker keeps on every phone. vite.config.ts says what is fetched only when it is needed, and why.',
      },
      {
        measure: 'Beside it: the service worker itself, and what it sends with in browsers that wake it for that',
        ours: told(worker),
        figure: '',
        verdict: 'told',
        note: 'The browser keeps these two with the worker and not in the app’s own store.',
      },
      {
        measure: 'Whole app offline with English and the largest other language',
        ours: told(second),
        figure: '≤ 350 kB',
        verdict: within(second.gzip, 350_000),
        note: 'Its pack, with its font where it brings one. English stays: it is the wording every other language falls back to.',
      },
      {
        measure: `Whole app offline with all ${packs.length + 1} languages, where somebody chose each of them`,
        ours: told(all),
        figure: '',
        verdict: 'told',
      },
    ];
    return rows;
  },
};
