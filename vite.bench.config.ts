/** Builds the page that the bench measures in: the app's own store and exchange without its screens. `npm run bench` runs it. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: resolve(import.meta.dirname, 'bench/page'),
  publicDir: false,
  resolve: {
    alias: [
      // As in the app.
      { find: /^dexie$/, replacement: resolve(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs') },
      // demo/headless.ts brings a database for Node; here it finds the browser's own.
      { find: /^fake-indexeddb\/auto$/, replacement: resolve(import.meta.dirname, 'bench/page/ownDatabase.ts') },
    ],
  },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/bench'),
    emptyOutDir: true,
    target: 'chrome106',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
