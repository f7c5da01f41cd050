/** The files a person chose, told apart by their bytes: which is the form, and which are the tables that go with it. */
import type { Checklist } from '../domain/checklist.ts';
import type { WorkbookFailure } from './workbook/failure.ts';
import { whyNotZip } from './workbook/sniff.ts';
import type { Finding } from './xlsform/finding.ts';
import type { NoSurvey } from './xlsform/sheets.ts';

/** A file as a person chose it. Its name is shown, and for a csv table it is the name by which the form asks for it. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** A checklist as its spreadsheet says it, and everything a person should know about how it was read. */
export interface ReadSpreadsheet {
  readonly checklist: Checklist;
  readonly findings: readonly Finding[];
}
export type BroughtFailure =
  | WorkbookFailure
  | NoSurvey
  /** Only csv tables came, without the form they belong to; or more forms than one. */
  | { readonly type: 'no-spreadsheet' | 'several-spreadsheets' };

/** Text goes beside a form; everything else is taken for one, so that what is wrong with it is said. A name counts only among texts. */
export const isBeside = ({ name, bytes }: BroughtFile): boolean => {
  const other = whyNotZip(bytes);
  if (other === null) return false;
  return other.type === 'plain-text' || /\.(csv|xml|geojson|txt)$/i.test(name);
};

export const isSpreadsheet = (file: BroughtFile): boolean => !isBeside(file);
