/** The heading of a sheet, read into columns: what each holds and in which language. */
import { folded } from './cleanText.ts';
import { mediaColumns, translatable } from './columns.ts';

export interface Column {
  /** Our own name for what it holds; `null` for a column that means nothing to us. */
  readonly field: string | null;
  /** As spelt behind the colons; `null` without one. */
  readonly language: string | null;
  /** As its author wrote it. */
  readonly header: string;
  /** Counted from 0. */
  readonly place: number;
  readonly media: boolean;
  /** `label:English` instead of `label::English`. */
  readonly oneColon: boolean;
}

type Known = Readonly<Record<string, readonly string[]>>;

/** `A` for 0, `AA` for 26. */
export const columnLetter = (place: number): string => {
  const rest = Math.floor(place / 26) - 1;
  return `${rest >= 0 ? columnLetter(rest) : ''}${String.fromCharCode(65 + (place % 26))}`;
};

const fieldCalled = (spelling: string, known: Known): string | undefined =>
  Object.entries(known).find(([, names]) => names.includes(spelling))?.[0];

/** `bind`, `control` and their like say where in an XForm the value goes; the word behind them says what it is. */
const prefixes = new Set(['bind', 'control', 'body', 'media', 'instance']);

const split = (header: string): { readonly parts: readonly string[]; readonly oneColon: boolean } => {
  const text = header.normalize('NFKC').trim();
  if (text.includes('::')) return { parts: text.split(/:{2,}/).map((part) => part.trim()), oneColon: false };
  const parts = text.split(':').map((part) => part.trim());
  return { parts, oneColon: parts.length > 1 };
};

/** `jr:count` and its like hold a colon of their own. */
const withNamespaces = (parts: readonly string[]): readonly string[] => {
  const at = parts.indexOf('jr');
  return at < 0 || at + 1 >= parts.length ? parts : [...parts.slice(0, at), `jr:${parts[at + 1]}`, ...parts.slice(at + 2)];
};

export const columnOf = (header: string, place: number, known: Known): Column => {
  const nothing: Column = { field: null, language: null, header: header.trim(), place, media: false, oneColon: false };
  const whole = fieldCalled(folded(header), known);
  if (whole) return { ...nothing, field: whole };
  if (mediaColumns.has(folded(header))) return { ...nothing, media: true };
  const { parts: raw, oneColon } = split(header);
  const parts = withNamespaces(raw);
  const taken = prefixes.has(folded(parts[0] ?? '')) ? 2 : 1;
  const spelling = parts.slice(0, taken).map(folded).join('::');
  const language = parts.slice(taken).filter(Boolean).join(' ').trim();
  if (mediaColumns.has(spelling)) return { ...nothing, media: true, language: language || null };
  const field = fieldCalled(spelling, known);
  if (!field) return nothing;
  if (language && !translatable.has(field)) return nothing;
  return { ...nothing, field, language: language || null, oneColon: oneColon && taken === 1 && language !== '' };
};
