/** What is odd about a workbook that opened all the same. One finding per kind and sheet: the first place, and how many there are. */

const severities = {
  'cell-twice': 'warning',
  'chart-sheet': 'note',
  'data-after-blank-columns': 'warning',
  'data-after-blank-rows': 'warning',
  'date-system-1904': 'note',
  'error-cell': 'error',
  'formatted-to-the-end': 'note',
  'formula-without-value': 'warning',
  'hidden-columns': 'note',
  'hidden-rows': 'note',
  'hidden-sheet': 'note',
  'macros-ignored': 'note',
  'merged-cells': 'note',
  'outside-the-sheet': 'error',
  'rest-not-looked-at': 'note',
  'row-out-of-order': 'error',
  'sheet-missing': 'error',
  'sheet-names-alike': 'warning',
  'string-missing': 'error',
  'text-cut': 'error',
} as const;

export type WorkbookFindingCode = keyof typeof severities;
export type FindingSeverity = 'error' | 'warning' | 'note';

export interface FoundAt {
  readonly sheet?: string;
  /** From 1, as the spreadsheet shows it. */
  readonly row?: number;
  /** From 0. */
  readonly column?: number;
}

export interface WorkbookFinding extends FoundAt {
  readonly severity: FindingSeverity;
  readonly code: WorkbookFindingCode;
  readonly count: number;
}

export interface Findings {
  add(code: WorkbookFindingCode, place: FoundAt): void;
  all(): readonly WorkbookFinding[];
}

/** However many cells are odd, the list stays as short as sheets times kinds. */
export const collectFindings = (): Findings => {
  const found = new Map<string, WorkbookFinding>();
  return {
    add: (code, place) => {
      const key = `${code} ${place.sheet ?? ''}`;
      const first = found.get(key);
      found.set(key, first ? { ...first, count: first.count + 1 } : { ...place, code, severity: severities[code], count: 1 });
    },
    all: () => [...found.values()],
  };
};
