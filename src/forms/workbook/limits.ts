/** How much a workbook may make us do. A form of 1,300 rows in nine languages stays under a hundredth of each. */

const mebibyte = 1024 * 1024;

export interface WorkbookLimits {
  readonly fileBytes: number;
  /** Files inside the zip. */
  readonly parts: number;
  readonly partBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte, counted once a part is longer than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly sheets: number;
  readonly strings: number;
  readonly cells: number;
  readonly textLength: number;
  /** The XLSForm rule: what follows so many blank rows or columns is not read. */
  readonly blankRows: number;
  readonly blankColumns: number;
  /** How far behind the blank rows of all sheets we still look, only to be able to say that something is there. */
  readonly tailBytes: number;
}

export const usualLimits: WorkbookLimits = {
  fileBytes: 32 * mebibyte,
  parts: 4096,
  partBytes: 50 * mebibyte,
  unpackedBytes: 80 * mebibyte,
  ratio: 200,
  ratioFrom: 4 * mebibyte,
  sheets: 200,
  strings: 500_000,
  cells: 1_000_000,
  textLength: 65_536,
  blankRows: 20,
  blankColumns: 20,
  tailBytes: 32 * mebibyte,
};
