/** What a spreadsheet holds once it is read: sheets of rows of cells, all as text, each knowing the place it came from. */
import type { WorkbookFinding } from './finding.ts';

export type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'error';

export interface Cell {
  /** As a person sees it in the spreadsheet; dates and times after ISO 8601. */
  readonly text: string;
  readonly kind: CellKind;
  readonly formula?: true;
  /** Written in several fonts or colours, which are gone. */
  readonly rich?: true;
  /** A formula whose result the file does not keep: reads as empty. */
  readonly noCache?: true;
}

export interface Row {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 0. Empty cells are not in it. */
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** In order; rows that hold nothing are not in it. */
  readonly rows: readonly Row[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly findings: readonly WorkbookFinding[];
}
