/** A sheet as it is handed over to be written. */

export type WrittenCell = string | number | boolean;

export interface WrittenSheet {
  readonly name: string;
  /** The first row is the heading: bold, and it stays in sight. */
  readonly rows: readonly (readonly WrittenCell[])[];
  /** In characters; columns without one are as wide as what they hold. */
  readonly columnWidths?: readonly number[];
  readonly rightToLeft?: boolean;
  /** Long texts are shown on several lines, as tall as they need. */
  readonly wrapped?: boolean;
}
