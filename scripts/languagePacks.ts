/**
 * A language other than English is a pack: its files are kept only on phones where it was chosen (src/sw.ts). This gives them
 * names that say whose they are, and lists every pack with its size in packs.json.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const folder = 'assets/words';
const source = 'en';
/** Of what was made from others' work and lies among our own files. */
const licences = ['fonts', 'zawgyi'].map((name) => new URL(`../src/i18n/${name}/LICENSE.txt`, import.meta.url));

interface PackFile {
  readonly name: string;
  readonly raw: number;
  /** As it travels; a font is compressed already. */
  readonly gzip: number;
}
export interface Pack {
  readonly tag: string;
  readonly raw: number;
  readonly gzip: number;
  readonly files: readonly PackFile[];
}

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

const weigh = (name: string, content: string | Uint8Array): PackFile => {
  const bytes = Buffer.from(content);
  return { name, raw: bytes.length, gzip: name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length };
};

const sum = (files: readonly PackFile[], of: 'raw' | 'gzip'): number => files.reduce((total, file) => total + file[of], 0);

const packsOf = (files: readonly PackFile[]): Pack[] => {
  const tagOf = ({ name }: PackFile) => name.slice(folder.length + 1).split('/')[0] ?? '';
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...new Set(sorted.map(tagOf))].map((tag) => {
    const own = sorted.filter((file) => tagOf(file) === tag);
    return { tag, raw: sum(own, 'raw'), gzip: sum(own, 'gzip'), files: own };
  });
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
      const files = Object.values(bundle)
        .filter(({ fileName }) => fileName.startsWith(`${folder}/`))
        .map((file) => weigh(file.fileName, file.type === 'chunk' ? file.code : file.source));
      const told = bundle['licenses.txt'];
      if (told?.type === 'asset') told.source = [told.source, ...licences.map((file) => readFileSync(file, 'utf8'))].join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'packs.json', source: JSON.stringify({ packs: packsOf(files) }) });
    },
  },
});
