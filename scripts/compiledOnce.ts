/**
 * A slow phone spends as long on compiling scripts as on running them. Chromium keeps what it compiled beside the files that the
 * service worker serves, and reads that from the third opening on, if two things hold that this sees to.
 */
import type { Plugin, Rolldown } from 'vite';

/** What is there while the passphrase is typed: compiled whole then, and not piece by piece between the passphrase and the question. */
const compiledWhole = new Set(['engine', 'contact', 'talk']);
/** Where it is not understood, it is a comment. */
const hint = '//# allFunctionsCalledOnLoad';

/**
 * A module that `modulepreload` fetched is compiled as it comes in, past what was kept. As a plain script it is fetched just as
 * early, and compiled when it is asked for.
 */
const asScript = (html: string): string =>
  html
    .replaceAll('<link rel="modulepreload"', '<link rel="preload" as="script"')
    .replace(/<script type="module" crossorigin src="([^"]+)">/g, '<link rel="preload" as="script" crossorigin href="$1">\n    $&');

/** The app comes behind its first file, which asks for it only once the lock stands: the browser fetches it meanwhile. */
const filesOfTheApp = (bundle: Rolldown.OutputBundle): readonly string[] => {
  const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    for (const next of chunks.get(name)?.imports ?? []) add(next);
  };
  for (const [name, { moduleIds }] of chunks) if (moduleIds.some((id) => id.endsWith('/src/main.tsx'))) add(name);
  return [...names];
};

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
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: (code) => code.replace(/\? *(["'])modulepreload\1/, '? "preload"'),
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => ({
      html: asScript(html),
      tags: filesOfTheApp(bundle ?? {})
        .filter((name) => !html.includes(`/${name}"`))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'script', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        })),
    }),
  },
});
