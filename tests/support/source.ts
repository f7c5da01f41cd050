/** The tree as text, for the guards: which files there are, what they say without their comments, what they import. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';

/** The folder with the package in it: the tools that share this file are built into another one. */
const rootAbove = (folder: string): string => (existsSync(resolve(folder, 'package.json')) ? folder : rootAbove(resolve(folder, '..')));
export const root = rootAbove(import.meta.dirname);

/** Paths from the top of the tree, with forward slashes, sorted. A folder that is not there has no files. */
export const filesUnder = (folder: string, endings: readonly string[]): string[] => {
  const whole = resolve(root, folder);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [folder];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesIn(posix.join(folder, name), endings));
};

const filesIn = (path: string, endings: readonly string[]): string[] => {
  if (statSync(resolve(root, path)).isDirectory()) return filesUnder(path, endings);
  return endings.some((ending) => path.endsWith(ending)) ? [path] : [];
};

export const foldersUnder = (folder: string): string[] => {
  const whole = resolve(root, folder);
  if (!existsSync(whole)) return [];
  const inside = readdirSync(whole).filter((name) => statSync(resolve(whole, name)).isDirectory());
  return inside.sort().flatMap((name) => [posix.join(folder, name), ...foldersUnder(posix.join(folder, name))]);
};

export const textOf = (path: string): string => readFileSync(resolve(root, path), 'utf8');
export const isThere = (path: string): boolean => existsSync(resolve(root, path));

const commentOrText = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Keeps strings whole, so that the `//` of an address is not taken for a comment. Line numbers stay. */
export const withoutComments = (source: string): string =>
  source.replace(commentOrText, (found) => (found.startsWith('/*') || found.startsWith('//') ? found.replace(/[^\n]/g, '') : found));

const importForms = [
  /\b(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  /\bimport\.meta\.glob(?:<[^>]*>)?\(\s*\[?\s*['"]([^'"]+)['"]/g,
];

const insideTree = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));

/** Everything a file reaches for, also lazily and as a worker: paths from the top for our own, names for packages. */
export const importsOf = (path: string): string[] => {
  const source = withoutComments(textOf(path));
  const found = importForms.flatMap((form) => [...source.matchAll(form)].map((match) => match[1] ?? ''));
  return [...new Set(found)].map((specifier) => (specifier.startsWith('.') ? insideTree(path, specifier) : specifier));
};
