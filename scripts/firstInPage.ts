/**
 * Writes the first part of the app (src/first.ts) into the page: its styles and its script. What every opening needs before
 * anything can be seen is there with the page, and nobody waits for a second answer. The endpoint names both by their digests in
 * its Content-Security-Policy (server/headers.ts), so nothing else that stood in the page would run.
 */
import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';

const first = '/src/first.ts';
const app = '/src/main.tsx';

/** The app's first file, and behind it all others that the bundler lets a page ask for. */
const filesOfTheApp = (html: string, bundle: Rolldown.OutputBundle): readonly string[] => {
  const asked = [...html.matchAll(/<(?:script type="module"[^>]*src|link rel="modulepreload"[^>]*href)="\/([^"]+)"/g)].flatMap(
    ([, name]) => name ?? [],
  );
  const isFirst = (name: string): boolean => {
    const file = bundle[name];
    return file?.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(app));
  };
  if (!asked.some(isFirst)) throw new Error('the page does not ask for the app');
  return [...asked.filter(isFirst), ...asked.filter((name) => !isFirst(name))].map((name) => `/${name}`);
};

interface Built {
  readonly script: string;
  readonly styles: string;
}

/** Built by itself, because with the app it would be a file that other files need. */
const buildFirst = async (root: string, target: readonly string[], files: readonly string[]): Promise<Built> => {
  const built = (await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: { 'import.meta.env.VITE_APP_FILES': JSON.stringify(JSON.stringify(files)) },
    build: {
      write: false,
      target: [...target],
      cssTarget: [...target],
      modulePreload: false,
      rolldownOptions: { input: `${root}${first}` },
    },
  })) as Rolldown.RolldownOutput;
  const styles = built.output.find(({ fileName }) => fileName.endsWith('.css'));
  const script = built.output.find(({ type }) => type === 'chunk');
  if (styles?.type !== 'asset' || script?.type !== 'chunk')
    throw new Error('the first part of the app was not built as one script and its styles');
  return { script: script.code.trim(), styles: String(styles.source).trim() };
};

/** What would end the element in which it stands, and so leave the rest to be shown. */
const endsItsElement = /<\/(?:script|style)|<!--/i;

const asElements = ({ script, styles }: Built): string => {
  for (const text of [script, styles]) if (endsItsElement.test(text)) throw new Error('the first part of the app cannot stand in a page');
  const look = createHash('sha256').update(styles).digest('hex').slice(0, 8);
  return `<style data-look="${look}">${styles}</style>\n    <script type="module">${script}</script>`;
};

/** Whatever the bundler puts there for a page whose script is a file. */
const links = /\s*<(?:script type="module"[^>]*><\/script|link rel="modulepreload"[^>]*)>/g;

export const firstInPage = (oldest: readonly string[]): Plugin[] => {
  let root = '';
  return [
    {
      name: 'fieldbook:app-as-entry',
      apply: 'build',
      configResolved: (config) => {
        root = config.root;
      },
      transformIndexHtml: { order: 'pre', handler: (html) => html.replace(first, app) },
    },
    {
      name: 'fieldbook:first-in-page',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler: async (html, { bundle }) => {
          const elements = asElements(await buildFirst(root, oldest, filesOfTheApp(html, bundle ?? {})));
          return html.replace(links, '').replace('</head>', () => `  ${elements}\n  </head>`);
        },
      },
    },
  ];
};
