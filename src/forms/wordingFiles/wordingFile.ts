/** Wording as it goes to translators outside and comes back: every text of one language, in three formats that say the same. */
import type { ReviewState } from '../../domain/wordingStates.ts';
import type { WorkbookFailure } from '../workbook/failure.ts';

export interface FileText {
  /** `ns:key`. */
  readonly key: string;
  readonly english: string;
  /** Empty where there is none yet. */
  readonly text: string;
  readonly state: ReviewState;
  readonly who?: string | undefined;
  /** What English tells its translators. */
  readonly note?: string | undefined;
}

export interface WrittenLanguage {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: readonly FileText[];
}

/** Where a text stands in the file: the sheet or the part, and which row of it from 1, as a person would count. */
export interface Where {
  readonly part: string;
  readonly row: number;
}

export interface ReadRow {
  readonly where: Where;
  readonly key: string;
  /** The English it was translated from; `null` where the format does not carry it. */
  readonly english: string | null;
  readonly text: string;
}

export interface ReadFile {
  /** Which language the file says it is; `null` where the format does not say. */
  readonly language: string | null;
  readonly rows: readonly ReadRow[];
}

export type FileFailure =
  | WorkbookFailure
  | { readonly type: 'not-json' }
  /** Readable, and no wording of ours in it. */
  | { readonly type: 'no-wording' }
  /** XLIFF, and not version 2. */
  | { readonly type: 'other-xliff' }
  | { readonly type: 'too-many'; readonly limit: number };

/** All wording of a language is under a megabyte, and six thousand rows with every form of every plural. */
export const mostBytes = 8 * 1024 * 1024;
export const mostRows = 20_000;

export const namespaceIn = (key: string): string => key.slice(0, Math.max(0, key.indexOf(':')));
export const nameIn = (key: string): string => key.slice(key.indexOf(':') + 1);

/** In the order they come. */
export const byNamespace = (texts: readonly FileText[]): ReadonlyMap<string, readonly FileText[]> => {
  const parts = new Map<string, FileText[]>();
  for (const text of texts) parts.set(namespaceIn(text.key), [...(parts.get(namespaceIn(text.key)) ?? []), text]);
  return parts;
};
