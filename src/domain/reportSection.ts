/** What a section of the report is made of: cells tied by their sums, the totals, and the tables behind them. */
import type { Cells } from './smallCells.ts';

export interface Row {
  readonly code: string;
  /** Ids of this row's cells, in the order of the columns. */
  readonly cells: readonly string[];
}
export interface Table {
  readonly id:
    | 'contacts-by-language'
    | 'contacts-by-place'
    | 'screenings-by-language'
    | 'screenings-by-place'
    | 'by-conclusion'
    | 'by-body';
  readonly rowsAre: 'language' | 'placeType' | 'personConclusion' | 'decidingBody';
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly totals: readonly string[] | null;
}
export interface Section {
  readonly id: 'identified' | 'screenings' | 'contacts';
  readonly cells: Cells;
  readonly totals: readonly { readonly figure: string; readonly cell: string }[];
  readonly tables: readonly Table[];
}
/** Somebody wrote no language or no place: counted, and said so. */
export const notNoted = 'not-noted';
/** The column of a row's sum. */
export const all = 'all';
