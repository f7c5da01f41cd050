/** What reading a form found, each with its place: nothing is refused in silence, and nothing is repaired in silence. */
import { type FindingCode, findingKinds, type Severity } from './findingWords.ts';

export interface Place {
  readonly sheet: string | null;
  /** As the spreadsheet counts: the heading is row 1. */
  readonly row: number | null;
  /** The heading of the column, as its author wrote it. */
  readonly column: string | null;
  /** As the spreadsheet names it, e.g. `F12`. */
  readonly cell: string | null;
}

export interface Finding extends Place {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** What the author wrote, cut. */
  readonly text: string;
  /** In English. Other languages have their own under `import.findings.<code>`, with `values` filled in. */
  readonly message: string;
  readonly suggestion: string | null;
  readonly values: Readonly<Record<string, string>>;
}

export interface FindingDetails {
  readonly text?: string;
  /** Looked for only when the finding is listed: among a hundred thousand names it takes a while. */
  readonly suggestion?: string | undefined | (() => string | undefined);
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Findings {
  readonly add: (code: FindingCode, place: Place, details?: FindingDetails) => void;
  readonly list: () => readonly Finding[];
}

export const wholeForm: Place = { sheet: null, row: null, column: null, cell: null };
export const wholeSheet = (sheet: string): Place => ({ ...wholeForm, sheet });

/** A form can be wrong in the same way a hundred thousand times; nobody reads more than this many. */
const mostOfOneKind = 200;
const longestText = 120;

/** Signs that turn the direction of what follows would scramble the sentence a text is quoted in. */
const turningSigns = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
const controls = /\p{Cc}+/gu;
const quoted = (value: string | number): string => {
  const text = String(value)
    .slice(0, longestText * 2)
    .replace(turningSigns, '')
    .replace(controls, ' ');
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
};

const filledIn = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : ''));

const findingOf = (code: FindingCode, place: Place, details: FindingDetails): Finding => {
  const text = quoted(details.text ?? '');
  const values: Record<string, string> = { text };
  for (const [name, value] of Object.entries(details.values ?? {})) values[name] = quoted(value);
  const { severity, words } = findingKinds[code];
  const meant = typeof details.suggestion === 'function' ? details.suggestion() : details.suggestion;
  const suggestion = meant === undefined ? null : quoted(meant);
  return { ...place, severity, code, text, message: filledIn(words, values), suggestion, values };
};

/** In the order of the workbook: what concerns the whole form first, then sheet by sheet and row by row. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] => {
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))].sort((a, b) => Number(a !== null) - Number(b !== null));
  const rank = ({ sheet, row }: Finding): number => sheets.indexOf(sheet) * 1e8 + (row ?? 0);
  return findings
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding);
};

export const collectFindings = (): Findings => {
  const found: Finding[] = [];
  const counts = new Map<FindingCode, number>();
  const cut = (): Finding[] =>
    [...counts]
      .filter(([, count]) => count > mostOfOneKind)
      .map(([code, count]) => {
        const like = found.find((finding) => finding.code === code);
        const place = wholeSheet(like?.sheet ?? '');
        return findingOf('findings-cut', place, { text: code, values: { number: count - mostOfOneKind } });
      });
  return {
    add: (code, place, details = {}) => {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= mostOfOneKind) found.push(findingOf(code, place, details));
    },
    list: () => inOrder([...found, ...cut()]),
  };
};
