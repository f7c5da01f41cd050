/**
 * A language other than English is a pack: its files are kept only on phones where it was chosen (src/sw.ts). This gives them
 * names that say whose they are, and lists every pack with its size, as it travels, in packs.json.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const folder = 'assets/words';
const source = 'en';
/** Of what was made from others' work and lies among our own files. */
const licences = ['fonts', 'zawgyi'].map((name) => new URL(`../src/i18n/${name}/LICENSE.txt`, import.meta.url));

/** Code that only one language needs travels with it. */
const codeOwners: Readonly<Record<string, string>> = { zawgyi: 'my' };

const wordsName = (module: string | null): string | null => {
  const code = /\/i18n\/(\w+)\/\1\.ts$/.exec(module ?? '')?.[1] ?? '';
  if (codeOwners[code]) return `${folder}/${codeOwners[code]}/${code}-[hash].js`;
  const [, tag, name] = /\/locales\/([\w-]+)\/(\w+)\.json$/.exec(module ?? '') ?? [];
  if (!tag || !name) return null;
  // English is no pack; its name says that a file is words, so that vite.config.ts can tell the library's from its code.
  return tag === source ? `assets/${source}-${name}-[hash].js` : `${folder}/${tag}/${name}-[hash].js`;
};

const fontName = (file: string | undefined): string | null => {
  const tag = /i18n\/fonts\/([\w-]+)\.woff2$/.exec(file ?? '')?.[1];
  return tag ? `${folder}/${tag}/font-[hash].woff2` : null;
};

const tagOf = (name: string): string => name.slice(folder.length + 1).split('/')[0] ?? '';

/** As it travels; a font is compressed already. */
const weigh = (name: string, content: string | Uint8Array): number => {
  const bytes = Buffer.from(content);
  return name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};

type Built = Rolldown.OutputBundle[string];

/** By language, with the size of all its files together. */
const packsOf = (built: readonly Built[]) => {
  const sizes = new Map<string, number>();
  for (const file of built.filter(({ fileName }) => fileName.startsWith(`${folder}/`))) {
    const tag = tagOf(file.fileName);
    sizes.set(tag, (sizes.get(tag) ?? 0) + weigh(file.fileName, file.type === 'chunk' ? file.code : file.source));
  }
  return [...sizes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([tag, gzip]) => ({ tag, gzip }));
};

export const languagePacks = (): Plugin => ({
  name: 'fieldbook:language-packs',
  apply: 'build',
  config: () => ({
    build: {
      rolldownOptions: {
        output: {
          chunkFileNames: ({ facadeModuleId }) => wordsName(facadeModuleId ?? null) ?? 'assets/[name]-[hash].js',
          assetFileNames: ({ originalFileNames }) => fontName(originalFileNames[0]) ?? 'assets/[name]-[hash][extname]',
        },
      },
    },
  }),
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const told = bundle['licenses.txt'];
      if (told?.type === 'asset') told.source = [told.source, ...licences.map((file) => readFileSync(file, 'utf8'))].join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'packs.json', source: JSON.stringify({ packs: packsOf(Object.values(bundle)) }) });
    },
  },
});
