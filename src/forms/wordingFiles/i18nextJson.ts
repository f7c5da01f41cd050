/** i18next's own shape: for each part of the app an object of objects with texts at their ends. It does not carry the English. */
import { failed, ok, type Result } from '../../domain/result.ts';
import {
  byNamespace,
  type FileFailure,
  mostBytes,
  mostRows,
  nameIn,
  type ReadFile,
  type ReadRow,
  type WrittenLanguage,
} from './wordingFile.ts';

type Branch = Map<string, string | Branch>;

const putInto = (branch: Branch, path: readonly string[], text: string): void => {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    branch.set(first, text);
    return;
  }
  const below = branch.get(first);
  const next: Branch = below instanceof Map ? below : new Map();
  branch.set(first, next);
  putInto(next, rest, text);
};

const plain = (branch: Branch): Record<string, unknown> =>
  Object.fromEntries([...branch].map(([name, below]) => [name, below instanceof Map ? plain(below) : below]));

export const writeJson = ({ texts }: WrittenLanguage): string => {
  const parts = [...byNamespace(texts)].map(([namespace, those]) => {
    const branch: Branch = new Map();
    for (const { key, text } of those) putInto(branch, nameIn(key).split('.'), text);
    return [namespace, plain(branch)] as const;
  });
  return `${JSON.stringify(Object.fromEntries(parts), null, 2)}\n`;
};

/** Ours go five deep. */
const deepest = 12;

const textsIn = (value: unknown, path: readonly string[]): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || path.length > deepest) return [];
  return Object.entries(value).flatMap(([name, below]) => textsIn(below, [...path, name]));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, or nested deeper than the engine goes.
    return undefined;
  }
};

const rowsIn = (part: string, value: unknown): readonly ReadRow[] =>
  textsIn(value, []).map(([name, text], at) => ({ where: { part, row: at + 1 }, key: `${part}:${name}`, english: null, text }));

/** A file of all parts, or of one that is called after it, as translators' programs give them back: `checklists.json`. */
export const readJson = (text: string, fileName: string, namespaces: readonly string[]): Result<ReadFile, FileFailure> => {
  if (text.length > mostBytes) return failed({ type: 'too-large', what: 'file', limit: mostBytes });
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failed({ type: 'not-json' });
  const parts = Object.entries(value).filter(([name, below]) => namespaces.includes(name) && typeof below === 'object');
  const called = namespaces.find((name) => fileName.replace(/\.json$/i, '').endsWith(name));
  const rows = parts.length > 0 ? parts.flatMap(([name, below]) => rowsIn(name, below)) : called ? rowsIn(called, value) : [];
  if (rows.length === 0) return failed({ type: 'no-wording' });
  return rows.length > mostRows ? failed({ type: 'too-many', limit: mostRows }) : ok({ language: null, rows });
};
