/**
 * A slow phone spends as long on compiling scripts as on running them. Chromium keeps what it compiled beside the files that the
 * service worker serves, and reads that from the third opening on, if two things hold that this sees to.
 */
import type { Plugin } from 'vite';

/** What is there while the passphrase is typed: compiled whole then, and not piece by piece between the passphrase and the question. */
const compiledWhole = new Set(['engine', 'contact', 'talk']);
/** Where it is not understood, it is a comment. */
const hint = '//# allFunctionsCalledOnLoad';

export const compiledOnce = (): Plugin => ({
  name: 'fieldbook:compiled-once',
  apply: 'build',
  augmentChunkHash: ({ name }) => (compiledWhole.has(name) ? hint : ''),
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      // Only the first line of a file can say so.
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && compiledWhole.has(file.name)) file.code = `${hint}\n${file.code}`;
    },
  },
  /**
   * A module that `modulepreload` fetched is compiled as it comes in, past what was kept. As a plain script it is fetched just as
   * early, and compiled when it is asked for.
   */
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: (code) => code.replace(/\? *(["'])modulepreload\1/, '? "preload"'),
  },
});
