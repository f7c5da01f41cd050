/** The built app once more, as if an hour later: with another worker, and every file of words another one. */
import { resolve } from 'node:path';

export const buildNewer = async (folder: string): Promise<void> => {
  const { build } = await import('vite');
  await build({
    configFile: resolve('vite.config.ts'),
    logLevel: 'error',
    // Squeezing every file as hard as it goes takes longer than all the rest.
    mode: 'uncompressed',
    define: { __newer: '1' },
    build: { outDir: folder, emptyOutDir: true, minify: false },
  });
};
